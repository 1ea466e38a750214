package dev.peregrine.host.rounds;

import dev.peregrine.host.secrets.SecretStore;
import dev.peregrine.host.tenancy.Tenant;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The secret address under which the current tenant's rounds can be subscribed to. Who knows it
 * needs nothing else, so it can be made anew, which shuts the one before.
 */
public final class FeedAddress {

  private static final String NAME = "calendar/feed";
  private static final String FOLDER = "/calendar/";
  private static final String ENDING = ".ics";
  private static final Pattern ADDRESS =
      Pattern.compile("/calendar/([A-Za-z0-9_-]{1,200})\\.[A-Za-z0-9_-]{20,200}\\.ics");

  private final SecretStore secrets;
  private final Supplier<String> fresh;

  /**
   * @param fresh gives a word at each call that nobody can guess, of letters, digits, - and _
   */
  public FeedAddress(SecretStore secrets, Supplier<String> fresh) {
    this.secrets = secrets;
    this.fresh = fresh;
  }

  /**
   * The path of the feed, if there is one. It names its owner, so that it can be asked for alone.
   */
  public Optional<String> path() {
    return secrets.value(NAME).map(secret -> FOLDER + owner() + "." + secret + ENDING);
  }

  private static String owner() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Tenant.current().id().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The id of the tenant whose feed a path says it leads to, before anybody checked whether it
   * does; empty where it is no such path.
   */
  public static Optional<String> tenantOf(String path) {
    Matcher address = ADDRESS.matcher(path);
    if (!address.matches()) {
      return Optional.empty();
    }
    try {
      byte[] id = Base64.getUrlDecoder().decode(address.group(1));
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(id)).toString());
    } catch (IllegalArgumentException | CharacterCodingException none) {
      return Optional.empty();
    }
  }

  /** Whether a whole path leads to the current tenant's feed. */
  public boolean leadsTo(String path) {
    return path.startsWith(FOLDER) && opens(path.substring(FOLDER.length()));
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
    // Addresses that were given before they named their owner lead there as well.
    String named = owner() + ".";
    String word = asked.startsWith(named) ? asked.substring(named.length()) : asked;
    byte[] typed = word.getBytes(StandardCharsets.UTF_8);
    return secrets
        .value(NAME)
        .map(secret -> (secret + ENDING).getBytes(StandardCharsets.UTF_8))
        .map(right -> MessageDigest.isEqual(right, typed))
        .orElse(false);
  }
}
