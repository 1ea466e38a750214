package dev.peregrine.host.http;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which servers inside the own machine or network may be called where somebody entered their
 * address. Whoever is asked for nothing by it reaches the public internet only: the guard sits at
 * the sockets, whatever a name resolves to.
 */
@FunctionalInterface
public interface Reach {

  /** Who enters an address is who runs the program: it leads wherever they point it. */
  Reach ANYWHERE = (caller, host, port) -> true;

  /** Who enters an address is a stranger to the machine: nothing of it leads inside. */
  Reach PUBLIC = (caller, host, port) -> false;

  /** Nobody is called at all: each call is refused before anything looks for its server. */
  Reach NOBODY =
      new Reach() {
        @Override
        public boolean anybody() {
          return false;
        }

        @Override
        public boolean inside(String caller, String host, int port) {
          return false;
        }
      };

  /** Whether anybody is called. */
  default boolean anybody() {
    return true;
  }

  /**
   * Whether a call may lead inside.
   *
   * @param caller who calls, as the ledger names it, such as {@code integration/webdav}
   * @param host as it was entered
   */
  boolean inside(String caller, String host, int port);

  /**
   * Only to the servers that somebody named, and only from whom each is there for: a model's server
   * is nothing to put documents to.
   *
   * @param servers callers, such as {@code research/searxng} or {@code llm/}, and for each the
   *     addresses that it may call; a caller that ends in a slash means all that begin with it
   */
  static Reach only(Map<String, List<URI>> servers) {
    Map<String, List<String>> named =
        servers.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    entry -> entry.getValue().stream().map(Reach::authority).toList()));
    return (caller, host, port) -> {
      String asked = authority(host, port);
      return named.entrySet().stream()
          .anyMatch(entry -> fits(entry.getKey(), caller) && entry.getValue().contains(asked));
    };
  }

  private static boolean fits(String named, String caller) {
    return named.endsWith("/") ? caller.startsWith(named) : caller.equals(named);
  }

  private static String authority(URI address) {
    int usual = "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    return authority(
        String.valueOf(address.getHost()), address.getPort() < 0 ? usual : address.getPort());
  }

  private static String authority(String host, int port) {
    return host.toLowerCase(Locale.ROOT).replace("[", "").replace("]", "") + " " + port;
  }
}
