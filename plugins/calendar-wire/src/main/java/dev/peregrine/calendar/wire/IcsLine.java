package dev.peregrine.calendar.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A content line (RFC 5545 section 3.1).
 *
 * @param name in capitals
 * @param parameters name in capitals → value
 */
record IcsLine(String name, Map<String, String> parameters, String value) {

  /** The lines of a text, put together where they were folded; what is none is left out. */
  static List<IcsLine> of(String text) {
    var lines = new ArrayList<IcsLine>();
    var open = new StringBuilder();
    for (String line : (Iterable<String>) text.lines()::iterator) {
      if (line.startsWith(" ") || line.startsWith("\t")) {
        open.append(line, 1, line.length());
      } else {
        read(open.toString()).ifPresent(lines::add);
        open.setLength(0);
        open.append(line);
      }
    }
    read(open.toString()).ifPresent(lines::add);
    return lines;
  }

  private static Optional<IcsLine> read(String line) {
    var parameters = new HashMap<String, String>();
    int end = unquoted(line, 0, ";:");
    if (end <= 0) {
      return Optional.empty();
    }
    String name = line.substring(0, end).strip().toUpperCase(Locale.ROOT);
    while (end >= 0 && line.charAt(end) == ';') {
      int next = unquoted(line, end + 1, ";:");
      String pair = line.substring(end + 1, next < 0 ? line.length() : next);
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(
            pair.substring(0, equals).strip().toUpperCase(Locale.ROOT),
            pair.substring(equals + 1).replace("\"", "").strip());
      }
      end = next;
    }
    return end < 0
        ? Optional.empty()
        : Optional.of(new IcsLine(name, parameters, line.substring(end + 1)));
  }

  private static int unquoted(String line, int from, String signs) {
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
}
