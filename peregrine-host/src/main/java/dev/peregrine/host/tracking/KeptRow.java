package dev.peregrine.host.tracking;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a row elsewhere.
 *
 * @param cells texts by column, as they were written last
 * @param problem why it was not written the last time; empty for nothing
 * @param refused texts that were refused for good
 */
public record KeptRow(
    long job,
    Optional<String> remoteId,
    Optional<URI> link,
    State state,
    Map<String, String> cells,
    Optional<Instant> written,
    String problem,
    Optional<Map<String, String>> refused) {

  /** Where a row is. */
  public enum State {
    /** Not there yet. */
    NEW,
    THERE,
    /** Taken out of sight by Peregrine. */
    ARCHIVED,
    /** Deleted there by the person, and left so. */
    GONE
  }
}
