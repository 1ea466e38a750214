package dev.peregrine.host.oauth;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** What stands behind the question mark of an address that was pasted. */
final class Query {

  private Query() {}

  /** The value of that name; empty where there is none. */
  static String value(String address, String name) {
    String query = address.substring(address.indexOf('?') + 1).replaceFirst("#.*", "");
    for (String pair : query.split("&")) {
      if (pair.startsWith(name + "=")) {
        try {
          return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
          return "";
        }
      }
    }
    return "";
  }
}
