package dev.peregrine.host.spoken;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the times of the day that a text names. */
record SaidClocks(ZoneId here) {

  private static final String TO =
      "[ \u00A0]{0,2}(?:-|–|—|to|until|till|bis|and|und)[ \u00A0]{0,2}(?:um )?";
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?<![\\p{L}\\d:./€$-])"
              + "(?:(?<h>\\d{1,2})(?:[:.h](?<m>[0-5]\\d)(?!\\d))?[ \u00A0]{0,2}(?<ap>[ap]\\.?m\\b\\.?(?!\\s{1,3}(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|nächsten|kommenden|\\d{1,2}\\.))|uhr(?:\\s{0,2}(?<um>[0-5]\\d)(?!\\d|[.:]))?|h\\b(?!\\p{L}))?"
              + "(?:"
              + "(?<to>"
              + TO
              + ")"
              + "(?<h2>\\d{1,2})(?:[:.h](?<m2>[0-5]\\d)(?!\\d))?[ \u00A0]{0,2}(?<ap2>[ap]\\.?m\\b\\.?|uhr\\b|h\\b)?)?"
              + "|(?<noon>noon|midday|12 uhr mittags))"
              + "(?![\\p{L}\\d%€$])");
  private static final Duration LONGEST = Duration.ofHours(10);

  /**
   * In the order in which they stand.
   *
   * @param text as it was written
   * @param lower the same in lower case, letter by letter
   */
  List<SaidClock> in(String text, String lower) {
    var clocks = new ArrayList<SaidClock>();
    Matcher found = CLOCK.matcher(lower);
    int at = 0;
    while (clocks.size() < 100 && at < lower.length() && found.find(at)) {
      boolean isSpan = found.group("to") == null || isSpan(found, lower);
      at = isSpan ? Math.max(found.end(), found.start() + 1) : found.start("h2");
      (isSpan ? read(found) : read(found, at)).ifPresent(clock -> clocks.add(zoned(clock, text)));
    }
    return clocks;
  }

  /** "At two and four" are two times, "between two and four" is one. */
  private static boolean isSpan(Matcher found, String lower) {
    String before = lower.substring(Math.max(0, found.start() - 20), found.start());
    return !found.group("to").matches("(?s).*(?:and|und).*")
        || before.matches("(?s).*(?:between|zwischen|from|von)\\s{1,3}(?:um\\s{1,3})?");
  }

  private static Optional<SaidClock> read(Matcher found, int to) {
    if (found.group("m") == null && found.group("um") == null && found.group("ap") == null) {
      return Optional.empty();
    }
    @Nullable String minutes = found.group("m") == null ? found.group("um") : found.group("m");
    return time(found.group("h"), minutes, found.group("ap"))
        .flatMap(time -> clock(time, Optional.empty(), found.start(), found.start("to")))
        .filter(clock -> clock.to() <= to);
  }

  private SaidClock zoned(SaidClock clock, String text) {
    SaidZone zone = SaidZone.after(text, clock.to(), here);
    return new SaidClock(clock.time(), clock.length(), zone, clock.from(), zone.to());
  }

  private static Optional<SaidClock> read(Matcher found) {
    if (found.group("noon") != null) {
      return clock(LocalTime.NOON, Optional.empty(), found.start(), found.end());
    }
    @Nullable String second = found.group("h2");
    @Nullable String minutes = found.group("m") == null ? found.group("um") : found.group("m");
    @Nullable String half = found.group("ap");
    @Nullable String half2 = found.group("ap2");
    boolean isFirst = minutes != null || half != null;
    boolean isSecond = second != null && (found.group("m2") != null || half2 != null);
    if (!isFirst && !isSecond) {
      return Optional.empty();
    }
    if (found.group("m") != null
        && half == null
        && half2 == null
        && found.group().matches("\\d{1,2}\\.\\d{2}.*")) {
      return Optional.empty(); // 3.04 is a date or an amount
    }
    Optional<LocalTime> end =
        isSecond || (second != null && half != null)
            ? time(String.valueOf(second), found.group("m2"), half2 == null ? half : half2)
            : Optional.empty();
    Optional<LocalTime> start =
        time(found.group("h"), minutes, half != null ? half : end.isPresent() ? half2 : null);
    // 11-1pm begins in the morning.
    if (start.isPresent()
        && end.isPresent()
        && half == null
        && half2 != null
        && half2.startsWith("p")
        && start.get().isAfter(end.get())) {
      start = time(found.group("h"), minutes, "am");
    }
    Optional<Duration> length =
        start.isPresent() && end.isPresent() && end.get().isAfter(start.get())
            ? Optional.of(Duration.between(start.get(), end.get()))
            : Optional.empty();
    Optional<Duration> fits = length.filter(each -> each.compareTo(LONGEST) <= 0);
    return start.flatMap(time -> clock(time, fits, found.start(), found.end()));
  }

  private static Optional<SaidClock> clock(
      LocalTime time, Optional<Duration> length, int from, int to) {
    var none = new SaidZone(Optional.empty(), false, to);
    return Optional.of(new SaidClock(time, length, none, from, to));
  }

  private static Optional<LocalTime> time(
      String hour, @Nullable String minute, @Nullable String half) {
    int h = Integer.parseInt(hour);
    int m = minute == null ? 0 : Integer.parseInt(minute);
    boolean am = half != null && half.startsWith("a");
    boolean pm = half != null && half.startsWith("p");
    if (am || pm) {
      if (h < 1 || h > 12) {
        return Optional.empty();
      }
      h = h % 12 + (pm ? 12 : 0);
    }
    // "It takes 2 h" says how long.
    if (half != null && half.equals("h") && minute == null && h < 7) {
      return Optional.empty();
    }
    return h < 24 ? Optional.of(LocalTime.of(h, m)) : Optional.empty();
  }
}
