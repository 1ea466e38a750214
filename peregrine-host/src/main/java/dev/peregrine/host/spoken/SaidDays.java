package dev.peregrine.host.spoken;

import dev.peregrine.host.spoken.SaidTime.Doubt;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the days that a text names.
 *
 * @param written the day on which it was written, by which the others are reckoned
 */
record SaidDays(LocalDate written) {

  // What comes is looked at first: most places of a text are told by that alone.
  private static final String NO_LETTER = "(?<![\\p{L}\\d])";
  private static final String NUMBER_BEGINS = "(?=\\d)" + NO_LETTER;
  private static final String WORD_BEGINS = "(?=\\p{L})" + NO_LETTER;
  private static final String END = "(?![\\p{L}\\d])";
  private static final Pattern WEEKDAY_BEFORE =
      pattern(
          WORD_BEGINS
              + "(?<weekday>"
              + CalendarWords.WEEKDAY
              + "|(?:"
              + CalendarWords.SHORT_WEEKDAY
              + ")(?=[.,]))[.,]{0,2}\\s{0,3}(?:(?:the|den|dem|der)\\s{1,3})?\\z");

  /** As far before a date a weekday may stand: the longest, two signs, spaces and an article. */
  private static final int BEFORE = 30;

  private static final Pattern DAY_MONTH =
      pattern(
          NUMBER_BEGINS
              + "(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?\\s{0,3}(?:of\\s{1,3})?(?<month>"
              + CalendarWords.MONTH
              + ")"
              + END
              + "\\.?(?:,?\\s{0,3}(?<year>20\\d{2})(?!\\d))?");
  private static final Pattern MONTH_DAY =
      pattern(
          WORD_BEGINS
              + "(?<month>"
              + CalendarWords.MONTH
              + ")\\.?\\s{1,3}(?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:.]\\d|\\d|\\s?[ap]\\.?m)"
              + "(?:,?\\s{0,3}(?<year>20\\d{2})(?!\\d))?");
  private static final Pattern ISO =
      pattern(NUMBER_BEGINS + "(?<year>20\\d{2})-(?<month>\\d{2})-(?<day>\\d{2})(?!\\d)");
  private static final Pattern DOTTED =
      pattern(
          NUMBER_BEGINS
              + "(?<day>\\d{1,2})\\.\\s?(?<month>\\d{1,2})\\.(?:\\s?(?<year>20\\d{2}|(?<!\\s)\\d{2})(?![\\d:.]|\\s?uhr))?");
  private static final Pattern SLASHED =
      pattern(
          NUMBER_BEGINS
              + "(?<day>\\d{1,2})/(?<month>\\d{1,2})(?:/(?<year>20\\d{2}|\\d{2}))?(?![\\d/])");
  private static final Pattern WEEKDAY =
      pattern(
          WORD_BEGINS
              + "(?:(?<week>next\\s{1,3}week(?:\\s{1,3}on)?|nächste\\s{1,3}woche(?:\\s{1,3}am)?),?\\s{1,3})?"
              + "(?<weekday>"
              + CalendarWords.WEEKDAY
              + ")"
              + END
              + "(?<after>\\s{1,3}(?:next\\s{1,3}week|nächster?\\s{1,3}woche))?");
  private static final Pattern NEAR =
      pattern(
          WORD_BEGINS
              + "(?<near>day after tomorrow|übermorgen|tomorrow|today|heute|(?<!guten |am |jeden |diesen )morgen)"
              + END);

  private static Pattern pattern(String text) {
    return Pattern.compile(text);
  }

  /** In the order in which they stand. */
  List<SaidDay> in(String text) {
    var days = new ArrayList<SaidDay>();
    for (Pattern pattern : List.of(ISO, DAY_MONTH, MONTH_DAY, DOTTED, SLASHED)) {
      pattern
          .matcher(text)
          .results()
          .limit(60)
          .forEach(found -> dated(named(found, text), pattern, days));
    }
    WEEKDAY.matcher(text).results().limit(60).forEach(found -> add(days, weekday(found)));
    NEAR.matcher(text).results().limit(60).forEach(found -> add(days, near(found)));
    return days.stream().sorted(Comparator.comparingInt(SaidDay::from)).toList();
  }

  /**
   * A date and the weekday before it.
   *
   * @param from where the weekday begins, or the date where there is none
   */
  private record Dated(MatchResult date, int from, @Nullable String weekday) {}

