package dev.peregrine.host.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a person stands with the service.
 *
 * @param tier as the subscription says it; null without one
 * @param validUntil when the subscription ends; null for not by itself
 * @param supportUntil how long support may look; null for not
 * @param erasureDue when everything of the person goes; null for never
 */
public record Standing(
    @Nullable String tier,
    @Nullable Instant validUntil,
    @Nullable Instant supportUntil,
    @Nullable Instant erasureDue) {

  static final Standing UNKNOWN = new Standing(null, null, null, null);
}
