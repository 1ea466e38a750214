package dev.peregrine.host.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a person lets support look at what they have.
 *
 * @param ticketRef what it is about; may be empty
 * @param revokedAt when the person took it back; null for not
 * @param looks how often support looked
 */
public record SupportGrant(
    long id,
    String ticketRef,
    Instant grantedAt,
    Instant expiresAt,
    @Nullable Instant revokedAt,
    long looks) {

  /** Whether it counts at that moment. */
  public boolean counts(Instant now) {
    return revokedAt == null && now.isBefore(expiresAt);
  }
}
