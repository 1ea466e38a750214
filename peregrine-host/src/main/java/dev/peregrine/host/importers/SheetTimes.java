package dev.peregrine.host.importers;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Days and moments as programs and people write them in tables. What has no zone is meant in the
 * person's; a day is its beginning.
 *
 * @param order of figures apart by strokes; empty where nobody knows
 */
record SheetTimes(ZoneId zone, Optional<DayOrder> order) {

  private static final Pattern ISO_DAY =
      Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T ]+(.*))?");
  private static final Pattern FIGURES =
      Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})(?:,? +(.*))?");
  private static final Pattern CLOCK =
      Pattern.compile(
          "(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})(?:[.,]\\d{1,9})?)?\\s*([AaPp])?\\.?[Mm]?\\.?\\s*(?:Uhr)?");
  private static final Pattern ZONED = Pattern.compile(".*(?:Z|UTC|GMT|[+-]\\d{2}:?\\d{2})");
  private static final Pattern WORDS =
      Pattern.compile(
          "(?:\\p{L}+\\.?,? +)?(?:(\\d{1,2})\\.? +(\\p{L}+)\\.?,? +(\\d{4})|(\\p{L}+)\\.? +(\\d{1,2})(?:st|nd|rd|th)?,? +(\\d{4}))(?:,? +(.*))?");
  private static final Pattern SECONDS = Pattern.compile("\\d{10}|\\d{13}");
  private static final Pattern EXCEL = Pattern.compile("(\\d{5})(?:[.,](\\d+))?");
  private static final LocalDate EXCEL_BEGINS = LocalDate.of(1899, 12, 30);
  private static final List<DateTimeFormatter> MONTHS =
      Stream.of(Locale.ENGLISH, Locale.GERMAN)
          .flatMap(
              language ->
                  Stream.of("MMMM", "MMM", "LLL")
                      .map(
                          pattern ->
                              new DateTimeFormatterBuilder()
                                  .parseCaseInsensitive()
                                  .appendPattern(pattern)
                                  .toFormatter(language)))
          .toList();

  /**
   * When something was.
   *
   * @param isDay whether no time of the day was said
   */
  record Said(Instant at, LocalDate day, boolean isDay) {}

  /** Which orders a text allows: none where it says it without, both where it leaves it open. */
  static List<DayOrder> orders(String text) {
    Matcher figures = FIGURES.matcher(text.strip());
    if (!figures.matches() || figures.group(2).equals(".")) {
      return List.of();
    }
    int first = Integer.parseInt(figures.group(1));
    int second = Integer.parseInt(figures.group(3));
    if (first == second) {
      return List.of();
    }
    if (first > 12) {
      return List.of(DayOrder.DAY_FIRST);
    }
    return second > 12
        ? List.of(DayOrder.MONTH_FIRST)
        : List.of(DayOrder.DAY_FIRST, DayOrder.MONTH_FIRST);
  }

  /** The moment; empty for what is none. */
  Optional<Said> read(String text) {
    String plain = text.strip().replace('\u202f', ' ').replace('\u00a0', ' ');
    try {
      return plain.isEmpty() ? Optional.empty() : parsed(plain);
    } catch (DateTimeException | NumberFormatException noTime) {
      return Optional.empty();
    }
  }

  private Optional<Said> parsed(String text) {
    Matcher iso = ISO_DAY.matcher(text);
    if (iso.matches()) {
      return said(day(iso.group(1), iso.group(2), iso.group(3)), Optional.ofNullable(iso.group(4)));
    }
    Matcher figures = FIGURES.matcher(text);
    if (figures.matches()) {
      return said(day(figures), Optional.ofNullable(figures.group(5)));
    }
    Matcher words = WORDS.matcher(text);
    if (words.matches()) {
      boolean dayFirst = words.group(1) != null;
      Optional<Integer> month = month(words.group(dayFirst ? 2 : 4));
      if (month.isPresent()) {
        LocalDate day =
            LocalDate.of(
                Integer.parseInt(words.group(dayFirst ? 3 : 6)),
                month.get(),
                Integer.parseInt(words.group(dayFirst ? 1 : 5)));
        return said(day, Optional.ofNullable(words.group(7)));
      }
    }
    return counted(text);
  }

  private Optional<Said> counted(String text) {
    if (SECONDS.matcher(text).matches()) {
      long number = Long.parseLong(text);
      return Optional.of(at(Instant.ofEpochMilli(text.length() == 10 ? number * 1000 : number)));
    }
    Matcher excel = EXCEL.matcher(text);
    if (excel.matches()) {
      LocalDate day = EXCEL_BEGINS.plusDays(Long.parseLong(excel.group(1)));
      if (excel.group(2) == null) {
        return said(day, Optional.empty());
      }
      long seconds =
          new BigDecimal("0." + excel.group(2)).multiply(BigDecimal.valueOf(86_400)).longValue();
      return Optional.of(at(day.atTime(LocalTime.ofSecondOfDay(seconds)).atZone(zone).toInstant()));
    }
    return Optional.empty();
  }

  private LocalDate day(Matcher figures) {
    int first = Integer.parseInt(figures.group(1));
    int second = Integer.parseInt(figures.group(3));
    int year = Integer.parseInt(figures.group(4));
    List<DayOrder> possible = orders(figures.group());
    boolean dayFirst =
        figures.group(2).equals(".")
            || (possible.size() == 1
                ? possible.getFirst() == DayOrder.DAY_FIRST
                : order.orElse(DayOrder.DAY_FIRST) == DayOrder.DAY_FIRST);
    return LocalDate.of(
        year < 100 ? 2000 + year : year, dayFirst ? second : first, dayFirst ? first : second);
  }

  private static LocalDate day(String year, String month, String day) {
    return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
  }

  private Optional<Said> said(LocalDate day, Optional<String> rest) {
    if (rest.isEmpty() || rest.get().isBlank()) {
      return Optional.of(new Said(day.atStartOfDay(zone).toInstant(), day, true));
    }
    String clock = rest.get().strip();
    if (ZONED.matcher(clock).matches()) {
      return zoned(day, clock);
    }
    return clock(clock).map(time -> at(LocalDateTime.of(day, time).atZone(zone).toInstant()));
  }

  private Optional<Said> zoned(LocalDate day, String clock) {
    String offset = clock.replaceFirst("^[\\d:.,]+\\s*", "").replaceFirst("^(UTC|GMT)", "");
    String plain =
        offset.isEmpty() || offset.equals("Z")
            ? "Z"
            : offset.length() == 5 ? offset.substring(0, 3) + ":" + offset.substring(3) : offset;
    return clock(clock.replaceFirst("\\s*(Z|UTC|GMT|[+-]\\d{2}:?\\d{2}).*$", ""))
        .map(time -> at(OffsetDateTime.parse(day + "T" + time + plain).toInstant()));
  }

  private static Optional<LocalTime> clock(String text) {
    Matcher clock = CLOCK.matcher(text);
    if (!clock.matches()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(clock.group(1));
    if (clock.group(4) != null) {
      hour = hour % 12 + (clock.group(4).equalsIgnoreCase("p") ? 12 : 0);
    }
    int seconds = clock.group(3) == null ? 0 : Integer.parseInt(clock.group(3));
    return Optional.of(LocalTime.of(hour, Integer.parseInt(clock.group(2)), seconds));
  }

  private Said at(Instant at) {
    return new Said(at, LocalDate.ofInstant(at, zone), false);
  }

  private static Optional<Integer> month(String word) {
    String plain = word.replace("Sept", "Sep").replace("sept", "sep");
    for (DateTimeFormatter format : MONTHS) {
      for (String form : List.of(word, plain, plain + ".")) {
        try {
          return Optional.of(format.parse(form).get(java.time.temporal.ChronoField.MONTH_OF_YEAR));
        } catch (DateTimeException other) {
          // the next language, the next length
        }
      }
    }
    return Optional.empty();
  }
}
