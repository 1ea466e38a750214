package dev.peregrine.host.leads;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A link of a digest that the person chose.
 *
 * @param job what it became, or turned out to be
 * @param problem why its page could not be read; for the person
 */
public record QueuedLink(
    long id, long digest, AlertLink link, State state, OptionalLong job, Optional<String> problem) {

  /** How far it is. Stored by {@link #key()}. */
  public enum State {
    WAITING,
    /** It is a new job in Review. */
    ADDED,
    /** It was here already. */
    KNOWN,
    /** Its page could not be read. The job may be there nevertheless. */
    FAILED;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static QueuedLink of(DigestMapper.LinkRow row) {
    return new QueuedLink(
        row.id(),
        row.digest(),
        new AlertLink(
            URI.create(row.address()),
            row.title(),
            Optional.ofNullable(row.company()),
            Optional.ofNullable(row.place()),
            true,
            row.redirect()),
        State.valueOf(row.state().toUpperCase(Locale.ROOT)),
        row.job() == null ? OptionalLong.empty() : OptionalLong.of(row.job()),
        Optional.ofNullable(row.problem()));
  }
}
