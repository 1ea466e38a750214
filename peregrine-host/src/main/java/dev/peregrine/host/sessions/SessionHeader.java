package dev.peregrine.host.sessions;

import java.util.ArrayList;
import java.util.List;

/**
 * The tokens in what the server in front passes on: a whole {@code Cookie} header, or the token
 * alone. Several cookies of the name come where one was set for another path or domain.
 */
final class SessionHeader {

  static final String COOKIE = "cf_session";

  /** A header with more than these is somebody trying. */
  private static final int MOST = 4;

  private SessionHeader() {}

  static List<String> tokens(String header) {
    if (header.indexOf('=') < 0) {
      String alone = header.strip();
      return alone.isEmpty() ? List.of() : List.of(alone);
    }
    var tokens = new ArrayList<String>();
    for (String cookie : header.split("[;,]", -1)) {
      int equals = cookie.indexOf('=');
      if (equals > 0 && cookie.substring(0, equals).strip().equals(COOKIE)) {
        String value = unquoted(cookie.substring(equals + 1).strip());
        if (!value.isEmpty() && !tokens.contains(value)) {
          tokens.add(value);
        }
      }
    }
    return tokens.size() > MOST ? List.of() : List.copyOf(tokens);
  }

  private static String unquoted(String value) {
    return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
        ? value.substring(1, value.length() - 1)
        : value;
  }
}
