package dev.peregrine.host.research;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * All that was found of a company.
 *
 * @param site its own site, where that came out
 */
record Gathered(List<Found> found, List<Looked> looked, Optional<URI> site) {

  Gathered {
    found = List.copyOf(found);
    looked = List.copyOf(looked);
  }
}
