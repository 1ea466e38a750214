package dev.peregrine.host.discovery;

import dev.peregrine.api.Posting;
import dev.peregrine.host.pipeline.Hidden;
import java.util.Optional;

/** Takes what boards show: a {@link Shelf} in a run, a list in a try. */
@FunctionalInterface
interface Arrivals {

  /** Takes a posting; may wait. */
  void put(Posting posting, String board, BoardLine line, Optional<Hidden> hidden)
      throws InterruptedException;
}
