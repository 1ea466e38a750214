package dev.peregrine.api.scoring;

/**
 * One part of a match score.
 *
 * @param term the word, phrase or fact that counted, as the posting writes it where it stands there
 * @param weight points of the score, with one decimal; may be negative
 * @param where the part of the posting it stands in: {@code title}, {@code skills} or {@code text}
 * @since 0.1
 */
public record Reason(String term, double weight, String where) {

  public Reason {
    if (term.isBlank()) {
      throw new IllegalArgumentException("A reason's term is blank.");
    }
    if (!Double.isFinite(weight)) {
      throw new IllegalArgumentException(
          "Reason \"%s\": weight \"%s\", expected a number.".formatted(term, weight));
    }
  }
}
