package dev.peregrine.host.numbers;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.pipeline.Division;
import dev.peregrine.host.pipeline.JourneySpan;
import dev.peregrine.host.pipeline.Journeys;
import dev.peregrine.host.pipeline.Journeys.End;
import dev.peregrine.host.pipeline.Journeys.Outcome;
import dev.peregrine.host.pipeline.Journeys.Part;
import dev.peregrine.host.pipeline.Journeys.Path;
import dev.peregrine.host.pipeline.Journeys.Rows;
import dev.peregrine.host.pipeline.Journeys.Standing;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.tailoring.Tailorings;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The jobs behind a number. What an address says that makes no sense is no list. */
final class Behind {

  private static final Set<Outcome> ANY = Set.copyOf(EnumSet.allOf(Outcome.class));
  private static final int SIZE = 50;

  /**
   * What an address asks for.
   *
   * @param of the kind of list
   */
  record Asked(
      String of,
      String key,
      String from,
      String to,
      String board,
      String standing,
      String outcome) {}

  /**
   * A list.
   *
   * @param title what its jobs have in common
   * @param found whether the jobs are listed by when they were found, not sent
   */
  record Listed(String title, boolean found, Rows rows) {}

  private final Journeys journeys;
  private final Tailorings tailorings;
  private final Figures figures;
  private final PluginRuntime plugins;

  Behind(Journeys journeys, Tailorings tailorings, Figures figures, PluginRuntime plugins) {
    this.journeys = journeys;
    this.tailorings = tailorings;
    this.figures = figures;
    this.plugins = plugins;
  }

  Optional<Listed> list(Asked asked, JourneySpan span, Optional<String> after) {
    return switch (asked.of()) {
      case "found" -> found(asked, span, after);
      case "reached", "step", "end" -> onPath(asked, span, after);
      default -> sent(asked, span, after);
    };
  }

  private Optional<Listed> found(Asked asked, JourneySpan span, Optional<String> after) {
    Set<Standing> standings =
        switch (asked.standing()) {
          case "" -> EnumSet.allOf(Standing.class);
          case "kept" -> EnumSet.complementOf(EnumSet.of(Standing.HIDDEN));
          case "chosen" -> EnumSet.of(Standing.APPROVED, Standing.APPLIED);
          default ->
              Arrays.stream(Standing.values())
                  .filter(each -> each.key().equals(asked.standing()))
                  .collect(Collectors.toSet());
        };
    if (standings.isEmpty()) {
      return Optional.empty();
    }
    String title =
        switch (asked.standing()) {
          case "" -> t("numbers.step-found");
          case "kept" -> t("numbers.step-kept");
          case "chosen" -> t("numbers.step-approved");
          default -> Said.standing(standings.iterator().next());
        };
    Optional<String> board = Optional.of(asked.board()).filter(id -> !id.isEmpty());
    return Optional.of(
        new Listed(
            title + named(asked.board()),
            true,
            journeys.found(span.since(), board, standings, after, SIZE)));
  }

  private String named(String board) {
    return board.isEmpty() ? "" : ", " + new Boards(plugins).name(board);
  }

  private Optional<Listed> onPath(Asked asked, JourneySpan span, Optional<String> after) {
    Predicate<Path> which;
    String title;
    switch (asked.of()) {
      case "reached" -> {
        Optional<Stage> stage =
            Funnel.STEPS.stream().filter(each -> each.key().equals(asked.key())).findFirst();
        if (stage.isEmpty()) {
          return Optional.empty();
        }
        which = Funnel.reached(stage.get());
        title =
            stage.get() == Stage.SURVEY
                ? Said.outcome(Outcome.INVITED)
                : t("numbers.at-least", "stage", Said.stage(stage.get()));
      }
      case "step" -> {
        var step = new Flow.Step(asked.from(), asked.to());
        which = path -> Flow.steps(path).contains(step);
        title = Flow.named(asked.from()) + " → " + Flow.named(asked.to());
      }
      default -> {
        Optional<End> end =
            Arrays.stream(End.values()).filter(each -> each.key().equals(asked.key())).findFirst();
        if (end.isEmpty()) {
          return Optional.empty();
        }
        which = path -> path.end() == end.get();
        title = Said.end(end.get());
      }
    }
    Predicate<Path> onBoard = path -> asked.board().isEmpty() || path.board().equals(asked.board());
    return Optional.of(
        new Listed(
            title + named(asked.board()),
            true,
            journeys.onPath(span.since(), which.and(onBoard), after, SIZE)));
  }

