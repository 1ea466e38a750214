package dev.peregrine.host.http;

import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import okhttp3.HttpUrl;

/**
 * Which hosts a caller may call.
 *
 * @param patterns exact names, {@code *.name} and {@code *}; public addresses only
 * @param entered host and port of addresses that the person entered, wherever these lead
 * @param local whether the patterns may lead into the own machine or network too
 * @param inside which entered ones may
 */
record AllowedHosts(
    Set<String> patterns, Set<String> entered, boolean local, Predicate<HttpUrl> inside) {

  /**
   * @param caller as the ledger names it
   */
  static AllowedHosts of(
      String caller, Set<String> patterns, Collection<URI> addresses, Reach reach) {
    var entered = new HashSet<String>();
    for (URI address : addresses) {
      HttpUrl url = HttpUrl.get(address.toString());
      entered.add(authority(url));
    }
    return new AllowedHosts(
        Set.copyOf(patterns),
        Set.copyOf(entered),
        false,
        url -> reach.inside(caller, url.host(), url.port()));
  }

  /** For one server that the person entered. */
  AllowedHosts withEntered(HttpUrl server) {
    return new AllowedHosts(patterns, Set.of(authority(server)), local, inside);
  }

  static AllowedHosts anywhere(boolean local) {
    return new AllowedHosts(Set.of("*"), Set.of(), local, url -> local);
  }

  boolean allow(HttpUrl url) {
    return isEntered(url) || isEnteredHost(url) || isNamed(url.host());
  }

  /** Whether the person entered this very address, and it may lead inside. */
  boolean isEntered(HttpUrl url) {
    return local || (entered.contains(authority(url)) && inside.test(url));
  }

  private boolean isEnteredHost(HttpUrl url) {
    // On another port, and where it may not lead inside, the guard against that stands again.
    return entered.stream().anyMatch(each -> each.startsWith(url.host() + " "));
  }

  private boolean isNamed(String host) {
    for (String pattern : patterns) {
      boolean fits =
          pattern.equals("*")
              || pattern.equals(host)
              || (pattern.startsWith("*.") && host.endsWith(pattern.substring(1)));
      if (fits) {
        return true;
      }
    }
    return false;
  }

  /** The names for a message, in order. */
  List<String> names() {
    return patterns.stream().sorted().toList();
  }

  private static String authority(HttpUrl url) {
    return url.host() + " " + url.port();
  }
}
