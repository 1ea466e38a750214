package dev.peregrine.host.http;

import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import okhttp3.HttpUrl;

/**
 * Which hosts a caller may call.
 *
 * @param patterns exact names, {@code *.name} and {@code *}; public addresses only
 * @param entered host and port of addresses that the person entered, wherever these lead
 * @param local whether the patterns may lead into the own machine or network too
 */
record AllowedHosts(Set<String> patterns, Set<String> entered, boolean local) {

  static AllowedHosts of(Set<String> patterns, Collection<URI> addresses) {
    var entered = new HashSet<String>();
    for (URI address : addresses) {
      HttpUrl url = HttpUrl.get(address.toString());
      entered.add(authority(url));
    }
    return new AllowedHosts(Set.copyOf(patterns), Set.copyOf(entered), false);
  }

  /** For one server that the person entered. */
  AllowedHosts withEntered(HttpUrl server) {
    return new AllowedHosts(patterns, Set.of(authority(server)), local);
  }

  static AllowedHosts anywhere(boolean local) {
    return new AllowedHosts(Set.of("*"), Set.of(), local);
  }

  boolean allow(HttpUrl url) {
    return isEntered(url) || isEnteredHost(url) || isNamed(url.host());
  }

  /** Whether the person entered this very address, so that it may lead inside. */
  boolean isEntered(HttpUrl url) {
    return local || entered.contains(authority(url));
  }

  private boolean isEnteredHost(HttpUrl url) {
    // On another port the guard against internal addresses stands again.
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
