package dev.peregrine.host.web;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.texts.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Times and dates as the person reads them, in the language of the request.
 *
 * @param now the moment of the request
 * @param zone the person's zone
 */
public record Times(Instant now, ZoneId zone) {

  private static final Map<Pattern, DateTimeFormatter> FORMATS = new ConcurrentHashMap<>();

  private record Pattern(String pattern, Language language) {}

  private static String said(String key, TemporalAccessor time) {
    return FORMATS
        .computeIfAbsent(
            new Pattern(t(key), Language.current()),
            p -> DateTimeFormatter.ofPattern(p.pattern(), p.language().locale()))
        .format(time);
  }

  /** The day it is for the person. */
  public LocalDate today() {
    return LocalDate.ofInstant(now, zone);
  }

  /** Today as {@code Thursday, 12 March}. */
  public String weekday() {
    return said("times.pattern-weekday", today());
  }

  /** {@code Tuesday, 24 November}, with the year where it is another one. */
  public String weekday(LocalDate day) {
    boolean thisYear = day.getYear() == today().getYear();
    return said(thisYear ? "times.pattern-weekday" : "times.pattern-weekday-and-year", day);
  }

  /** {@code Good morning}, or what fits the hour. */
  public String greeting() {
    int hour = now.atZone(zone).getHour();
    if (hour >= 5 && hour < 12) {
      return t("times.good-morning");
    }
    return hour >= 12 && hour < 18 ? t("times.good-afternoon") : t("times.good-evening");
  }

  /** The time of the day, such as {@code 09:41}. */
  public String clock(Instant time) {
    return clock(time.atZone(zone));
  }

  /** The time of the day there, such as {@code 09:41}. */
  public static String clock(ZonedDateTime time) {
    return said("times.pattern-clock", time);
  }

  /** {@code 10 March}, with the year where it is another one. */
  public String day(LocalDate day) {
    boolean thisYear = day.getYear() == today().getYear();
    return said(thisYear ? "times.pattern-day" : "times.pattern-day-and-year", day);
  }

  /** The day of a moment. */
  public String day(Instant time) {
    return day(LocalDate.ofInstant(time, zone));
  }

  /** {@code Today, 09:41}, {@code Yesterday, 18:02} or {@code 10 March, 07:31}. */
  public String moment(Instant time) {
    return switch ((int) daysSince(time)) {
      case 0 -> t("times.today-at", "time", clock(time));
      case 1 -> t("times.yesterday-at", "time", clock(time));
      default -> t("times.day-at", "day", day(time), "time", clock(time));
    };
  }

  /** The same within a sentence: {@code today, 09:41}. */
  public String momentWithin(Instant time) {
    return switch ((int) daysSince(time)) {
      case 0 -> t("times.within-today-at", "time", clock(time));
      case 1 -> t("times.within-yesterday-at", "time", clock(time));
      default -> t("times.day-at", "day", day(time), "time", clock(time));
    };
  }

  private long daysSince(Instant time) {
    return ChronoUnit.DAYS.between(LocalDate.ofInstant(time, zone), today());
  }

  /**
   * A moment to come, within a sentence: {@code today, 18:00}, {@code tomorrow, 07:30}, {@code
   * Monday, 07:30} or {@code 10 March, 07:30}.
   */
  public String coming(Instant time) {
    LocalDate there = LocalDate.ofInstant(time, zone);
    long days = ChronoUnit.DAYS.between(today(), there);
    if (days == 0) {
      return t("times.within-today-at", "time", clock(time));
    }
    if (days == 1) {
      return t("times.within-tomorrow-at", "time", clock(time));
    }
    boolean thisWeek = days > 0 && days < 7;
    String day = thisWeek ? said("times.pattern-day-of-week", there) : day(there);
    return t("times.day-at", "day", day, "time", clock(time));
  }

  /** {@code today}, {@code yesterday}, {@code 3 days ago}, {@code 2 weeks ago} or the day. */
  public String ago(LocalDate day) {
    long days = ChronoUnit.DAYS.between(day, today());
    if (days < 0 || days > 60) {
      return day(day);
    }
    if (days == 0) {
      return t("times.today");
    }
    if (days == 1) {
      return t("times.yesterday");
    }
    return days < 14 ? t("times.days-ago", "days", days) : t("times.weeks-ago", "weeks", days / 7);
  }

  /** How long ago a moment was, in days. */
  public String ago(Instant time) {
    return ago(LocalDate.ofInstant(time, zone));
  }
}
