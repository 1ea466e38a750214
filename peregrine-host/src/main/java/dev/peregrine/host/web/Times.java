package dev.peregrine.host.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Times and dates as the person reads them.
 *
 * @param now the moment of the request
 * @param zone the person's zone
 */
public record Times(Instant now, ZoneId zone) {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_AND_YEAR =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_OF_WEEK =
      DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH);
  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.ENGLISH);

  /** The day it is for the person. */
  public LocalDate today() {
    return LocalDate.ofInstant(now, zone);
  }

  /** Today as {@code Thursday, 12 March}. */
  public String weekday() {
    return WEEKDAY.format(today());
  }

  /** {@code Good morning}, or what fits the hour. */
  public String greeting() {
    int hour = now.atZone(zone).getHour();
    if (hour >= 5 && hour < 12) {
      return "Good morning";
    }
    return hour >= 12 && hour < 18 ? "Good afternoon" : "Good evening";
  }

  /** The time of the day, such as {@code 09:41}. */
  public String clock(Instant time) {
    return CLOCK.format(time.atZone(zone));
  }

  /** {@code 10 March}, with the year where it is another one. */
  public String day(LocalDate day) {
    return (day.getYear() == today().getYear() ? DAY : DAY_AND_YEAR).format(day);
  }

  /** The day of a moment. */
  public String day(Instant time) {
    return day(LocalDate.ofInstant(time, zone));
  }

  /** {@code Today, 09:41}, {@code Yesterday, 18:02} or {@code 10 March, 07:31}. */
  public String moment(Instant time) {
    ZonedDateTime there = time.atZone(zone);
    long days = ChronoUnit.DAYS.between(there.toLocalDate(), today());
    String day = days == 0 ? "Today" : days == 1 ? "Yesterday" : day(there.toLocalDate());
    return day + ", " + CLOCK.format(there);
  }

  /** The same within a sentence: {@code today, 09:41}. */
  public String momentWithin(Instant time) {
    return moment(time).replace("Today,", "today,").replace("Yesterday,", "yesterday,");
  }

  /**
   * A moment to come, within a sentence: {@code today, 18:00}, {@code tomorrow, 07:30}, {@code
   * Monday, 07:30} or {@code 10 March, 07:30}.
   */
  public String coming(Instant time) {
    ZonedDateTime there = time.atZone(zone);
    long days = ChronoUnit.DAYS.between(today(), there.toLocalDate());
    if (days == 0) {
      return "today, " + CLOCK.format(there);
    }
    if (days == 1) {
      return "tomorrow, " + CLOCK.format(there);
    }
    boolean thisWeek = days > 0 && days < 7;
    return (thisWeek ? DAY_OF_WEEK.format(there) : day(there.toLocalDate()))
        + ", "
        + CLOCK.format(there);
  }

  /** {@code today}, {@code yesterday}, {@code 3 days ago}, {@code 2 weeks ago} or the day. */
  public String ago(LocalDate day) {
    long days = ChronoUnit.DAYS.between(day, today());
    if (days < 0 || days > 60) {
      return day(day);
    }
    if (days == 0) {
      return "today";
    }
    if (days == 1) {
      return "yesterday";
    }
    return days < 14 ? days + " days ago" : days / 7 + " weeks ago";
  }

  /** How long ago a moment was, in days. */
  public String ago(Instant time) {
    return ago(LocalDate.ofInstant(time, zone));
  }
}
