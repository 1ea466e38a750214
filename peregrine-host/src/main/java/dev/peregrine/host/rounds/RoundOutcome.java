package dev.peregrine.host.rounds;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the employer said after a round. */
public enum RoundOutcome {
  /** Nothing yet. */
  OPEN,
  /** They want to go on. */
  FORWARD,
  /** They do not. */
  NOT_FORWARD;

  /** Its word in tables, forms and texts. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The outcome of that word. */
  public static Optional<RoundOutcome> of(String key) {
    return Stream.of(values()).filter(outcome -> outcome.key().equals(key)).findFirst();
  }
}
