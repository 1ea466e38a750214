package dev.peregrine.host.config;

/**
 * A word or phrase that the person wants to see in postings, or does not. It counts only as a
 * whole.
 *
 * @param word as the person wrote it
 * @param weight the points that a match score goes up by, or down; from -50 to 50, but not 0
 */
public record Keyword(String word, int weight) {

  /** The largest weight, either way. */
  public static final int MOST = 50;

  private static final int LONGEST = 100;

  public Keyword {
    word = word.strip();
    if (word.isEmpty() || word.length() > LONGEST) {
      throw new IllegalArgumentException(
          "Keyword \"%s\": expected 1 to %d characters.".formatted(word, LONGEST));
    }
    if (weight == 0 || Math.abs(weight) > MOST) {
      throw new IllegalArgumentException(
          "Keyword \"%s\": weight is \"%d\", expected 1 to %d, or -%d to -1 for a word you do not want."
              .formatted(word, weight, MOST, MOST));
    }
  }
}
