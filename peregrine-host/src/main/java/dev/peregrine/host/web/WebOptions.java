package dev.peregrine.host.web;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * How the web edge is reached.
 *
 * @param host the address to listen on, {@code 127.0.0.1} for this computer only
 * @param port the port, 0 for a free one
 * @param names further host names by which a browser may address the server; {@code localhost} and
 *     the loopback addresses always may
 * @param zone the time zone until the browser has told its own
 * @param place where the data are: the key of the text that the foot of the navigation says
 * @param uploadBytes the largest request with a file
 * @param https whether browsers reach it by https, through a server in front of this one
 * @param drain how long it goes on answering after it has said that it is about to stop
 */
public record WebOptions(
    String host,
    int port,
    Set<String> names,
    ZoneId zone,
    String place,
    long uploadBytes,
    boolean https,
    Duration drain) {

  /** Where Peregrine is found unless told otherwise. */
  public static final int PORT = 8502;

  /** The usual largest request. */
  public static final long UPLOAD_BYTES = 20L * 1024 * 1024;

  public WebOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(
          "Port \"%d\": expected 0 to 65535. Choose another with --port.".formatted(port));
    }
    names = Set.copyOf(names);
  }

  /** For this computer only. */
  public static WebOptions local(int port, ZoneId zone) {
    return new WebOptions(
        "127.0.0.1", port, Set.of(), zone, "web.place-here", UPLOAD_BYTES, false, Duration.ZERO);
  }

  /** This, listening on another address and answering to further names. */
  public WebOptions at(String newHost, List<String> newNames) {
    return new WebOptions(
        newHost, port, Set.copyOf(newNames), zone, place, uploadBytes, https, drain);
  }

  /** This on another port. */
  public WebOptions on(int newPort) {
    return new WebOptions(host, newPort, names, zone, place, uploadBytes, https, drain);
  }
}
