package dev.peregrine.api;

import java.util.Locale;
import java.util.Optional;

/**
 * Where the work of a posting is done.
 *
 * @since 0.1
 */
public enum RemoteMode {
  /** From home or anywhere, all of the time. */
  REMOTE,
  /** Partly from home. */
  HYBRID,
  /** At the employer's place. */
  ON_SITE;

  /**
   * Reads the words that boards use in a field for this: {@code remote}, {@code Fully remote},
   * {@code hybrid}, {@code on-site}, {@code OnSite}, {@code TELECOMMUTE}. Empty for anything else,
   * {@code unspecified} among it.
   */
  public static Optional<RemoteMode> parse(String word) {
    String plain = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return switch (plain) {
      case "remote", "fullyremote", "fullremote", "telecommute", "homeoffice", "workfromhome" ->
          Optional.of(REMOTE);
      case "hybrid", "partlyremote", "partiallyremote", "partialremote" -> Optional.of(HYBRID);
      case "onsite", "office", "inoffice", "inperson" -> Optional.of(ON_SITE);
      default -> Optional.empty();
    };
  }
}
