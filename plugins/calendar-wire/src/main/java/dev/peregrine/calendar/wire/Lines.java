package dev.peregrine.calendar.wire;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Lines of an iCalendar file, ended and folded: no line has more than 75 bytes. */
final class Lines {

  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private static final int LONGEST = 75;

  private final StringBuilder lines = new StringBuilder();

  /** No sign is cut in two. */
  void add(String content) {
    int bytes = 0;
    for (int sign : content.codePoints().toArray()) {
      int size = Character.toString(sign).getBytes(StandardCharsets.UTF_8).length;
      if (bytes + size > LONGEST) {
        lines.append("\r\n ");
        bytes = 1;
      }
      lines.appendCodePoint(sign);
      bytes += size;
    }
    lines.append("\r\n");
  }

  @Override
  public String toString() {
    return lines.toString();
  }

  static String moment(Instant instant) {
    return MOMENT.format(instant);
  }

  static String local(LocalDateTime time) {
    return LOCAL.format(time);
  }

  /** A value that cannot end its line: whatever is in it stays text. */
  static String text(String text) {
    return text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\n", "\\n")
        .replaceAll("[\\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]", " ")
        .codePoints()
        .map(sign -> Character.getType(sign) == Character.SURROGATE ? 0xFFFD : sign)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
