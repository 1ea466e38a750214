package dev.peregrine.plugin.board.weworkremotely;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times of feeds: {@code Thu, 16 Jul 2026 14:57:15 +0000} as RFC 822 has it, without the weekday,
 * time or zone where these are missing, or ISO 8601. The JDK's reader refuses a wrong weekday.
 */
final class FeedTime {

  private static final Pattern RFC_822 =
      Pattern.compile(
          "(\\d{1,2})\\s+([A-Za-z]{3})[a-z]*\\s+(\\d{4})"
              + "(?:\\s+(\\d{1,2}:\\d{2}(?::\\d{2})?)(?:\\s*([+-]\\d{2}:?\\d{2}))?)?");
  private static final Pattern ISO_8601 =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})(?:[T ](\\d{2}:\\d{2}(?::\\d{2})?)[.\\d]*([+-]\\d{2}:?\\d{2})?)?");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private FeedTime() {}

  /** Empty for anything else. Without a zone it is UTC. */
  static Optional<OffsetDateTime> parse(String text) {
    try {
      Matcher iso = ISO_8601.matcher(text);
      if (iso.find()) {
        return Optional.of(time(LocalDate.parse(group(iso, 1)), group(iso, 2), group(iso, 3)));
      }
      Matcher rfc = RFC_822.matcher(text);
      if (rfc.find()) {
        int month = MONTHS.indexOf(group(rfc, 2).toLowerCase(Locale.ROOT)) + 1;
        LocalDate day =
            LocalDate.of(Integer.parseInt(group(rfc, 3)), month, Integer.parseInt(group(rfc, 1)));
        return Optional.of(time(day, group(rfc, 4), group(rfc, 5)));
      }
      return Optional.empty();
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  private static OffsetDateTime time(LocalDate day, String time, String zone) {
    LocalTime clock =
        time.isEmpty()
            ? LocalTime.MIDNIGHT
            : LocalTime.parse(time.length() % 3 == 1 ? "0" + time : time);
    return day.atTime(clock).atOffset(zone.isEmpty() ? ZoneOffset.UTC : ZoneOffset.of(zone));
  }

  private static String group(Matcher matcher, int number) {
    return Optional.ofNullable(matcher.group(number)).orElse("");
  }
}