  /** Only where a date is can a weekday stand before it, so it is looked for there. */
  private static Dated named(MatchResult date, String text) {
    Matcher before =
        WEEKDAY_BEFORE
            .matcher(text)
            .region(Math.max(0, date.start() - BEFORE), date.start())
            .useTransparentBounds(true);
    return before.find()
        ? new Dated(date, before.start(), before.group("weekday"))
        : new Dated(date, date.start(), null);
  }

  /** What lies within another that was found before is part of it. */
  private static void add(List<SaidDay> days, SaidDay found) {
    boolean free =
        days.stream().noneMatch(each -> each.from() < found.to() && found.from() < each.to());
    if (free) {
      days.add(found);
    }
  }

  private void dated(Dated found, Pattern pattern, List<SaidDay> days) {
    @Nullable String weekday = found.weekday();
    @Nullable String year = found.date().group("year");
    int first = Integer.parseInt(found.date().group("day"));
    String named = found.date().group("month");
    int second = Character.isDigit(named.charAt(0)) ? Integer.parseInt(named) : 0;
    Optional<SaidDay> day =
        day(found, first, second == 0 ? CalendarWords.month(named) : second, year, weekday);
    Optional<SaidDay> turned =
        pattern == SLASHED && second != first
            ? day(found, second, first, year, weekday)
            : Optional.empty();
    if (turned.isPresent() && day.isPresent() && weekday == null) {
      // Nobody can tell 3/4 from 4/3: both are offered, with a word about it.
      SaidDay one = day.get();
      SaidDay other = turned.get();
      if (free(days, one)) {
        days.add(doubting(one));
        days.add(doubting(other));
      }
      return;
    }
    Optional<SaidDay> right =
        day.filter(each -> each.doubts().isEmpty()).or(() -> turned).or(() -> day);
    right.ifPresent(each -> add(days, each));
  }

  private static boolean free(List<SaidDay> days, SaidDay found) {
    return days.stream().noneMatch(each -> each.from() < found.to() && found.from() < each.to());
  }

  private static SaidDay doubting(SaidDay day) {
    Set<Doubt> doubts = EnumSet.of(Doubt.DAY_OR_MONTH);
    doubts.addAll(day.doubts());
    return new SaidDay(day.day(), day.from(), day.to(), doubts);
  }

  private Optional<SaidDay> day(
      Dated found, int day, int month, @Nullable String year, @Nullable String weekday) {
    try {
      LocalDate date =
          year == null
              ? coming(month, day)
              : LocalDate.of(Integer.parseInt(year) + (year.length() == 2 ? 2000 : 0), month, day);
      boolean fits = weekday == null || CalendarWords.weekday(weekday) == date.getDayOfWeek();
      return Optional.of(
          new SaidDay(
              date,
              found.from(),
              found.date().end(),
              fits ? Set.of() : Set.of(Doubt.WRONG_WEEKDAY)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /** In the year in which it comes next; one that is just over is not meant for next year. */
  private LocalDate coming(int month, int day) {
    LocalDate date = LocalDate.of(written.getYear(), month, Math.min(day, month == 2 ? 28 : day));
    LocalDate same = ChronoUnit.DAYS.between(date, written) > 30 ? date.plusYears(1) : date;
    return LocalDate.of(same.getYear(), month, day);
  }

  private SaidDay weekday(MatchResult found) {
    DayOfWeek weekday = CalendarWords.weekday(found.group("weekday"));
    boolean nextWeek = found.group("week") != null || found.group("after") != null;
    LocalDate day =
        nextWeek
            ? written
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .with(TemporalAdjusters.nextOrSame(weekday))
            : written.with(TemporalAdjusters.next(weekday));
    return SaidDay.of(day, found.start(), found.end());
  }

  private SaidDay near(MatchResult found) {
    int days =
        switch (found.group("near")) {
          case "today", "heute" -> 0;
          case "tomorrow", "morgen" -> 1;
          default -> 2;
        };
    return SaidDay.of(written.plusDays(days), found.start(), found.end());
  }

  /** Whether only words stand between two days that make them two of the same kind. */
  static boolean joins(String between) {
    return between.strip().matches("(?:(?:,|/|or|and|oder|und|sowie|on|am)\\s*)*");
  }
}
