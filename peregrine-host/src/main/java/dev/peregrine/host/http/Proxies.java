package dev.peregrine.host.http;

import dev.peregrine.api.ExtensionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * The proxies that a person gave one extension. Messages number them, since they hold passwords.
 */
public final class Proxies {

  /** None: calls go out as all others do. */
  public static final Proxies NONE = new Proxies(List.of());

  private final List<ProxyServer> servers;

  private Proxies(List<ProxyServer> servers) {
    this.servers = List.copyOf(servers);
  }

  /**
   * Reads addresses that are separated by blanks or commas.
   *
   * @throws ExtensionException {@code BAD_SETTINGS} where one is no proxy's address
   */
  public static Proxies of(String text) throws ExtensionException {
    List<String> addresses = List.of(text.strip().split("[\\s,]+"));
    var servers = new ArrayList<ProxyServer>();
    for (String address : addresses) {
      if (!address.isEmpty()) {
        String label = "Proxy %d of %d".formatted(servers.size() + 1, addresses.size());
        servers.add(ProxyServer.read(address, label).orElseThrow(() -> unfit(label)));
      }
    }
    return new Proxies(servers);
  }

  private static ExtensionException unfit(String label) {
    return new ExtensionException(
        ExtensionException.Kind.BAD_SETTINGS,
        label
            + " has an address that does not fit, expected one such as"
            + " http://user:password@proxy.example:3128 or socks5://proxy.example:1080 (without a"
            + " password). Change it in the settings.");
  }

  /** The one whose turn it is; empty where there is none. */
  Optional<ProxyServer> at(IntSupplier turn) {
    return servers.isEmpty()
        ? Optional.empty()
        : Optional.of(servers.get(Math.floorMod(turn.getAsInt(), servers.size())));
  }

  @Override
  public String toString() {
    return servers.size() + " proxies";
  }
}
