package dev.peregrine.plugin.integration.smtp;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Settings;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the settings say: through which server, from whom, to whom. */
record Server(
    String host,
    int port,
    Security security,
    Optional<String> user,
    Optional<String> password,
    InternetAddress from,
    List<InternetAddress> to) {

  private static final int MOST_RECIPIENTS = 10;
  private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}.:-]{1,253}");

  /** How the connection is kept from others. */
  enum Security {
    TLS,
    STARTTLS,
    NONE;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Server {
    to = List.copyOf(to);
  }

  static Server of(Settings settings) throws ExtensionException {
    String host = line(settings, "host");
    if (!HOST.matcher(host).matches()) {
      throw wrong("Server", host, "a name such as smtp.example.org");
    }
    Security security = security(settings.choice("security"));
    int port = (int) settings.whole("port");
    Optional<String> user = settings.text("user").map(String::strip);
    Optional<String> password = settings.secret("password");
    if (user.isPresent() && password.isEmpty()) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS, "\"Password\" is not set, but the user is. Enter it.");
    }
    List<InternetAddress> to = addresses("To", line(settings, "to"));
    String from = line(settings, "from");
    List<InternetAddress> sender =
        from.isEmpty() ? List.of(to.getFirst()) : addresses("From", from);
    var server = new Server(host, port, security, user, password, sender.getFirst(), to);
    if (security == Security.NONE && user.isPresent() && !server.isThisMachine()) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS,
          "A password is not sent to \"%s\" without encryption. Choose TLS or STARTTLS."
              .formatted(host));
    }
    return server;
  }

  /** What is said to it never leaves the machine. */
  boolean isThisMachine() {
    return Stream.of("localhost", "127.0.0.1", "::1").anyMatch(host::equalsIgnoreCase);
  }

  private static Security security(String key) {
    return Stream.of(Security.values())
        .filter(security -> security.key().equals(key))
        .findFirst()
        .orElse(Security.TLS);
  }

  private static String line(Settings settings, String key) {
    return settings.text(key).orElse("").strip();
  }

  private static List<InternetAddress> addresses(String label, String text)
      throws ExtensionException {
    try {
      InternetAddress[] addresses =
          text.chars().anyMatch(Character::isISOControl)
              ? new InternetAddress[0]
              : InternetAddress.parse(text, true);
      for (InternetAddress address : addresses) {
        address.validate();
        if (!address.getAddress().contains("@")) {
          throw new AddressException("no @");
        }
      }
      if (addresses.length >= 1 && addresses.length <= MOST_RECIPIENTS) {
        return List.of(addresses);
      }
    } catch (AddressException none) {
      // said below
    }
    throw wrong(label, text.replaceAll("\\p{Cntrl}", "?"), "an address such as mira@example.org");
  }

  private static ExtensionException wrong(String label, String value, String expected) {
    return new ExtensionException(
        Kind.BAD_SETTINGS,
        "%s \"%s\": expected %s. Correct it in the settings.".formatted(label, value, expected));
  }
}
