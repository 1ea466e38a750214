package dev.peregrine.host.numbers;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.numbers.Table.Cell;
import dev.peregrine.host.numbers.Table.Column;
import dev.peregrine.host.numbers.Table.Row;
import dev.peregrine.host.pipeline.Journeys.Counted;
import dev.peregrine.host.pipeline.Journeys.End;
import dev.peregrine.host.pipeline.Journeys.FoundCount;
import dev.peregrine.host.pipeline.Journeys.Path;
import dev.peregrine.host.pipeline.Journeys.Standing;
import dev.peregrine.host.pipeline.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which way jobs went, from where they were found to where they stand or ended. */
final class Flow {

  /** More boards than these are one source, so that the picture can be read. */
  private static final int MOST_BOARDS = 7;

  static final String OTHER = "other";

  /** One step of the way. */
  record Step(String from, String to) {}

  private final Boards boards;
  private final Links links;
  private final Map<Step, Long> steps = new LinkedHashMap<>();
  private final Map<Step, String> hrefs = new LinkedHashMap<>();

  Flow(Boards boards, Links links) {
    this.boards = boards;
    this.links = links;
  }

  /** The steps of an application, such as {@code applied → survey}, with how it ended. */
  static List<Step> steps(Path path) {
    var steps = new ArrayList<Step>();
    for (int at = 1; at < path.through().size(); at++) {
      steps.add(new Step(path.through().get(at - 1).key(), path.through().get(at).key()));
    }
    if (path.end() != End.OPEN) {
      steps.add(new Step(path.through().getLast().key(), path.end().key()));
    }
    return steps;
  }

  /** From found on. */
  Table ofFound(Counted counted) {
    List<String> named =
        boards.most(perBoard(counted.found(), FoundCount::board, FoundCount::jobs), MOST_BOARDS);
    for (FoundCount count : counted.found()) {
      String board = named.contains(count.board()) ? count.board() : OTHER;
      String from = "board:" + board;
      add(
          new Step(from, "found"),
          count.jobs(),
          board.equals(OTHER) ? "" : links.to("found", "board", board));
      String to =
          count.standing() == Standing.APPLIED ? Standing.APPROVED.key() : count.standing().key();
      String href =
          count.standing() == Standing.APPLIED || count.standing() == Standing.APPROVED
              ? links.to("found", "standing", "chosen")
              : links.to("found", "standing", count.standing().key());
      add(new Step("found", to), count.jobs(), href);
      if (count.standing() == Standing.APPLIED) {
        add(
            new Step("approved", "applied"),
            count.jobs(),
            links.to("reached", "key", Stage.APPLIED.key()));
      }
    }
    applications(counted.paths());
    return table("flow", t("numbers.flow"));
  }

  /** From applying on. */
  Table ofApplications(Counted counted) {
    List<String> named =
        boards.most(perBoard(counted.paths(), Path::board, Path::jobs), MOST_BOARDS);
    for (Path path : counted.paths()) {
      String board = named.contains(path.board()) ? path.board() : OTHER;
      add(
          new Step("board:" + board, "applied"),
          path.jobs(),
          board.equals(OTHER) ? "" : links.to("reached", "key", "applied", "board", board));
    }
    applications(counted.paths());
    return table("flow", t("numbers.flow"));
  }

  private static <T> Map<String, Long> perBoard(
      List<T> counts,
      java.util.function.Function<T, String> board,
      java.util.function.ToLongFunction<T> jobs) {
    var sums = new LinkedHashMap<String, Long>();
    counts.forEach(count -> sums.merge(board.apply(count), jobs.applyAsLong(count), Long::sum));
    return sums;
  }

  private void applications(List<Path> paths) {
    for (Path path : paths) {
      for (Step step : steps(path)) {
        add(step, path.jobs(), links.to("step", "from", step.from(), "to", step.to()));
      }
    }
  }

  private void add(Step step, long jobs, String href) {
    steps.merge(step, jobs, Long::sum);
    hrefs.put(step, href);
  }

  private Table table(String key, String title) {
    List<Row> rows =
        steps.entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .sorted(
                java.util.Comparator.<Map.Entry<Step, Long>>comparingInt(
                        entry -> order(entry.getKey().from()))
                    .thenComparing(entry -> -entry.getValue()))
            .map(
                entry ->
                    new Row(
                        entry.getKey().from() + ">" + entry.getKey().to(),
                        List.of(
                            Cell.of(name(entry.getKey().from())),
                            Cell.of(name(entry.getKey().to())),
                            Said.count(entry.getValue(), hrefs.getOrDefault(entry.getKey(), "")))))
            .toList();
    return new Table(
        key,
        title,
        List.of(
            new Column("from", t("numbers.column-from")),
            new Column("to", t("numbers.column-to")),
            new Column("jobs", t("numbers.column-jobs"))),
        rows);
  }

  private static int order(String node) {
    if (node.startsWith("board:")) {
      return -2;
    }
    return node.equals("found") ? -1 : Stage.of(node).ordinal();
  }

  private String name(String node) {
    if (node.startsWith("board:")) {
      String board = node.substring(6);
      return board.equals(OTHER) ? t("numbers.other-boards") : boards.name(board);
    }
    return named(node);
  }

  /** What a point of the way is called that is no board. */
  static String named(String node) {
    for (Standing standing : Standing.values()) {
      if (standing.key().equals(node) && standing != Standing.APPLIED) {
        return Said.standing(standing);
      }
    }
    for (End end : End.values()) {
      if (end.key().equals(node)) {
        return Said.end(end);
      }
    }
    return Funnel.STEPS.stream()
        .filter(stage -> stage.key().equals(node))
        .findFirst()
        .map(Said::stage)
        .orElseGet(() -> t("numbers.step-found"));
  }
}
