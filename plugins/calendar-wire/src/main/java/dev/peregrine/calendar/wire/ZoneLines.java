package dev.peregrine.calendar.wire;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a time zone does while events last (VTIMEZONE, RFC 5545 section 3.6.5): the offset that is
 * in force at the first of them, and every change until after the last. Where a zone changes twice
 * a year by rules, the rules are said, which is what most programs expect.
 */
record ZoneLines(ZoneId zone, Instant first, Instant last) {

  private static final Duration LOOK_AHEAD = Duration.ofDays(3 * 366);
  private static final int YEARS_TRIED = 12;
  private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

  void write(Lines lines) {
    lines.add("BEGIN:VTIMEZONE");
    lines.add("TZID:" + zone.getId());
    Optional<List<Yearly>> yearly = yearly();
    if (yearly.isPresent()) {
      yearly.get().forEach(rule -> rule.write(lines, zone.getRules()));
    } else {
      oneByOne(lines);
    }
    lines.add("END:VTIMEZONE");
  }

  /** A change of every year, from the one before the first event on. */
  private record Yearly(ZoneOffsetTransition since, String rule) {
    void write(Lines lines, ZoneRules rules) {
      observance(lines, rules, since, Optional.of(rule));
    }
  }

  private Optional<List<Yearly>> yearly() {
    ZoneRules rules = zone.getRules();
    int year = first.atZone(ZoneOffset.UTC).getYear() - 1;
    List<Optional<Yearly>> all =
        rules.getTransitionRules().stream()
            .map(rule -> by(rule, year).map(by -> new Yearly(rule.createTransition(year), by)))
            .toList();
    boolean byRules =
        !all.isEmpty()
            && all.stream().allMatch(Optional::isPresent)
            // The rules hold from then on, and no change besides them comes in between.
            && rules.getTransitions().stream()
                .allMatch(old -> old.getDateTimeBefore().getYear() < year);
    return byRules
        ? Optional.of(all.stream().flatMap(Optional::stream).toList())
        : Optional.empty();
  }

  /** The rule in iCalendar's words, if it can say it: tried on the years to come. */
  private static Optional<String> by(ZoneOffsetTransitionRule rule, int year) {
    LocalDate day = rule.createTransition(year).getDateTimeBefore().toLocalDate();
    DayOfWeek week = day.getDayOfWeek();
    String name = DAYS.get(week.ordinal());
    boolean isLast = day.plusWeeks(1).getMonth() != day.getMonth();
    int nth = (day.getDayOfMonth() - 1) / 7 + 1;
    for (int which : isLast ? new int[] {-1, nth} : new int[] {nth, -1}) {
      boolean always =
          IntStream.range(year, year + YEARS_TRIED)
              .mapToObj(each -> rule.createTransition(each).getDateTimeBefore().toLocalDate())
              .allMatch(
                  each ->
                      each.getMonth() == day.getMonth()
                          && each.getDayOfWeek() == week
                          && (which == -1
                              ? each.plusWeeks(1).getMonth() != each.getMonth()
                              : (each.getDayOfMonth() - 1) / 7 + 1 == which));
      if (always) {
        return Optional.of(
            "FREQ=YEARLY;BYMONTH=%d;BYDAY=%d%s".formatted(day.getMonthValue(), which, name));
      }
    }
    return Optional.empty();
  }

  private void oneByOne(Lines lines) {
    ZoneRules rules = zone.getRules();
    ZoneOffsetTransition before = rules.previousTransition(first.plusMillis(1));
    if (before == null) {
      always(lines, rules);
    } else {
      observance(lines, rules, before, Optional.empty());
    }
    Instant until = last.plus(LOOK_AHEAD);
    ZoneOffsetTransition next = rules.nextTransition(first);
    while (next != null && next.getInstant().isBefore(until)) {
      observance(lines, rules, next, Optional.empty());
      next = rules.nextTransition(next.getInstant());
    }
  }

  private void always(Lines lines, ZoneRules rules) {
    String offset = offset(rules.getOffset(first));
    lines.add("BEGIN:STANDARD");
    lines.add("DTSTART:" + Lines.local(LocalDateTime.of(1970, 1, 1, 0, 0)));
    lines.add("TZOFFSETFROM:" + offset);
    lines.add("TZOFFSETTO:" + offset);
    lines.add("END:STANDARD");
  }

  private static void observance(
      Lines lines, ZoneRules rules, ZoneOffsetTransition change, Optional<String> rule) {
    String kind = rules.isDaylightSavings(change.getInstant()) ? "DAYLIGHT" : "STANDARD";
    lines.add("BEGIN:" + kind);
    lines.add("DTSTART:" + Lines.local(change.getDateTimeBefore()));
    lines.add("TZOFFSETFROM:" + offset(change.getOffsetBefore()));
    lines.add("TZOFFSETTO:" + offset(change.getOffsetAfter()));
    rule.ifPresent(by -> lines.add("RRULE:" + by));
    lines.add("END:" + kind);
  }

  private static String offset(ZoneOffset offset) {
    int seconds = Math.abs(offset.getTotalSeconds());
    String sign = offset.getTotalSeconds() < 0 ? "-" : "+";
    String hours = "%s%02d%02d".formatted(sign, seconds / 3600, seconds / 60 % 60);
    return seconds % 60 == 0 ? hours : hours + "%02d".formatted(seconds % 60);
  }
}
