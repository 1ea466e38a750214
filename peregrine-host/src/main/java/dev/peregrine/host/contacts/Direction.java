package dev.peregrine.host.contacts;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who turned to whom. */
public enum Direction {
  /** They to the person. */
  IN,
  /** The person to them. */
  OUT,
  /** They spoke with each other. */
  BOTH;

  /** The name in tables and forms. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of that key; empty for another word. */
  public static Optional<Direction> find(String key) {
    return Stream.of(values()).filter(each -> each.key().equals(key)).findFirst();
  }
}
