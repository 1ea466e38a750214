package dev.peregrine.host.importers;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What comes first in a date of figures, such as {@code 03/04/2026}. */
public enum DayOrder {
  /** 3 April, as in most of the world. */
  DAY_FIRST,
  /** 4 March, as in the United States. */
  MONTH_FIRST;

  /** As it is typed in a command line. */
  public String key() {
    return this == DAY_FIRST ? "dmy" : "mdy";
  }

  /** The one of that key. */
  public static Optional<DayOrder> find(String key) {
    return Stream.of(values())
        .filter(order -> order.key().equals(key.toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}
