package dev.peregrine.host.resumes;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day, a month or a year; never more exact than what was said. Sorted by time, the less exact
 * first.
 *
 * @param month 1 to 12; 0 where it is not known
 * @param day 1 to 31; 0 where it is not known
 */
public record PartialDate(int year, int month, int day) implements Comparable<PartialDate> {

  private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");
  private static final Comparator<PartialDate> ORDER =
      Comparator.comparingInt(PartialDate::year)
          .thenComparingInt(PartialDate::month)
          .thenComparingInt(PartialDate::day);

  public PartialDate {
    if (year < 1000 || year > 9999 || month < 0 || month > 12 || (month == 0 && day != 0)) {
      throw new IllegalArgumentException(
          "Date \"%d-%d-%d\": expected a year of four digits and a month of 1 to 12."
              .formatted(year, month, day));
    }
    if (day != 0) {
      try {
        LocalDate.of(year, month, day);
      } catch (DateTimeException wrong) {
        throw new IllegalArgumentException(
            "Date \"%d-%d-%d\": expected a day of that month.".formatted(year, month, day), wrong);
      }
    }
  }

  public static PartialDate of(int year) {
    return new PartialDate(year, 0, 0);
  }

  public static PartialDate of(int year, int month) {
    return new PartialDate(year, month, 0);
  }

  /** Reads what {@link #toString} writes: {@code 2019}, {@code 2019-03} or {@code 2019-03-01}. */
  public static Optional<PartialDate> parse(String text) {
    Matcher matcher = ISO.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new PartialDate(
              Integer.parseInt(matcher.group(1)), number(matcher, 2), number(matcher, 3)));
    } catch (IllegalArgumentException noDate) {
      return Optional.empty();
    }
  }

  private static int number(Matcher matcher, int group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** The month, where it is known. */
  public OptionalInt monthIfKnown() {
    return month == 0 ? OptionalInt.empty() : OptionalInt.of(month);
  }

  @Override
  public int compareTo(PartialDate other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    String text = "%04d".formatted(year);
    text = month == 0 ? text : text + "-%02d".formatted(month);
    return day == 0 ? text : text + "-%02d".formatted(day);
  }
}
