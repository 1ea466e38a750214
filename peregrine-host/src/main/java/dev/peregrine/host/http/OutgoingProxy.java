package dev.peregrine.host.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The proxy for everything, and the hosts that are called without it. */
public final class OutgoingProxy {

  private static final Pattern IPV4 = Pattern.compile("[0-9.]+");

  private final ProxyServer server;
  private final List<String> without;

  private OutgoingProxy(ProxyServer server, List<String> without) {
    this.server = server;
    this.without = without;
  }

  /**
   * @param address such as {@code http://user:password@proxy:3128}
   * @param without hosts, separated by blanks or commas; {@code example.com} means those below it
   *     too, {@code *} all
   * @return empty where the address is no proxy's
   */
  public static Optional<OutgoingProxy> of(String address, String without) {
    List<String> hosts =
        Arrays.stream(without.toLowerCase(Locale.ROOT).split("[\\s,]+"))
            .map(host -> host.replaceFirst("^\\*?\\.", "").replaceFirst(":\\d+$", ""))
            .filter(host -> !host.isEmpty())
            .toList();
    return ProxyServer.read(address.strip(), "The proxy")
        .map(server -> new OutgoingProxy(server, hosts));
  }

  /** The way to a host; empty for the direct one. */
  Optional<ProxyServer> to(String host) {
    return without.stream().anyMatch(each -> covers(each, host))
        ? Optional.empty()
        : Optional.of(server);
  }

  private static boolean covers(String each, String host) {
    return each.equals("*")
        || each.equals(host)
        || (host.endsWith("." + each) && !IPV4.matcher(host).matches());
  }

  @Override
  public String toString() {
    return server.label();
  }
}
