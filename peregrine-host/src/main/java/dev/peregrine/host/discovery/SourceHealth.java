package dev.peregrine.host.discovery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How one board is.
 *
 * @param board the board's id
 * @param name as people read it
 * @param state how it is
 * @param sentence why, as the board or the host said it; may be empty
 * @param until when it is asked again; empty where it does not rest
 * @param isAsked whether the board's operator asked for the rest, so that nobody overrides it
 * @param isDrift whether it was read, but fell behind its own past
 * @param lastNew when it last brought something new
 * @param inUse whether a search profile names it, or it was asked of late
 * @param reads its last readings, the oldest first
 */
public record SourceHealth(
    String board,
    String name,
    SourceState state,
    String sentence,
    Optional<Instant> until,
    boolean isAsked,
    boolean isDrift,
    Optional<Instant> lastNew,
    boolean inUse,
    List<BoardRead> reads) {

  public SourceHealth {
    reads = List.copyOf(reads);
  }

  /** Whether a person should look at it. */
  public boolean isTrouble() {
    return inUse && state.isTrouble();
  }

  /** The last reading that was not a failure. */
  public Optional<BoardRead> lastWell() {
    return reads.reversed().stream().filter(r -> r.state() == OutcomeState.DONE).findFirst();
  }
}
