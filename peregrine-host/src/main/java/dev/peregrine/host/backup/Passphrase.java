package dev.peregrine.host.backup;

/**
 * What an encrypted backup is locked with. Never stored, logged or shown.
 *
 * @param text as the person typed it
 */
public record Passphrase(String text) {

  /**
   * The zip format derives its key with 1,000 rounds only, so that length has to make up for it.
   */
  private static final int SHORTEST = 12;

  /**
   * One for a new backup.
   *
   * @throws BackupException where it is too short
   */
  public static Passphrase forNew(String text) {
    if (text.codePointCount(0, text.length()) < SHORTEST) {
      throw new BackupException(
          "The passphrase has %d characters, expected at least %d. Take a sentence that you can remember."
              .formatted(text.codePointCount(0, text.length()), SHORTEST));
    }
    return new Passphrase(text);
  }

  char[] characters() {
    return text.toCharArray();
  }

  @Override
  public String toString() {
    return "Passphrase";
  }
}
