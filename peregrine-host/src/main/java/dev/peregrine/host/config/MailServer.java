package dev.peregrine.host.config;

import java.util.Locale;

/**
 * Where an account's mails are.
 *
 * @param host name or address of the server
 */
public record MailServer(String host, int port, Security security) {

  /** How the connection is kept from others' eyes. */
  public enum Security {
    /** From the first byte. */
    TLS(993),
    /** After a plain beginning; without it nothing is said. */
    STARTTLS(143),
    /** Not at all: for servers on this machine only. */
    NONE(143);

    private final int usualPort;

    Security(int usualPort) {
      this.usualPort = usualPort;
    }

    /** The port that servers listen on for it. */
    public int usualPort() {
      return usualPort;
    }

    /** The name in the file. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The one of that name.
     *
     * @throws IllegalArgumentException with a sentence
     */
    public static Security of(String key) {
      for (Security each : values()) {
        if (each.key().equals(key.toLowerCase(Locale.ROOT))) {
          return each;
        }
      }
      throw new IllegalArgumentException(
          "security is \"%s\", expected tls, starttls or none.".formatted(key));
    }
  }

  /** Rejects what cannot be a server, with a sentence. */
  public MailServer {
    host = host.strip();
    if (!host.matches("[A-Za-z0-9](?:[A-Za-z0-9._-]{0,252})|\\[?[0-9A-Fa-f:.]{2,45}]?")) {
      throw new IllegalArgumentException(
          "host is \"%s\", expected a name such as imap.example.org.".formatted(shortened(host)));
    }
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException(
          "port is \"%d\", expected 1 to 65535; usual are 993 (tls) and 143 (starttls)."
              .formatted(port));
    }
    if (security == Security.NONE && !isThisMachine(host)) {
      throw new IllegalArgumentException(
          "security is \"none\" for host \"%s\": passwords would go over the network for all to read. Expected tls or starttls; none is for servers on this machine."
              .formatted(host));
    }
  }

  /** The server on its usual port. */
  public static MailServer of(String host, Security security) {
    return new MailServer(host, security.usualPort(), security);
  }

  /** Whether it is on this very machine, such as a mail bridge. */
  public boolean isThisMachine() {
    return isThisMachine(host);
  }

  private static boolean isThisMachine(String host) {
    // By its letters alone: what a name leads to may be another the next time.
    return host.equalsIgnoreCase("localhost")
        || host.matches("127(?:\\.\\d{1,3}){3}|\\[?(?:0{0,4}:){2,7}0{0,3}1]?");
  }

  private static String shortened(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
