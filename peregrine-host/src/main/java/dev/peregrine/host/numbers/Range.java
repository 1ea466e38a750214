package dev.peregrine.host.numbers;

import static dev.peregrine.host.texts.Texts.t;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/** Since when jobs count. */
public enum Range {
  DAYS_30(30),
  DAYS_90(90),
  YEAR(365),
  ALL(0);

  private final int days;

  Range(int days) {
    this.days = days;
  }

  /** The name in addresses and on the command line. */
  public String key() {
    return this == ALL ? "all" : this == YEAR ? "year" : Integer.toString(days);
  }

  /** The range of that key; what is none counts as 90 days. */
  public static Range of(String key) {
    for (Range range : values()) {
      if (range.key().equals(key.toLowerCase(Locale.ROOT))) {
        return range;
      }
    }
    return DAYS_90;
  }

  String label() {
    return t("numbers.range-" + key());
  }

  /** Where it begins, with the beginning of a day of the person. */
  Instant since(Instant now, ZoneId zone) {
    return this == ALL
        ? Instant.EPOCH
        : LocalDate.ofInstant(now, zone).minusDays(days - 1L).atStartOfDay(zone).toInstant();
  }
}
