package dev.peregrine.host.config;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/**
 * A mailbox that is read. Its password or token is no part of it: that is sealed.
 *
 * @param id what the file calls it; never changes
 * @param name for the person
 * @param address the person's own one there
 * @param on whether it is read
 * @param provider key of the preset that it was made from, such as {@code gmail}
 * @param username what the server is told
 * @param lookBackDays how many days back the window begins
 */
public record MailAccount(
    String id,
    String name,
    String address,
    boolean on,
    Optional<String> provider,
    MailServer server,
    String username,
    Auth auth,
    MailFolderChoice folders,
    int lookBackDays) {

  /** How far back the window begins where nobody chose. */
  public static final int USUAL_DAYS = 90;

  /** The most that can be looked back. */
  public static final int MOST_DAYS = 3_650;

  /** What the server is shown. */
  public enum Auth {
    /** A password, or one that the provider gives for a program. */
    PASSWORD,
    /** A token that the provider gives after the person agreed there. */
    XOAUTH2;

    /** The name in the file. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The one of that name.
     *
     * @throws IllegalArgumentException with a sentence
     */
    public static Auth of(String key) {
      for (Auth each : values()) {
        if (each.key().equals(key.toLowerCase(Locale.ROOT))) {
          return each;
        }
      }
      throw new IllegalArgumentException(
          "auth is \"%s\", expected password or xoauth2.".formatted(key));
    }
  }

  /** Rejects what cannot be an account, with a sentence. */
  public MailAccount {
    if (!isId(id)) {
      throw new IllegalArgumentException(
          "account \"%s\" has a name that cannot be used, expected up to 40 of a-z, 0-9, - and _."
              .formatted(id));
    }
    if (username.isBlank()) {
      throw new IllegalArgumentException("account \"%s\" has no username.".formatted(id));
    }
    if (lookBackDays < 1 || lookBackDays > MOST_DAYS) {
      throw new IllegalArgumentException(
          "look back days is \"%d\", expected 1 to %d.".formatted(lookBackDays, MOST_DAYS));
    }
  }

  /** An account with a password and what is usual. */
  public static MailAccount of(String id, MailServer server, String username) {
    return new MailAccount(
        id,
        username,
        username,
        true,
        Optional.empty(),
        server,
        username,
        Auth.PASSWORD,
        MailFolderChoice.USUAL,
        USUAL_DAYS);
  }

  /**
   * Whether an account may be called so. {@code files} may not: so is what was dropped in called.
   */
  public static boolean isId(String text) {
    return text.matches("[a-z0-9][a-z0-9_-]{0,39}") && !text.equals("files");
  }

  /** The first day of the window, as it is at a moment. */
  public LocalDate firstDay(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(lookBackDays);
  }

  public MailAccount withOn(boolean newOn) {
    return new MailAccount(
        id, name, address, newOn, provider, server, username, auth, folders, lookBackDays);
  }

  public MailAccount withName(String newName) {
    return new MailAccount(
        id, newName, address, on, provider, server, username, auth, folders, lookBackDays);
  }

  public MailAccount withServer(MailServer newServer) {
    return new MailAccount(
        id, name, address, on, provider, newServer, username, auth, folders, lookBackDays);
  }

  public MailAccount withFolders(MailFolderChoice newFolders) {
    return new MailAccount(
        id, name, address, on, provider, server, username, auth, newFolders, lookBackDays);
  }

  public MailAccount withAuth(Auth newAuth) {
    return new MailAccount(
        id, name, address, on, provider, server, username, newAuth, folders, lookBackDays);
  }

  public MailAccount withLookBackDays(int days) {
    return new MailAccount(id, name, address, on, provider, server, username, auth, folders, days);
  }
}
