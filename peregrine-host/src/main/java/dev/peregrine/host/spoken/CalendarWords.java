package dev.peregrine.host.spoken;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Names of months and days, in lower case. */
final class CalendarWords {

  private static final List<String> MONTHS =
      List.of(
          "january|january|jan|januar|jänner",
          "february|feb|februar|feber",
          "march|mar|märz|maerz|mär|mrz",
          "april|apr",
          "may|mai",
          "june|jun|juni",
          "july|jul|juli",
          "august|aug",
          "september|sept|sep",
          "october|oct|oktober|okt",
          "november|nov",
          "december|dec|dezember|dez");
  private static final List<String> DAYS =
      List.of(
          "monday|mon|montag|mo",
          "tuesday|tues|tue|dienstag|di",
          "wednesday|weds|wed|mittwoch|mi",
          "thursday|thurs|thur|thu|donnerstag|do",
          "friday|fri|freitag|fr",
          "saturday|sat|samstag|sonnabend|sa",
          "sunday|sun|sonntag|so");

  /** Alternatives for a pattern, the longest first. */
  static final String MONTH = longestFirst(MONTHS);

  /** Those that are words of their own; the German two letters only before a date. */
  static final String WEEKDAY =
      longestFirst(DAYS).replaceAll("(^|\\|)[a-zä]{2}(?=\\||$)", "$1(?!)");

  static final String SHORT_WEEKDAY = "mo|di|mi|do|fr|sa|so";

  private static final Map<String, Integer> MONTH_OF = numbers(MONTHS);
  private static final Map<String, Integer> DAY_OF = numbers(DAYS);

  private CalendarWords() {}

  private static String longestFirst(List<String> words) {
    return String.join("|", words).transform(all -> List.of(all.split("\\|"))).stream()
        .distinct()
        .sorted((a, b) -> b.length() - a.length())
        .reduce((a, b) -> a + "|" + b)
        .orElseThrow();
  }

  private static Map<String, Integer> numbers(List<String> words) {
    var numbers = new HashMap<String, Integer>();
    for (int i = 0; i < words.size(); i++) {
      for (String word : words.get(i).split("\\|")) {
        numbers.put(word, i + 1);
      }
    }
    return numbers;
  }

  static int month(String word) {
    return Objects.requireNonNull(MONTH_OF.get(word), word);
  }

  static DayOfWeek weekday(String word) {
    return DayOfWeek.of(Objects.requireNonNull(DAY_OF.get(word), word));
  }
}
