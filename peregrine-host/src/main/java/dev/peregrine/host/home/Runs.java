package dev.peregrine.host.home;

import dev.peregrine.host.discovery.BoardOutcome;
import dev.peregrine.host.discovery.OutcomeState;
import dev.peregrine.host.discovery.RunView;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.Times;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says what a run brought. */
final class Runs {

  /** What a board's line counts as hidden though no rule hid it: these are in the list elsewhere. */
  private static final Set<String> KNOWN = Set.of("seen", "also-on");

  private Runs() {}

  static RunPart part(Optional<RunView> latest, boolean canStart, Times times, String token) {
    if (latest.isEmpty()) {
      return new RunPart(true, false, 0, "", "", "", 0, 0, List.of(), canStart, token);
    }
    RunView run = latest.get();
    boolean running = run.finished().isEmpty();
    int total = run.boards().size();
    int done = (int) run.boards().stream().filter(b -> isOver(b.state())).count();
    int kept = run.boards().stream().mapToInt(BoardOutcome::kept).sum();
    String about =
        run.label()
            + " · "
            + run.finished().map(end -> times.moment(end)).orElse("started " + times.clock(run.started()));
    String sentence =
        running
            ? "%d of %d %s done. %s kept so far.".formatted(done, total, total == 1 ? "board" : "boards", newJobs(kept))
            : "%s kept from %d %s.".formatted(newJobs(kept), total, total == 1 ? "board" : "boards");
    return new RunPart(
        false,
        running,
        run.task(),
        running ? "Finding jobs" : "Last search",
        about,
        sentence,
        done,
        total,
        run.boards().stream().map(Runs::line).toList(),
        canStart,
        token);
  }

  private static String newJobs(int kept) {
    return kept == 0 ? "No new jobs" : kept == 1 ? "1 new job" : "%,d new jobs".formatted(kept);
  }

  private static boolean isOver(OutcomeState state) {
    return state != OutcomeState.WAITING && state != OutcomeState.READING;
  }

  private static RunPart.Line line(BoardOutcome board) {
    boolean asked = board.found() > 0 || board.state() == OutcomeState.DONE || board.state() == OutcomeState.READING;
    boolean byRule = board.hiddenBy().keySet().stream().anyMatch(rule -> !KNOWN.contains(rule));
    return new RunPart.Line(
        board.board(),
        board.name(),
        kind(board.state()),
        icon(board.state()),
        state(board.state()),
        asked,
        board.found(),
        board.kept(),
        board.hidden(),
        board.sentence(),
        byRule ? hiddenPath(board.board(), "") : "",
        rules(board),
        board.done(),
        board.total(),
        help(board.state()));
  }

  private static String hiddenPath(String board, String rule) {
    return "/review?view=list&stage=hidden&board=" + board + (rule.isEmpty() ? "" : "&rule=" + rule);
  }

  private static List<RunPart.Rule> rules(BoardOutcome board) {
    var rules = new ArrayList<RunPart.Rule>();
    board.hiddenBy().entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
        .forEach(
            entry ->
                rules.add(
                    new RunPart.Rule(
                        "%,d %s".formatted(entry.getValue(), rule(entry.getKey())),
                        KNOWN.contains(entry.getKey()) ? "" : hiddenPath(board.board(), entry.getKey()))));
    return rules;
  }

  private static String rule(String key) {
    return switch (key) {
      case "seen" -> "seen before";
      case "also-on" -> "already here from another board";
      case "title" -> "with another title";
      case "location" -> "in another place";
      case "remote" -> "with another place of work";
      case "age" -> "too old";
      case "pay" -> "that pay less";
      case "type" -> "with another contract";
      case "blocklist" -> "on your blocklist";
      case "excluded-word" -> "with a word you excluded";
      default -> "by rule " + key;
    };
  }

  private static String kind(OutcomeState state) {
    return switch (state) {
      case DONE -> "positive";
      case READING -> "info";
      case BLOCKED, FAILED, NEEDS_SETTINGS -> "caution";
      case BROKEN -> "danger";
      case WAITING, RESTING, STOPPED -> "";
    };
  }

  private static Icon icon(OutcomeState state) {
    return switch (state) {
      case DONE -> Icon.CHECK;
      case READING -> Icon.AGAIN;
      case BLOCKED, STOPPED -> Icon.STOP;
      case FAILED, BROKEN -> Icon.WARN;
      case NEEDS_SETTINGS -> Icon.TUNE;
      case WAITING, RESTING -> Icon.CLOCK;
    };
  }

  private static String state(OutcomeState state) {
    return switch (state) {
      case DONE -> "Done";
      case READING -> "Reading";
      case BLOCKED -> "Blocked";
      case STOPPED -> "Stopped";
      case FAILED -> "Did not work";
      case BROKEN -> "Broken";
      case NEEDS_SETTINGS -> "Needs settings";
      case WAITING -> "Waiting";
      case RESTING -> "Resting";
    };
  }

  private static String help(OutcomeState state) {
    return switch (state) {
      case BLOCKED, BROKEN, NEEDS_SETTINGS -> "/plugins";
      case DONE, READING, STOPPED, FAILED, WAITING, RESTING -> "";
    };
  }
}
