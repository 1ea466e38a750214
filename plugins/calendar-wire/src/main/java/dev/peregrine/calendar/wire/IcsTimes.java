package dev.peregrine.calendar.wire;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Times of a file in the zones that it names.
 *
 * @param zones the VTIMEZONE parts
 */
record IcsTimes(List<IcsPart> zones) {

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss").withResolverStyle(ResolverStyle.STRICT);
  private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();
  private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
  private static final Pattern MONTH = Pattern.compile("BYMONTH=(\\d{1,2})(?!\\d)");
  private static final Pattern DAY = Pattern.compile("BYDAY=([+-]?\\d)(MO|TU|WE|TH|FR|SA|SU)");
  private static final Pattern LENGTH =
      Pattern.compile("([+-])?P(?:(\\d{1,4})W|(?:(\\d{1,5})D)?(T.{2,20})?)");

  /** The moment of a line; empty for a day, and for what is no time or in no known zone. */
  Optional<ZonedDateTime> at(IcsLine line) {
    String value = line.value().strip();
    try {
      if (value.matches("\\d{8}T\\d{6}Z")) {
        return Optional.of(local(value.substring(0, 15)).atZone(ZoneOffset.UTC));
      }
      if (value.matches("\\d{8}T\\d{6}")) {
        LocalDateTime local = local(value);
        return zone(line.parameter("TZID"), local).map(local::atZone);
      }
    } catch (DateTimeException notATime) {
      // There is no 31 February: the same as no time.
    }
    return Optional.empty();
  }

  static Optional<LocalDate> day(IcsLine line) {
    try {
      return line.value().strip().matches("\\d{8}")
          ? Optional.of(LocalDate.parse(line.value().strip(), DateTimeFormatter.BASIC_ISO_DATE))
          : Optional.empty();
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }

  /** {@code PT30M}, {@code -P1D}, {@code P2W}. */
  static Optional<Duration> length(String value) {
    Matcher said = LENGTH.matcher(value.strip());
    if (!said.matches()) {
      return Optional.empty();
    }
    try {
      var days =
          said.group(2) == null ? Period.ZERO : Period.ofWeeks(Integer.parseInt(said.group(2)));
      Duration length = Duration.ofDays(days.getDays());
      if (said.group(3) != null) {
        length = length.plusDays(Long.parseLong(said.group(3)));
      }
      if (said.group(4) != null) {
        length = length.plus(Duration.parse("P" + said.group(4)));
      }
      return Optional.of("-".equals(said.group(1)) ? length.negated() : length);
    } catch (DateTimeException | ArithmeticException notALength) {
      return Optional.empty();
    }
  }

  private static LocalDateTime local(String value) {
    return LocalDateTime.parse(value, LOCAL);
  }

  /** A zone by its name or its place; where it has none that is known, its offset at that time. */
  private Optional<ZoneId> zone(String named, LocalDateTime at) {
    Optional<IcsPart> rules =
        zones.stream().filter(zone -> zone.text("TZID").orElse("").equals(named)).findFirst();
    return Stream.of(named, rules.flatMap(part -> part.text("X-LIC-LOCATION")).orElse(""))
        .flatMap(name -> known(name).stream())
        .findFirst()
        .or(() -> rules.flatMap(part -> offset(part, at)));
  }

  /** Also {@code /freeassociation.sourceforge.net/Europe/Berlin}. */
  private static Optional<ZoneId> known(String name) {
    String[] steps = name.strip().split("/");
    return IntStream.range(0, steps.length)
        .mapToObj(from -> String.join("/", List.of(steps).subList(from, steps.length)))
        .filter(KNOWN::contains)
        .findFirst()
        .map(ZoneId::of);
  }

  private record Onset(LocalDateTime at, String offset) {}

  private static Optional<ZoneId> offset(IcsPart zone, LocalDateTime at) {
    Optional<Onset> last =
        zone.parts().stream()
            .flatMap(part -> onsets(part, at.getYear()))
            .filter(onset -> !onset.at().isAfter(at))
            .reduce((one, other) -> other.at().isAfter(one.at()) ? other : one);
    return last.map(Onset::offset)
        .filter(text -> text.matches("[+-]\\d{4}(?:\\d\\d)?"))
        .map(ZoneOffset::of);
  }

  private static Stream<Onset> onsets(IcsPart part, int year) {
    Optional<LocalDateTime> since =
        part.find("DTSTART")
            .map(line -> line.value().strip())
            .filter(value -> value.matches("\\d{8}T\\d{6}"))
            .map(IcsTimes::local);
    Optional<String> offset = part.text("TZOFFSETTO");
    if (since.isEmpty() || offset.isEmpty()) {
      return Stream.empty();
    }
    String rule = part.find("RRULE").map(IcsLine::value).orElse("");
    return Stream.concat(
            Stream.of(since.get()),
            IntStream.of(year - 1, year)
                .mapToObj(each -> onset(since.get(), rule, each))
                .flatMap(Optional::stream)
                .filter(at -> at.isAfter(since.get())))
        .map(at -> new Onset(at, offset.get()));
  }

  private static Optional<LocalDateTime> onset(LocalDateTime since, String rule, int year) {
    Matcher month = MONTH.matcher(rule);
    Matcher day = DAY.matcher(rule);
    if (!month.find() || !day.find()) {
      return Optional.empty();
    }
    var week = DayOfWeek.of(DAYS.indexOf(day.group(2)) + 1);
    LocalDate first = LocalDate.of(year, Integer.parseInt(month.group(1)), 1);
    int which = Integer.parseInt(day.group(1));
    return Optional.of(
        first.with(TemporalAdjusters.dayOfWeekInMonth(which, week)).atTime(since.toLocalTime()));
  }
}
