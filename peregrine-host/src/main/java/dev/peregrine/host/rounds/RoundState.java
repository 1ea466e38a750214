package dev.peregrine.host.rounds;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How certain a round is. */
public enum RoundState {
  PROPOSED,
  AGREED,
  CANCELLED,
  DONE;

  /** Its word in tables, forms and texts. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of that word. */
  public static Optional<RoundState> of(String key) {
    return Stream.of(values()).filter(state -> state.key().equals(key)).findFirst();
  }

  /** Whether it is still to come, as far as anybody said. */
  public boolean isOpen() {
    return this == PROPOSED || this == AGREED;
  }
}
