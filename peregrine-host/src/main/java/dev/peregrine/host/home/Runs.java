package dev.peregrine.host.home;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.discovery.BoardOutcome;
import dev.peregrine.host.discovery.OutcomeState;
import dev.peregrine.host.discovery.RunView;
import dev.peregrine.host.texts.Language;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says what a run brought. */
final class Runs {

  /**
   * What a board's line counts as hidden though no rule hid it: these are in the list elsewhere.
   */
  private static final Set<String> KNOWN = Set.of("seen", "twice", "also-on");

  private static final Set<String> RULES =
      Set.of(
          "seen",
          "twice",
          "also-on",
          "title",
          "location",
          "remote",
          "age",
          "pay",
          "type",
          "blocklist",
          "excluded-word");

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
            + run.finished()
                .map(times::momentWithin)
                .orElse(t("home.started", "time", times.clock(run.started())));
    String sentence =
        running
            ? t("home.run-goes-on", "done", done, "total", total, "kept", newJobs(kept))
            : t("home.run-brought", "kept", newJobs(kept), "total", total);
    return new RunPart(
        false,
        running,
        run.task(),
        running ? t("home.finding-jobs") : t("home.last-search"),
        about,
        sentence,
        done,
        total,
        run.boards().stream().map(Runs::line).toList(),
        canStart,
        token);
  }

  private static String newJobs(int kept) {
    return t("home.new-jobs", "count", kept);
  }

  private static boolean isOver(OutcomeState state) {
    return state != OutcomeState.WAITING && state != OutcomeState.READING;
  }

  private static RunPart.Line line(BoardOutcome board) {
    boolean asked =
        board.found() > 0
            || board.state() == OutcomeState.DONE
            || board.state() == OutcomeState.READING;
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
        pieces(board),
        byRule ? hiddenPath(board.board(), "") : "",
        board.done(),
        board.total(),
        help(board));
  }

  private static String hiddenPath(String board, String rule) {
    return "/review?view=list&stage=hidden&board="
        + board
        + (rule.isEmpty() ? "" : "&rule=" + rule);
  }

  /**
   * The board's sentence, with each "18 too old" in it as a link to those 18. The sentence names
   * the rules by number, the largest first; where it does not, it stays a plain sentence.
   */
  static List<RunPart.Piece> pieces(BoardOutcome board) {
    String sentence = board.sentence();
    List<Map.Entry<String, Integer>> rules =
        board.hiddenBy().entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    if (sentence.isEmpty() || rules.isEmpty()) {
      return sentence.isEmpty() ? List.of() : List.of(new RunPart.Piece(sentence, ""));
    }
    var starts = new ArrayList<Integer>();
    int from = 0;
    for (Map.Entry<String, Integer> rule : rules) {
      String number = "%,d ".formatted(rule.getValue());
      int at =
          starts.isEmpty()
              ? (sentence.startsWith(number) ? 0 : -1)
              : sentence.indexOf(", " + number, from) + 2;
      if (at < from) {
        return List.of(new RunPart.Piece(sentence, all(board, rules)));
      }
      starts.add(at);
      from = at + 1;
    }
    int end = sentence.indexOf(". ", from);
    var pieces = new ArrayList<RunPart.Piece>();
    for (int i = 0; i < rules.size(); i++) {
      boolean isLast = i + 1 == rules.size();
      int to = isLast ? (end < 0 ? sentence.length() : end) : starts.get(i + 1) - 2;
      String key = rules.get(i).getKey();
      String path = KNOWN.contains(key) ? "" : hiddenPath(board.board(), key);
      String text = sentence.substring(starts.get(i), to);
      pieces.add(new RunPart.Piece(said(rules.get(i), text), path));
      if (!isLast) {
        pieces.add(new RunPart.Piece(", ", ""));
      }
    }
    if (end >= 0) {
      pieces.add(new RunPart.Piece(sentence.substring(end), ""));
    }
    return pieces;
  }

  /** What is stored is English; in another language the rule is named anew. */
  private static String said(Map.Entry<String, Integer> rule, String stored) {
    if (Language.current().equals(Language.ENGLISH)) {
      return stored;
    }
    String name = RULES.contains(rule.getKey()) ? rule.getKey() : "other";
    return t("home.rule-" + name, "count", rule.getValue(), "rule", rule.getKey());
  }

  private static String all(BoardOutcome board, List<Map.Entry<String, Integer>> rules) {
    String only = rules.getFirst().getKey();
    boolean oneRule = rules.size() == 1 && board.sentence().startsWith("All hidden");
    return oneRule && !KNOWN.contains(only) ? hiddenPath(board.board(), only) : "";
  }

  private static String kind(OutcomeState state) {
    return switch (state) {
      case DONE -> "positive";
      case READING -> "info";
      case BLOCKED, FAILED, NEEDS_SETTINGS, NEEDS_BROWSER -> "caution";
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
      case NEEDS_BROWSER -> Icon.PLUG;
      case WAITING, RESTING -> Icon.CLOCK;
    };
  }

  private static String state(OutcomeState state) {
    return switch (state) {
      case DONE -> t("home.done");
      case READING -> t("home.reading");
      case BLOCKED -> t("home.blocked");
      case STOPPED -> t("home.stopped");
      case FAILED -> t("home.did-not-work");
      case BROKEN -> t("home.changed");
      case NEEDS_SETTINGS -> t("home.needs-settings");
      case NEEDS_BROWSER -> t("home.needs-browser");
      case WAITING -> t("home.waiting");
      case RESTING -> t("home.resting");
    };
  }

  private static String help(BoardOutcome board) {
    return switch (board.state()) {
      case BLOCKED, BROKEN, FAILED, NEEDS_SETTINGS, NEEDS_BROWSER -> "/sources/" + board.board();
      case DONE, READING, STOPPED, WAITING, RESTING -> "";
    };
  }
}
