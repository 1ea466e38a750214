package dev.peregrine.host.storage;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;

/**
 * Where a Postgres is and who asks it.
 *
 * @param jdbc the driver's address, without a name and a password
 * @param user may be empty
 * @param password may be empty
 */
public record ServerAddress(String jdbc, String user, String password) {

  private static final String JDBC = "jdbc:";

  /**
   * Reads an address as services write it: {@code postgresql://name:password@host:5432/database},
   * with or without {@code jdbc:} before it. Name and password may also be parameters.
   *
   * @throws IllegalArgumentException with what is wrong, never with the password
   */
  public static ServerAddress parse(String text) {
    String plain = text.strip();
    if (plain.toLowerCase(Locale.ROOT).startsWith(JDBC)) {
      plain = plain.substring(JDBC.length());
    }
    URI address;
    try {
      address = new URI(plain);
    } catch (URISyntaxException wrong) {
      throw wrong("it is not an address");
    }
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("postgresql") && !scheme.equals("postgres")) {
      throw wrong("it does not begin with postgresql://");
    }
    if (address.getHost() == null) {
      throw wrong("it names no host");
    }
    if (address.getPath() == null || address.getPath().length() < 2) {
      throw wrong("it names no database");
    }
    String user = "";
    String password = "";
    String info = address.getRawUserInfo();
    if (info != null) {
      int colon = info.indexOf(':');
      user = decoded(colon < 0 ? info : info.substring(0, colon));
      password = colon < 0 ? "" : decoded(info.substring(colon + 1));
    }
    var rest = new ArrayList<String>();
    String query = address.getRawQuery();
    for (String each : (query == null ? "" : query).split("&", -1)) {
      if (each.startsWith("user=")) {
        user = decoded(each.substring("user=".length()));
      } else if (each.startsWith("password=")) {
        password = decoded(each.substring("password=".length()));
      } else if (!each.isEmpty()) {
        rest.add(each);
      }
    }
    String jdbc =
        "jdbc:postgresql://%s%s%s%s"
            .formatted(
                address.getHost(),
                address.getPort() < 0 ? "" : ":" + address.getPort(),
                "/" + URLEncoder.encode(address.getPath().substring(1), StandardCharsets.UTF_8),
                rest.isEmpty() ? "" : "?" + String.join("&", rest));
    return new ServerAddress(jdbc, user, password);
  }

  private static IllegalArgumentException wrong(String why) {
    return new IllegalArgumentException(
        "The address of the database cannot be used: %s. Expected postgresql://name:password@host:5432/database."
            .formatted(why));
  }

  private static String decoded(String text) {
    // A plus sign stands for itself in this part of an address.
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Without the password, since it may come into a log. */
  @Override
  public String toString() {
    return jdbc;
  }
}
