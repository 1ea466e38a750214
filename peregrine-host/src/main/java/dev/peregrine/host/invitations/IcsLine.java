package dev.peregrine.host.invitations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A content line (RFC 5545 section 3.1).
 *
 * @param name in capitals
 * @param parameters name in capitals → first value
 */
record IcsLine(String name, Map<String, String> parameters, String value) {

  private static final int LONGEST = 20_000;
  private static final int MOST_PARAMETERS = 30;

  /** The lines of a text, put together where they were folded; what is none is left out. */
  static List<IcsLine> of(String text) {
    var lines = new ArrayList<IcsLine>();
    var open = new StringBuilder();
    for (String line : (Iterable<String>) text.lines()::iterator) {
      boolean goesOn = !line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t');
      if (goesOn) {
        open.append(line, 1, line.length());
      } else {
        read(open).ifPresent(lines::add);
        open.setLength(0);
        open.append(line);
      }
      if (open.length() > LONGEST) {
        open.setLength(LONGEST);
      }
    }
    read(open).ifPresent(lines::add);
    return lines;
  }

  private static Optional<IcsLine> read(CharSequence line) {
    int end = unquoted(line, 0, ":");
    if (end < 0) {
      return Optional.empty();
    }
    int first = unquoted(line, 0, ";:");
    String name = line.subSequence(0, first).toString().strip().toUpperCase(Locale.ROOT);
    // A group before the name, as some address books write it.
    String plain = name.substring(name.lastIndexOf('.') + 1);
    return plain.matches("[A-Z0-9-]{1,60}")
        ? Optional.of(
            new IcsLine(
                plain,
                parameters(line, first, end),
                line.subSequence(end + 1, line.length()).toString()))
        : Optional.empty();
  }

  private static Map<String, String> parameters(CharSequence line, int from, int end) {
    var parameters = new LinkedHashMap<String, String>();
    int at = from;
    while (at < end && parameters.size() < MOST_PARAMETERS) {
      int next = unquoted(line, at + 1, ";:");
      int stop = next < 0 || next > end ? end : next;
      String pair = line.subSequence(at + 1, stop).toString();
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.putIfAbsent(
            pair.substring(0, equals).strip().toUpperCase(Locale.ROOT),
            pair.substring(equals + 1).replace("\"", "").strip());
      }
      at = stop;
    }
    return parameters;
  }

  private static int unquoted(CharSequence line, int from, String signs) {
    boolean quoted = false;
    for (int i = from; i < line.length(); i++) {
      char sign = line.charAt(i);
      if (sign == '"') {
        quoted = !quoted;
      } else if (!quoted && signs.indexOf(sign) >= 0) {
        return i;
      }
    }
    return -1;
  }

  String parameter(String key) {
    return parameters.getOrDefault(key, "");
  }

  /** The value as text: what was escaped is itself again. */
  String text() {
    var text = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char sign = value.charAt(i);
      if (sign == '\\' && i + 1 < value.length()) {
        char escaped = value.charAt(++i);
        text.append(escaped == 'n' || escaped == 'N' ? '\n' : escaped);
      } else {
        text.append(sign);
      }
    }
    return text.toString();
  }

  /** The text in one line, without what cannot be seen. */
  String line() {
    String line =
        text()
            .replaceAll("[\\p{Cf}&&[^\\u200C\\u200D]]", "")
            .replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+", " ")
            .strip();
    return line.length() > 500 ? line.substring(0, 500) : line;
  }
}