  private Optional<Listed> sent(Asked asked, JourneySpan span, Optional<String> after) {
    Map<Long, Long> chosen = tailorings.chosen();
    Set<Outcome> outcomes =
        Arrays.stream(Outcome.values())
            .filter(each -> asked.outcome().isEmpty() || each.key().equals(asked.outcome()))
            .collect(Collectors.toSet());
    if (outcomes.isEmpty()) {
      return Optional.empty();
    }
    String outcome = outcomes.size() > 1 ? "" : ", " + Said.outcome(outcomes.iterator().next());
    Optional<By> by = By.of(asked.of());
    Optional<Part> part =
        by.isPresent() ? part(by.get(), asked.key(), span, chosen, outcomes) : other(asked);
    return part.map(
        each ->
            new Listed(
                by.map(found -> t("numbers.by-" + found.key()) + ": " + named(found, asked))
                        .orElseGet(() -> title(asked))
                    + outcome,
                false,
                journeys.sent(span, chosen, each, after, SIZE)));
  }

  private String named(By by, Asked asked) {
    boolean known = by.parts().isEmpty() || by.parts().contains(asked.key());
    return known ? figures.name(by, asked.key()) : "";
  }

  private Optional<Part> part(
      By by, String key, JourneySpan span, Map<Long, Long> chosen, Set<Outcome> outcomes) {
    return switch (by) {
      case BOARD -> Optional.of(Part.of(Division.BOARD, List.of(key), outcomes));
      case SOURCE -> {
        var boards = new Boards(plugins);
        // Which boards there are is known only from what was sent on them.
        List<String> ids =
            journeys.count(span, chosen, Set.of(Division.BOARD)).sent().stream()
                .filter(count -> count.division() == Division.BOARD)
                .map(Journeys.SentCount::key)
                .filter(id -> boards.source(id).equals(key))
                .distinct()
                .toList();
        yield ids.isEmpty()
            ? Optional.empty()
            : Optional.of(Part.of(Division.BOARD, ids, outcomes));
      }
      case SCORE ->
          Bands.KEYS.contains(key)
              ? Optional.of(Part.of(Division.SCORE, Bands.from(key), Bands.to(key), outcomes))
              : Optional.empty();
      case WEEKDAY -> number(key).map(n -> Part.of(Division.WEEKDAY, n, n, outcomes));
      case RESUME, AGENCY -> number(key).map(n -> Part.of(by.division(), n, n, outcomes));
    };
  }

  private static Optional<Part> other(Asked asked) {
    return switch (asked.of()) {
      case "stage" -> Optional.of(Part.of(Division.STAGE, List.of(asked.key()), ANY));
      case "waiting" ->
          number(asked.key()).map(days -> Part.of(Division.WAITING, days, Long.MAX_VALUE, ANY));
      case "days" -> {
        String[] ends = asked.key().split("-", -1);
        yield ends.length == 2 && number(ends[0]).isPresent() && number(ends[1]).isPresent()
            ? Optional.of(
                Part.of(Division.DAY, Long.parseLong(ends[0]), Long.parseLong(ends[1]), ANY))
            : Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  private static String title(Asked asked) {
    return switch (asked.of()) {
      case "stage" ->
          Funnel.STEPS.stream()
              .filter(stage -> stage.key().equals(asked.key()))
              .findFirst()
              .map(stage -> t("numbers.now-at", "stage", Said.stage(stage)))
              .orElse("");
      case "waiting" ->
          asked.key().equals("0")
              ? t("numbers.waiting")
              : t("numbers.waiting-days", "days", number(asked.key()).orElse(0L));
      default -> t("numbers.sent-in-week");
    };
  }

  private static Optional<Long> number(String text) {
    return text.matches("\\d{1,9}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }
}
