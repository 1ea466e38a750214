package dev.peregrine.host.spoken;

import dev.peregrine.host.spoken.SaidTime.Doubt;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the moments that a text names: a day and a time that stand together.
 *
 * @param written when it was written, in the reader's zone, by which "on Tuesday" is reckoned
 */
public record SaidTimes(ZonedDateTime written) {

  private static final int LONGEST = 20_000;
  private static final int MOST = 8;
  private static final int APART = 60;
  private static final int BEFORE = 25;
  private static final Duration FARTHEST = Duration.ofDays(400);

  private record Pair(SaidDay day, SaidClock clock) {}

  /** Those to come, seen from when it was written, in the order in which they stand; at most 8. */
  public List<SaidTime> in(String text) {
    String some = text.substring(0, Math.min(LONGEST, text.length()));
    String lower = lower(some);
    List<SaidDay> days = new SaidDays(written.toLocalDate()).in(lower);
    List<SaidClock> clocks =
        new SaidClocks(written.getZone())
            .in(some, lower).stream().filter(clock -> outside(clock, days)).toList();
    Optional<ZoneId> common = common(clocks);
    var times = new LinkedHashMap<ZonedDateTime, SaidTime>();
    for (Pair pair : pairs(days, clocks, lower)) {
      SaidTime time = time(pair, common);
      boolean coming =
          time.start().isAfter(written)
              && Duration.between(written, time.start()).compareTo(FARTHEST) < 0;
      if (coming && times.size() < MOST) {
        times.putIfAbsent(time.start(), time);
      }
    }
    return List.copyOf(times.values());
  }

  /** The days without a time that it names, in the order in which they stand. */
  public List<LocalDate> days(String text) {
    String some = text.substring(0, Math.min(LONGEST, text.length()));
    return new SaidDays(written.toLocalDate())
        .in(lower(some)).stream().map(SaidDay::day).distinct().toList();
  }

  /** Letter by letter, so that places stay what they are. */
  private static String lower(String text) {
    var lower = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      lower.append(
          letter == '\u00A0' || letter == '\r' || letter == '\t'
              ? ' '
              : Character.toLowerCase(letter));
    }
    return lower.toString();
  }

  private static boolean outside(SaidClock clock, List<SaidDay> days) {
    return days.stream().noneMatch(day -> day.from() < clock.to() && clock.from() < day.to());
  }

  /** Where all times that name a zone name the same one, it is meant for the others too. */
  private static Optional<ZoneId> common(List<SaidClock> clocks) {
    List<ZoneId> named =
        clocks.stream().flatMap(clock -> clock.zone().zone().stream()).distinct().toList();
    return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }

  private static List<Pair> pairs(List<SaidDay> days, List<SaidClock> clocks, String text) {
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < days.size(); i++) {
      SaidDay day = days.get(i);
      List<SaidClock> after = after(day, end(days, i, text), clocks, text);
      List<SaidClock> mine = after.isEmpty() ? before(day, days, clocks, text) : after;
      mine.forEach(clock -> pairs.add(new Pair(day, clock)));
    }
    return pairs;
  }

  /** Where the next day begins that has times of its own: "Tuesday or Wednesday at ten" is one. */
  private static int end(List<SaidDay> days, int at, String text) {
    int next = at + 1;
    while (next < days.size()
        && (days.get(next).from() < days.get(next - 1).to()
            || SaidDays.joins(text.substring(days.get(next - 1).to(), days.get(next).from())))) {
      next++;
    }
    return next < days.size() ? days.get(next).from() : text.length();
  }

  private static List<SaidClock> after(SaidDay day, int end, List<SaidClock> clocks, String text) {
    var mine = new ArrayList<SaidClock>();
    int last = day.to();
    for (SaidClock clock : clocks) {
      if (clock.from() >= day.to() && clock.from() < end) {
        String between = text.substring(last, clock.from());
        if (between.length() > APART || between.matches("(?s).*[.!?;]\\s.*|.*\\n\\s*\\n.*")) {
          break;
        }
        mine.add(clock);
        last = clock.to();
      }
    }
    return mine;
  }

  /** "At 2 pm on Tuesday". */
  private static List<SaidClock> before(
      SaidDay day, List<SaidDay> days, List<SaidClock> clocks, String text) {
    return clocks.stream()
        .filter(clock -> clock.to() <= day.from() && day.from() - clock.to() <= BEFORE)
        .filter(clock -> text.substring(clock.to(), day.from()).matches("[^.!?;]*"))
        .filter(
            clock ->
                days.stream()
                    .noneMatch(other -> other.from() >= clock.to() && other.from() < day.from()))
        .filter(
            clock ->
                days.stream()
                    .noneMatch(
                        other -> other.to() <= clock.from() && clock.from() - other.to() <= BEFORE))
        .reduce((first, second) -> second)
        .stream()
        .toList();
  }

  private SaidTime time(Pair pair, Optional<ZoneId> common) {
    SaidZone said = pair.clock().zone();
    Optional<ZoneId> named = said.zone().or(() -> said.isNamed() ? Optional.empty() : common);
    ZoneId zone = named.orElse(written.getZone());
    LocalDateTime local = pair.day().day().atTime(pair.clock().time());
    Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
    doubts.addAll(pair.day().doubts());
    if (named.isEmpty()) {
      doubts.add(said.isNamed() ? Doubt.UNKNOWN_ZONE : Doubt.NO_ZONE);
    }
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    if (change != null) {
      doubts.add(change.isGap() ? Doubt.SKIPPED_HOUR : Doubt.DOUBLE_HOUR);
    }
    return new SaidTime(local.atZone(zone), pair.clock().length(), doubts);
  }
}
