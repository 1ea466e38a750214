package dev.peregrine.host.http;

import java.net.URI;
import java.util.Collection;
import java.util.List;

/**
 * What the person's settings say about the calls of an extension.
 *
 * @param addresses their hosts are allowed as well, also inside the own machine and network, and
 *     are called without a gap
 * @param secrets answers to addresses that hold one of these are never stored
 * @param proxies used in turn instead of the one for everything
 */
public record Given(List<URI> addresses, List<String> secrets, Proxies proxies) {

  /** Nothing. */
  public static final Given NOTHING = new Given(List.of(), List.of(), Proxies.NONE);

  public Given {
    addresses = List.copyOf(addresses);
    secrets = List.copyOf(secrets);
  }

  /** Addresses only. */
  public static Given addresses(Collection<URI> addresses) {
    return new Given(List.copyOf(addresses), List.of(), Proxies.NONE);
  }

  /** Names no value: some are secret. */
  @Override
  public String toString() {
    return "%d addresses, %s".formatted(addresses.size(), proxies);
  }
}
