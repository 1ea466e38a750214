package dev.peregrine.host.discovery;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.integration.Notice.Event;
import dev.peregrine.api.integration.Notice.Priority;
import dev.peregrine.host.notices.Happening;
import dev.peregrine.host.notices.Happenings;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Boards that stopped to work, and those that work again. One that was only away for a moment is
 * none of them.
 */
public final class BoardHappenings implements Happenings {

  private final Sources sources;

  public BoardHappenings(Sources sources) {
    this.sources = sources;
  }

  @Override
  public Event event() {
    return Event.BOARD_CHANGED;
  }

  @Override
  public List<Happening> standing(ZonedDateTime now) {
    return sources.all().stream()
        .filter(SourceHealth::inUse)
        .flatMap(BoardHappenings::happening)
        .sorted(Comparator.comparing(Happening::at))
        .toList();
  }

  private static Stream<Happening> happening(SourceHealth board) {
    List<BoardRead> telling = board.reads().stream().filter(BoardHappenings::tells).toList();
    if (telling.isEmpty()) {
      return Stream.empty();
    }
    boolean works = works(telling.getLast());
    Optional<BoardRead> other =
        telling.reversed().stream().filter(read -> works(read) != works).findFirst();
    // Before the readings that are kept it may have been so for long, which was told then.
    boolean began = other.isPresent() || !works && board.reads().size() < Drift.PAST;
    if (!began) {
      return Stream.empty();
    }
    BoardRead first =
        other.isEmpty() ? telling.getFirst() : telling.get(telling.indexOf(other.get()) + 1);
    String state = works ? "works" : "broken";
    return Stream.of(
        Happening.of(
                "%s:%s:%d".formatted(board.board(), state, first.at().toEpochMilli()),
                Event.BOARD_CHANGED,
                works
                    ? t("notices.board-works", "board", board.name())
                    : t("notices.board-broken", "board", board.name()),
                works ? "" : why(telling.getLast()),
                "/sources/" + board.board(),
                first.at())
            .withPriority(works ? Priority.LOW : Priority.NORMAL)
            .withFacts(Map.of("board", board.board(), "state", state)));
  }

  private static String why(BoardRead read) {
    return read.changed().isEmpty() ? read.sentence() : read.changed();
  }

  /** Whether a reading says how the board is, beyond the moment. */
  private static boolean tells(BoardRead read) {
    return switch (read.state()) {
      case DONE, BLOCKED, BROKEN, NEEDS_SETTINGS, NEEDS_BROWSER -> true;
      case WAITING, READING, RESTING, FAILED, STOPPED -> false;
    };
  }

  private static boolean works(BoardRead read) {
    return read.state() == OutcomeState.DONE && read.changed().isEmpty();
  }
}
