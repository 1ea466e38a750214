package dev.peregrine.wire;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** How long a server asks to wait: seconds, or a date. */
public final class RetryAfter {

  private RetryAfter() {}

  /**
   * Reads the header {@code Retry-After}.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-retry-after">RFC 9110, 10.2.3</a>
   */
  public static Optional<Duration> read(Optional<String> header, Instant now) {
    if (header.isEmpty()) {
      return Optional.empty();
    }
    String value = header.get().strip();
    try {
      if (value.matches("\\d{1,9}(?:\\.\\d+)?")) {
        return Optional.of(Duration.ofMillis((long) (Double.parseDouble(value) * 1000)));
      }
      var until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Optional.of(Duration.between(now, until.toInstant()));
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
