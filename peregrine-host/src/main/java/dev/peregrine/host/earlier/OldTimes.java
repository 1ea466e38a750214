package dev.peregrine.host.earlier;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Times as the earlier program wrote them. Its pages wrote local ones without a zone, {@code
 * 2026-03-01} or {@code 2026-03-01T09:30}; its interface and SQLite wrote UTC with a blank between,
 * {@code 2026-03-01 09:30:00}; mails carry an offset.
 */
record OldTimes(ZoneId zone, Instant now) {

  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern UTC =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?");
  private static final Pattern LOCAL =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?");
  private static final Pattern ZONED =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}.*)(Z|[+-]\\d{2}:?\\d{2})");

  /** The moment; a day is its beginning here. Empty for what is none, or cannot be true. */
  Optional<Instant> parse(String text) {
    try {
      return read(text.strip())
          .filter(at -> at.isBefore(now.plus(Duration.ofDays(1))))
          .filter(at -> !at.isBefore(FIRST.atStartOfDay(ZoneOffset.UTC).toInstant()));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  private Optional<Instant> read(String text) {
    if (DAY.matcher(text).matches()) {
      return Optional.of(LocalDate.parse(text).atStartOfDay(zone).toInstant());
    }
    var zoned = ZONED.matcher(text);
    if (zoned.matches()) {
      String offset = zoned.group(2);
      String plain =
          offset.length() == 5 ? offset.substring(0, 3) + ":" + offset.substring(3) : offset;
      return Optional.of(
          OffsetDateTime.parse(zoned.group(1).replace(' ', 'T') + plain).toInstant());
    }
    if (UTC.matcher(text).matches()) {
      return Optional.of(LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC));
    }
    if (LOCAL.matcher(text).matches()) {
      return Optional.of(LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toInstant());
    }
    return Optional.empty();
  }

  /** For names of files. */
  String stamp() {
    return DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
        .withZone(ZoneOffset.UTC)
        .format(now);
  }
}
