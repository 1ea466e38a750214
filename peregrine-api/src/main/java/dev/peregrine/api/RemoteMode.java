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

  private static final int LONGEST = 100;

  /**
   * Reads what the text of a place says about it: {@code Remote, Italy}, {@code London (hybrid)},
   * {@code Home based}. Empty where it says nothing, as in {@code London} and {@code Not remote}.
   */
  public static Optional<RemoteMode> ofPlace(String text) {
    return new PlaceText(text).remote();
  }

  /**
   * Reads the words that boards use in a field for this: {@code remote}, {@code Fully remote},
   * {@code hybrid}, {@code on-site}, {@code OnSite}, {@code TELECOMMUTE}. Empty for anything else,
   * {@code unspecified} among it.
   */
  public static Optional<RemoteMode> parse(String word) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    String plain = word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    return switch (plain) {
      case "remote",
          "fullyremote",
          "fullremote",
          "remoteonly",
          "remotefirst",
          "allremote",
          "telecommute",
          "telework",
          "teletrabajo",
          "télétravail",
          "homeoffice",
          "workfromhome",
          "workathome",
          "wfh",
          "anywhere" ->
          Optional.of(REMOTE);
      case "hybrid",
          "hybride",
          "híbrido",
          "hybridremote",
          "remotehybrid",
          "partlyremote",
          "partiallyremote",
          "partialremote",
          "partremote",
          "teilweiseremote" ->
          Optional.of(HYBRID);
      case "onsite", "onsiteonly", "office", "inoffice", "officebased", "inperson", "vorort" ->
          Optional.of(ON_SITE);
      default -> Optional.empty();
    };
  }
}
