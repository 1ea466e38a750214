package dev.peregrine.host.discovery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run over the boards, as a page shows it.
 *
 * @param id of the run
 * @param task the task that does it
 * @param label what was searched for
 * @param started when
 * @param finished when it was over; empty while it is not
 * @param boards in the order of their names
 */
public record RunView(
    long id,
    long task,
    String label,
    Instant started,
    Optional<Instant> finished,
    List<BoardOutcome> boards) {

  public RunView {
    boards = List.copyOf(boards);
  }
}
