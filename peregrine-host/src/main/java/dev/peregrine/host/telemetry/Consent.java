package dev.peregrine.host.telemetry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person allows to be recorded. Whoever never said anything allows nothing.
 *
 * @param allDisabled nothing at all, whatever else is said
 * @param usageEvents what is listed in {@link UsageEvent}
 * @param updatedAt when it was said; null for never
 */
public record Consent(boolean allDisabled, boolean usageEvents, @Nullable Instant updatedAt) {

  static final Consent NONE = new Consent(false, false, null);

  /** Whether anything is recorded. */
  public boolean counts() {
    return usageEvents && !allDisabled;
  }
}
