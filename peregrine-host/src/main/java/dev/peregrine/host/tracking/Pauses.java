package dev.peregrine.host.tracking;

import dev.peregrine.api.ExtensionException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long a table is left alone after a failure. */
final class Pauses {

  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(6);

  private Pauses() {}

  /** Empty where the person has to do something first. */
  static Optional<Instant> until(ExtensionException failed, int failures, Instant now) {
    return switch (failed.kind()) {
      case RATE_LIMITED ->
          Optional.of(now.plus(failed.retryAfter().orElseGet(() -> after(failures))));
      case UNAVAILABLE -> Optional.of(now.plus(after(failures)));
      case REFUSED -> Optional.of(now.plus(Duration.ofDays(1)));
      case BAD_SETTINGS, CHANGED_REMOTE, UNSUPPORTED -> Optional.empty();
    };
  }

  static Duration after(int failures) {
    Duration pause = FIRST.multipliedBy(1L << Math.min(failures, 10));
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }
}
