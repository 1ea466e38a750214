package dev.peregrine.host.research;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a brief tells of a company, in its order. */
public enum Heading {
  OVERVIEW,
  LEADERSHIP,
  TECHNOLOGY,
  FUNDING,
  RECENT,
  COMPETITORS,
  RED_FLAGS,
  /** Only where the person wants to know it. */
  ACCESSIBILITY,
  /** Only where the person wants to know it. */
  INCLUSION;

  /** As addresses, texts and JSON name it, such as {@code red-flags}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The heading of that key. */
  public static Optional<Heading> of(String key) {
    return Stream.of(values()).filter(each -> each.key().equals(key)).findFirst();
  }

  /** Whether it is in a brief only where the person wants to know it. */
  public boolean isOnlyIfWanted() {
    return this == ACCESSIBILITY || this == INCLUSION;
  }
}
