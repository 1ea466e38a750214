package dev.peregrine.host.discovery;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Posting;
import dev.peregrine.host.pipeline.Hidden;
import dev.peregrine.host.pipeline.Stored;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** One board's line in a run while the run goes on. Safe for several threads. */
final class BoardLine {

  /** Keys of {@link BoardOutcome#hiddenBy} beside the rules of the pipeline. */
  static final String SEEN = "seen";

  static final String TWICE = "twice";
  static final String ALSO_ON = "also-on";

  private static final int MOST_SKIPPED = 100;
  private static final int MOST_REASONS = 10;

  private final String board;
  private final String name;
  private final Set<Long> ownJobs = new HashSet<>();
  private final Map<String, Integer> hiddenBy = new LinkedHashMap<>();
  private final Map<String, String> details = new LinkedHashMap<>();
  private final Set<String> firstBoards = new LinkedHashSet<>();
  private final List<String> skipped = new ArrayList<>();
  private final Set<String> reasons = new LinkedHashSet<>();
  private final Map<PostingField, Integer> filled = new EnumMap<>(PostingField.class);
  private int unreadable;
  private int missed;
  private boolean noBrowser;
  private boolean asked;
  private long began;
  private long ended;
  private OutcomeState state = OutcomeState.WAITING;
  private int found;
  private int kept;
  private Function<BoardLine, String> closing = line -> line.step;
  private String step = "";
  private OptionalInt done = OptionalInt.empty();
  private OptionalInt total = OptionalInt.empty();

  BoardLine(String board, String name) {
    this.board = board;
    this.name = name;
  }

  String board() {
    return board;
  }

  String name() {
    return name;
  }

  /** The board showed another posting. */
  synchronized void shown(Posting posting) {
    found++;
    for (PostingField field : PostingField.values()) {
      if (field.isIn(posting)) {
        filled.merge(field, 1, Integer::sum);
      }
    }
  }

  synchronized int found() {
    return found;
  }

  synchronized Map<String, Integer> hiddenBy() {
    return Map.copyOf(hiddenBy);
  }

  synchronized int kept() {
    return kept;
  }

  /** What became of a posting that was shown. */
  synchronized void stored(Stored stored, Optional<Hidden> hidden) {
    switch (stored) {
      case Stored.New fresh -> {
        ownJobs.add(fresh.job());
        if (hidden.isEmpty()) {
          kept++;
        } else {
          count(hidden.get().rule());
          // One sentence stands for all only while it is the same.
          details.merge(
              hidden.get().rule(),
              hidden.get().detail(),
              (before, now) -> before.equals(now) ? now : "");
        }
      }
      case Stored.SeenBefore before -> count(ownJobs.contains(before.job()) ? TWICE : SEEN);
      case Stored.AlsoOn also -> {
        ownJobs.add(also.job());
        firstBoards.add(also.firstBoard());
        count(ALSO_ON);
      }
    }
  }

  /** A posting passed or not, in a try that stores nothing. */
  synchronized void tried(Optional<Hidden> hidden) {
    if (hidden.isEmpty()) {
      kept++;
    } else {
      count(hidden.get().rule());
    }
  }

  private void count(String rule) {
    hiddenBy.merge(rule, 1, Integer::sum);
  }

  synchronized void step(String text) {
    if (state == OutcomeState.READING) {
      step = text.length() > 120 ? text.substring(0, 120) + "…" : text;
    }
  }

  synchronized void of(long newDone, long newTotal) {
    done = OptionalInt.of((int) Math.clamp(newDone, 0, Integer.MAX_VALUE));
    total =
        newTotal > 0
            ? OptionalInt.of((int) Math.clamp(newTotal, 0, Integer.MAX_VALUE))
            : OptionalInt.empty();
  }

  synchronized void skipped(String what, ExtensionException why) {
    switch (why.kind()) {
      case CHANGED_REMOTE -> unreadable++;
      case REFUSED, RATE_LIMITED, UNAVAILABLE -> missed++;
      case BAD_SETTINGS, UNSUPPORTED -> {
        // Says nothing about how the board is.
      }
    }
    if (reasons.size() < MOST_REASONS) {
      reasons.add(what + ": " + Health.message(why));
    }
    if (skipped.size() < MOST_SKIPPED && !skipped.contains(what)) {
      skipped.add(what.length() > 80 ? what.substring(0, 80) + "…" : what);
    }
  }

  synchronized void reading() {
    state = OutcomeState.READING;
    asked = true;
    began = System.nanoTime();
  }

  /** Notes that it asked for a browser in vain. */
  synchronized void noBrowser() {
    noBrowser = true;
  }

  synchronized boolean isWithoutBrowser() {
    return noBrowser;
  }

  /** Adds a sentence to what there is to say. */
  synchronized void warn(String sentence) {
    Function<BoardLine, String> before = closing;
    closing = line -> Sentences.joined(before.apply(line), sentence);
  }

  /**
   * Over. What there is to say is made each time it is asked for, because what the board showed
   * last may not be stored yet.
   */
  synchronized void over(OutcomeState newState, Function<BoardLine, String> newClosing) {
    state = newState;
    closing = newClosing;
    ended = System.nanoTime();
    done = OptionalInt.empty();
    total = OptionalInt.empty();
  }

  synchronized OutcomeState state() {
    return state;
  }

  synchronized List<String> skippedParts() {
    return List.copyOf(skipped);
  }

  /** The first parts that could not be read, each with its reason. */
  synchronized List<String> skippedWithReasons() {
    return List.copyOf(reasons);
  }

  synchronized Set<String> firstBoards() {
    return Set.copyOf(firstBoards);
  }

  /** The sentence that all postings of a rule share, if they do. */
  synchronized Optional<String> sharedDetail(String rule) {
    return Optional.ofNullable(details.get(rule)).filter(detail -> !detail.isEmpty());
  }

  /** What the reading brought; empty where the board was not asked, or not to an end. */
  synchronized Optional<BoardRead> read(Instant at) {
    return !asked || state == OutcomeState.STOPPED
        ? Optional.empty()
        : Optional.of(
            new BoardRead(
                at,
                state,
                found,
                kept,
                unreadable,
                missed,
                filled,
                Duration.ofNanos(ended - began),
                closing.apply(this),
                ""));
  }

  synchronized BoardOutcome outcome() {
    int hidden = hiddenBy.values().stream().mapToInt(Integer::intValue).sum();
    return new BoardOutcome(
        board, name, state, found, kept, hidden, closing.apply(this), done, total, hiddenBy);
  }
}
