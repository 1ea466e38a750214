package dev.peregrine.host.programs;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A token as it is shown after it was made: without itself.
 *
 * @param name how the person calls the program that has it
 * @param expires from when on it no longer counts; empty for never
 * @param used when it was last used, to the minute; empty for never
 */
public record ApiToken(
    long id,
    String name,
    Set<Scope> scopes,
    Instant created,
    Optional<Instant> expires,
    Optional<Instant> used) {

  public ApiToken {
    scopes = Set.copyOf(scopes);
  }

  /** Whether it no longer counts at that time. */
  public boolean isOver(Instant now) {
    return expires.filter(end -> !now.isBefore(end)).isPresent();
  }
}
