package dev.peregrine.host.config;

/**
 * A word or phrase that hides a posting. It counts only as a whole: {@code sales} does not hide
 * Salesforce.
 *
 * @param word as the person wrote it
 * @param in the part of a posting that is looked at
 */
public record ExcludedWord(String word, In in) {

  /** The part of a posting that is looked at. */
  public enum In {
    TITLE,
    DESCRIPTION,
    BOTH
  }

  public ExcludedWord {
    word = word.strip();
    if (word.isEmpty()) {
      throw new IllegalArgumentException("An excluded word is blank.");
    }
  }
}
