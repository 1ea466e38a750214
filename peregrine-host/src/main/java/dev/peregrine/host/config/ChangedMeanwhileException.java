package dev.peregrine.host.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a page was made from is not what is stored any more: another tab, or an editor, was faster.
 * Nothing was saved. The message is for the person.
 */
public final class ChangedMeanwhileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ChangedMeanwhileException(String what) {
    super(
        what
            + " was changed meanwhile, in another tab or in its file. Nothing of yours was saved yet: what you entered stands below. Save once more to put it in the place of the other, or open the page anew to see that.");
  }

  /** The message. */
  public String sentence() {
    return String.valueOf(getMessage());
  }

  /** A short text that differs where what is stored differs. */
  static String mark(String stored) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(stored.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
