package dev.peregrine.host.resumes;

import java.util.Optional;

/**
 * A page of the person on a network.
 *
 * @param network such as LinkedIn
 * @param other members we have no name for, kept as they are
 */
public record Profile(
    Optional<String> network, Optional<String> username, Optional<String> url, Unmapped other) {

  /** Says nothing. */
  public static final Profile EMPTY =
      new Profile(Optional.empty(), Optional.empty(), Optional.empty(), Unmapped.NONE);

  public Profile withNetwork(Optional<String> network) {
    return new Profile(network, username, url, other);
  }

  public Profile withNetwork(String network) {
    return withNetwork(Optional.of(network));
  }

  public Profile withUsername(Optional<String> username) {
    return new Profile(network, username, url, other);
  }

  public Profile withUsername(String username) {
    return withUsername(Optional.of(username));
  }

  public Profile withUrl(Optional<String> url) {
    return new Profile(network, username, url, other);
  }

  public Profile withUrl(String url) {
    return withUrl(Optional.of(url));
  }

  public Profile withOther(Unmapped other) {
    return new Profile(network, username, url, other);
  }
}
