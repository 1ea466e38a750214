package dev.peregrine.api;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the dates of boards, which write them in a dozen ways. */
final class DateText {

  private static final int LONGEST = 100;
  private static final long LEAST_SECONDS = 946_684_800L; // the year 2000
  private static final long MOST_SECONDS = 4_102_444_800L; // the year 2100

  private static final Pattern ISO =
      Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ].*)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})(?:\\s.*)?");
  private static final Pattern MOMENT =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)\\s*(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AGO =
      Pattern.compile(
          "(?:posted |active |updated )?(?:about |over )?(\\d{1,4}|an?|one|few)\\s*(second|sec|minute|min|hour|hr|h|day|d|week|wk|w|month|mo|year|yr)s?\\.? ago");
  private static final Pattern EPOCH = Pattern.compile("\\d{9,13}");

  private static final List<DateTimeFormatter> NAMED_MONTHS =
      List.of(
          named("[EEE, ][EEEE, ]d MMM uuuu"),
          named("[EEE, ][EEEE, ]d MMMM uuuu"),
          named("MMM d, uuuu"),
          named("MMMM d, uuuu"),
          named("d-MMM-uuuu"));

  /** RFC 822 and 1123, also with the names of zones and without seconds. */
  private static final DateTimeFormatter MAIL =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("[EEE, ]d MMM uuuu HH:mm[:ss] ")
          .optionalStart()
          .appendOffset("+HHMM", "GMT")
          .optionalEnd()
          .optionalStart()
          .appendZoneText(TextStyle.SHORT)
          .optionalEnd()
          .toFormatter(Locale.ROOT);

  /** {@code Mon Sep 14 00:00:00 UTC 2026}, as Java prints a date. */
  private static final DateTimeFormatter PRINTED =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("EEE MMM d HH:mm:ss ")
          .appendZoneText(TextStyle.SHORT)
          .appendPattern(" uuuu")
          .toFormatter(Locale.ROOT);

  private DateText() {}

  static Optional<LocalDate> day(String text, InstantSource clock) {
    String plain = text.strip();
    if (plain.isEmpty() || plain.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher iso = ISO.matcher(plain);
    if (iso.matches()) {
      return date(iso.group(1), iso.group(2), iso.group(3));
    }
    Matcher dayFirst = DAY_FIRST.matcher(plain);
    if (dayFirst.matches()) {
      return date(dayFirst.group(4), dayFirst.group(3), dayFirst.group(1))
          .or(() -> date(dayFirst.group(4), dayFirst.group(1), dayFirst.group(3)));
    }
    return epoch(plain)
        .or(() -> ago(plain, clock))
        .map(moment -> LocalDate.ofInstant(moment, ZoneOffset.UTC))
        .or(() -> zoned(plain).map(ZonedDateTime::toLocalDate))
        .or(() -> namedMonth(plain))
        .filter(DateText::isSane);
  }

  static Optional<Instant> moment(String text) {
    String plain = text.strip();
    if (plain.isEmpty() || plain.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher iso = MOMENT.matcher(plain);
    if (iso.matches()) {
      return iso(iso);
    }
    return epoch(plain)
        .or(() -> zoned(plain).map(ZonedDateTime::toInstant))
        .filter(moment -> isSane(LocalDate.ofInstant(moment, ZoneOffset.UTC)));
  }

  private static Optional<Instant> iso(Matcher iso) {
    String zone = iso.group(3) == null ? "Z" : iso.group(3).toUpperCase(Locale.ROOT);
    if (zone.equals("UTC") || zone.equals("GMT")) {
      zone = "Z";
    } else if (zone.length() == 5) {
      zone = zone.substring(0, 3) + ":" + zone.substring(3);
    }
    try {
      return Optional.of(OffsetDateTime.parse(iso.group(1) + "T" + iso.group(2) + zone).toInstant())
          .filter(moment -> isSane(LocalDate.ofInstant(moment, ZoneOffset.UTC)));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> date(String year, String month, String day) {
    try {
      return Optional.of(
              LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)))
          .filter(DateText::isSane);
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> epoch(String text) {
    if (!EPOCH.matcher(text).matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(text);
    long seconds = number > MOST_SECONDS ? number / 1000 : number;
    return seconds < LEAST_SECONDS || seconds > MOST_SECONDS
        ? Optional.empty()
        : Optional.of(
            number > MOST_SECONDS ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number));
  }

  private static Optional<Instant> ago(String text, InstantSource clock) {
    String lower = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    Instant now = clock.instant();
    switch (lower.replaceFirst("^posted ", "")) {
      case "today", "just now", "just posted", "now", "few hours ago", "few minutes ago" -> {
        return Optional.of(now);
      }
      case "yesterday" -> {
        return Optional.of(now.minus(1, ChronoUnit.DAYS));
      }
      default -> {
        // Counted below.
      }
    }
    Matcher ago = AGO.matcher(lower);
    if (!ago.matches() || ago.group(1).equals("few")) {
      return Optional.empty();
    }
    long many = Character.isDigit(ago.group(1).charAt(0)) ? Long.parseLong(ago.group(1)) : 1;
    return Optional.of(now.minus(unit(ago.group(2)).multipliedBy(many)));
  }

  private static Duration unit(String word) {
    return switch (word) {
      case "second", "sec" -> Duration.ofSeconds(1);
      case "minute", "min" -> Duration.ofMinutes(1);
      case "hour", "hr", "h" -> Duration.ofHours(1);
      case "day", "d" -> Duration.ofDays(1);
      case "week", "wk", "w" -> Duration.ofDays(7);
      case "month", "mo" -> Duration.ofDays(30);
      default -> Duration.ofDays(365);
    };
  }

  private static Optional<ZonedDateTime> zoned(String text) {
    for (DateTimeFormatter format : List.of(MAIL, PRINTED)) {
      try {
        return Optional.of(ZonedDateTime.parse(text, format));
      } catch (DateTimeException notThis) {
        // The next one.
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> namedMonth(String text) {
    for (DateTimeFormatter format : NAMED_MONTHS) {
      try {
        return Optional.of(LocalDate.parse(text, format));
      } catch (DateTimeException notThis) {
        // The next one.
      }
    }
    return Optional.empty();
  }

  private static DateTimeFormatter named(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .parseDefaulting(ChronoField.ERA, 1)
        .toFormatter(Locale.ENGLISH);
  }

  private static boolean isSane(LocalDate day) {
    return day.getYear() >= 2000 && day.getYear() < 2100;
  }
}
