package dev.peregrine.host.spoken;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds until when a text wants something.
 *
 * @param written when it was written, in the reader's zone
 */
public record Deadlines(ZonedDateTime written) {

  private static final int LONGEST = 20_000;
  private static final int FARTHEST_DAYS = 120;
  private static final LocalTime END = LocalTime.of(23, 59);
  private static final Pattern CUE =
      Pattern.compile(
          "(?s).*(?<!\\p{L})(?:by|until|till|before|no later than|deadline|expires?|expiring|due|valid"
              + "|bis|spätestens|frist|gültig|ablauf|einsendeschluss)(?:\\s+(?:is|are|on|at|the|end|of|latest|zum|am|den|dem|der|die|das|ist|einschließlich|spätestens|until|by|bis|eod|cob|ende|zu|läuft))*[\\s:,]*$");
  private static final Pattern WITHIN =
      Pattern.compile(
          "(?<!\\p{L})(?:within|in the next|expires? in|valid for|innerhalb(?: von)?|binnen|in den nächsten|gültig für)"
              + "(?:\\s+the next)?\\s+(\\d{1,3}|one|two|three|five|seven|zwei|drei|fünf|sieben|einer)\\s+"
              + "(business |working |werk|arbeits)?(days?|hours?|weeks?|tagen?|stunden?|wochen?)(?!\\p{L})");

  /** The nearest that is to come, seen from when it was written. */
  public Optional<ZonedDateTime> first(String text) {
    String some = text.substring(0, Math.min(LONGEST, text.length()));
    String lower = some.toLowerCase(Locale.ROOT);
    return Stream.concat(
            days(some, lower), WITHIN.matcher(lower).results().limit(20).map(this::within))
        .filter(due -> due.isAfter(written))
        .filter(due -> due.isBefore(written.plusDays(FARTHEST_DAYS)))
        .min(Comparator.naturalOrder());
  }

  private Stream<ZonedDateTime> days(String text, String lower) {
    List<SaidTime> times = new SaidTimes(written).in(text);
    return new SaidDays(written.toLocalDate())
        .in(lower).stream()
            .filter(day -> CUE.matcher(before(lower, day)).matches())
            .map(SaidDay::day)
            .map(
                day ->
                    times.stream()
                        .map(SaidTime::start)
                        .filter(start -> start.toLocalDate().equals(day))
                        .findFirst()
                        .orElseGet(() -> day.atTime(END).atZone(written.getZone())));
  }

  private static String before(String text, SaidDay day) {
    return text.substring(Math.max(0, day.from() - 40), day.from());
  }

  private ZonedDateTime within(MatchResult found) {
    int count = number(found.group(1));
    String unit = found.group(3);
    if (unit.startsWith("h") || unit.startsWith("st")) {
      return written.plusHours(count);
    }
    if (unit.startsWith("w")) {
      return end(written.toLocalDate().plusWeeks(count));
    }
    return end(
        found.group(2) == null
            ? written.toLocalDate().plusDays(count)
            : workdays(written.toLocalDate(), count));
  }

  private ZonedDateTime end(LocalDate day) {
    return day.atTime(END).atZone(written.getZone());
  }

  private static LocalDate workdays(LocalDate from, int count) {
    LocalDate day = from;
    int left = Math.min(count, 100);
    while (left > 0) {
      day = day.plusDays(1);
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        left--;
      }
    }
    return day;
  }

  private static int number(String word) {
    return switch (word) {
      case "one", "einer" -> 1;
      case "two", "zwei" -> 2;
      case "three", "drei" -> 3;
      case "five", "fünf" -> 5;
      case "seven", "sieben" -> 7;
      default -> Integer.parseInt(word);
    };
  }
}
