package dev.peregrine.host.rounds;

import dev.peregrine.host.secrets.SecretStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The secret address under which the current tenant's rounds can be subscribed to. Who knows it
 * needs nothing else, so it can be made anew, which shuts the one before.
 */
public final class FeedAddress {

  private static final String NAME = "calendar/feed";

  private final SecretStore secrets;
  private final Supplier<String> fresh;

  /**
   * @param fresh gives a word at each call that nobody can guess, of letters, digits, - and _
   */
  public FeedAddress(SecretStore secrets, Supplier<String> fresh) {
    this.secrets = secrets;
    this.fresh = fresh;
  }

  /** The path of the feed, if there is one. */
  public Optional<String> path() {
    return secrets.value(NAME).map(secret -> "/calendar/" + secret + ".ics");
  }

  /** Whether there is a feed; needs no key. */
  public boolean isOpen() {
    return secrets.isSet(NAME);
  }

  /** Makes another address; the one before leads nowhere from now on. */
  public void renew() {
    secrets.put(NAME, fresh.get());
  }

  /** Shuts the feed. */
  public void shut() {
    secrets.remove(NAME);
  }

  /**
   * Whether the last part of a path is the address; takes as long for one that is nearly right as
   * for any other.
   */
  public boolean opens(String asked) {
    byte[] typed = asked.getBytes(StandardCharsets.UTF_8);
    return secrets
        .value(NAME)
        .map(secret -> (secret + ".ics").getBytes(StandardCharsets.UTF_8))
        .map(right -> MessageDigest.isEqual(right, typed))
        .orElse(false);
  }
}
