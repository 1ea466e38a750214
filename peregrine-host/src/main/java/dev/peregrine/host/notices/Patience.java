package dev.peregrine.host.notices;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.host.plugins.PluginBugException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What follows from a notice that was not taken.
 *
 * @param until when its target is tried again; empty where that is the person's to say
 * @param givesUp whether this notice is dropped and the next one has its turn
 */
record Patience(Optional<Instant> until, String problem, boolean givesUp) {

  /** After so long without success a target is left alone until the person says so. */
  static final Duration LONGEST = Duration.ofDays(3);

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
  private static final int MOST_BUGS = 3;

  static Patience after(ExtensionException failed, int failures, Instant now) {
    String problem = String.valueOf(failed.getMessage());
    return switch (failed.kind()) {
      case RATE_LIMITED ->
          again(now.plus(failed.retryAfter().orElseGet(() -> pause(failures))), problem);
      case UNAVAILABLE -> again(now.plus(pause(failures)), problem);
      case REFUSED -> again(now.plus(Duration.ofDays(1)), problem);
      case BAD_SETTINGS, CHANGED_REMOTE, UNSUPPORTED ->
          new Patience(Optional.empty(), problem, false);
    };
  }

  /** A notice over which the plugin stumbles must not stand in the way of the others. */
  static Patience afterBug(RuntimeException bug, int tries, Instant now) {
    String problem =
        bug instanceof PluginBugException known
            ? known.sentence()
            : "It failed for a reason that is in the log. Report it.";
    return tries + 1 < MOST_BUGS
        ? again(now.plus(pause(tries)), problem)
        : new Patience(Optional.empty(), problem, true);
  }

  private static Patience again(Instant at, String problem) {
    return new Patience(Optional.of(at), problem, false);
  }

  private static Duration pause(int failures) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 10));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }
}
