package dev.peregrine.host.invitations;

import dev.peregrine.host.texts.WindowsZones;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Times of a file, in the zones that it names.
 *
 * @param zones the VTIMEZONE parts
 * @param usual the reader's zone
 */
record IcsTimes(List<IcsPart> zones, ZoneId usual) {

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss").withResolverStyle(ResolverStyle.STRICT);
  private static final List<String> KNOWN = List.of(TimeZone.getAvailableIDs());
  private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
  private static final Pattern BY =
      Pattern.compile("FREQ=YEARLY.*?BYMONTH=(\\d{1,2}).*|FREQ=YEARLY.*");
  private static final Pattern BYDAY = Pattern.compile("BYDAY=([+-]?\\d)?(MO|TU|WE|TH|FR|SA|SU)");
  private static final int MOST_OBSERVANCES = 400;

  /** A time and how sure its zone is. */
  record At(ZonedDateTime time, Invitation.Zone zone) {}

  /** The moment of a line such as {@code DTSTART;TZID=Europe/Berlin:20261124T100000}. */
  Optional<At> at(IcsLine line) {
    String value = line.value().strip();
    try {
      if (value.matches("\\d{8}T\\d{6}Z")) {
        LocalDateTime utc = LocalDateTime.parse(value.substring(0, 15), LOCAL);
        return Optional.of(new At(utc.atZone(ZoneOffset.UTC), Invitation.Zone.SAID));
      }
      if (value.matches("\\d{8}T\\d{6}")) {
        return Optional.of(in(LocalDateTime.parse(value, LOCAL), line.parameter("TZID")));
      }
    } catch (DateTimeException notATime) {
      // there is no 31 February; the same as no time
    }
    return Optional.empty();
  }

  static Optional<LocalDate> day(IcsLine line) {
    String value = line.value().strip();
    try {
      return value.matches("\\d{8}")
          ? Optional.of(LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE))
          : Optional.empty();
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }

  private At in(LocalDateTime local, String named) {
    Optional<IcsPart> rules =
        zones.stream().filter(zone -> zone.line("TZID").equals(named)).findFirst();
    Optional<ZoneId> zone =
        Stream.of(named, rules.map(part -> part.line("X-LIC-LOCATION")).orElse(""))
            .flatMap(name -> zone(name).stream())
            .findFirst();
    if (zone.isPresent()) {
      return new At(local.atZone(zone.get()), Invitation.Zone.SAID);
    }
    return rules
        .flatMap(part -> offset(part, local))
        .map(offset -> new At(local.atZone(offset), Invitation.Zone.RECKONED))
        .orElseGet(() -> new At(local.atZone(usual), Invitation.Zone.ASSUMED));
  }

  /**
   * {@code Europe/Berlin}, {@code W. Europe Standard Time}, {@code /mozilla.org/1/Europe/Berlin}.
   */
  static Optional<ZoneId> zone(String named) {
    String plain = named.strip();
    if (plain.isEmpty() || plain.length() > 100) {
      return Optional.empty();
    }
    String[] parts = plain.split("/");
    String last =
        parts.length > 2 ? parts[parts.length - 2] + "/" + parts[parts.length - 1] : plain;
    return Stream.of(plain, last)
        .filter(KNOWN::contains)
        .findFirst()
        .or(() -> WindowsZones.find(plain))
        .map(ZoneId::of);
  }

  /** What the file's own rules say was in force at a local time. */
  private static Optional<ZoneOffset> offset(IcsPart zone, LocalDateTime local) {
    return zone.parts().stream()
        .limit(MOST_OBSERVANCES)
        .flatMap(part -> onset(part, local).stream())
        .filter(onset -> !onset.at().isAfter(local))
        .max(Comparator.comparing(Onset::at))
        .map(Onset::offset)
        .or(() -> zone.parts().stream().flatMap(part -> to(part).stream()).findFirst());
  }

  private record Onset(LocalDateTime at, ZoneOffset offset) {}

  /** The last time before a local one at which an observance began. */
  private static Optional<Onset> onset(IcsPart part, LocalDateTime local) {
    Optional<ZoneOffset> to = to(part);
    Optional<LocalDateTime> first =
        part.find("DTSTART")
            .map(line -> line.value().strip())
            .filter(value -> value.matches("\\d{8}T\\d{6}"))
            .flatMap(IcsTimes::local);
    if (to.isEmpty() || first.isEmpty()) {
      return Optional.empty();
    }
    String rule = part.line("RRULE");
    return IntStream.of(local.getYear(), local.getYear() - 1)
        .mapToObj(year -> inYear(first.get(), rule, year))
        .flatMap(Optional::stream)
        .filter(at -> !at.isAfter(local) && !at.isBefore(first.get()))
        .findFirst()
        .or(() -> first)
        .map(at -> new Onset(at, to.get()));
  }

  private static Optional<LocalDateTime> local(String value) {
    try {
      return Optional.of(LocalDateTime.parse(value, LOCAL));
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  /** Where a rule of every year puts its day; other rules are not followed. */
  private static Optional<LocalDateTime> inYear(LocalDateTime first, String rule, int year) {
    Matcher by = BY.matcher(rule);
    if (!by.matches() || year < first.getYear()) {
      return Optional.empty();
    }
    int month = by.group(1) == null ? first.getMonthValue() : Integer.parseInt(by.group(1));
    if (month < 1 || month > 12) {
      return Optional.empty();
    }
    LocalDate begin = LocalDate.of(year, month, 1);
    Matcher day = BYDAY.matcher(rule);
    LocalDate at =
        day.find()
            ? begin.with(
                TemporalAdjusters.dayOfWeekInMonth(
                    day.group(1) == null ? 1 : Integer.parseInt(day.group(1)),
                    DayOfWeek.of(DAYS.indexOf(day.group(2)) + 1)))
            : begin.withDayOfMonth(Math.min(first.getDayOfMonth(), begin.lengthOfMonth()));
    return Optional.of(at.atTime(first.toLocalTime()));
  }

  private static Optional<ZoneOffset> to(IcsPart part) {
    Matcher offset =
        Pattern.compile("([+-])(\\d{2})(\\d{2})(\\d{2})?").matcher(part.line("TZOFFSETTO"));
    if (!offset.matches()) {
      return Optional.empty();
    }
    int seconds = Integer.parseInt(offset.group(2)) * 3600 + Integer.parseInt(offset.group(3)) * 60;
    return seconds > 18 * 3600
        ? Optional.empty()
        : Optional.of(ZoneOffset.ofTotalSeconds(offset.group(1).equals("-") ? -seconds : seconds));
  }

  /** {@code PT1H30M}, {@code P1D}, {@code P2W}. */
  static Optional<Duration> length(String value) {
    Matcher length =
        Pattern.compile(
                "\\+?P(?:(\\d{1,3})W)?(?:(\\d{1,4})D)?(?:T(?:(\\d{1,5})H)?(?:(\\d{1,6})M)?(?:(\\d{1,7})S)?)?")
            .matcher(value.strip());
    if (!length.matches()) {
      return Optional.empty();
    }
    return Optional.of(
            Duration.ofDays(number(length.group(1)) * 7 + number(length.group(2)))
                .plusHours(number(length.group(3)))
                .plusMinutes(number(length.group(4)))
                .plusSeconds(number(length.group(5))))
        .filter(found -> !found.isZero());
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
