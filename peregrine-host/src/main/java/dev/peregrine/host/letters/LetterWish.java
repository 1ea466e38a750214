package dev.peregrine.host.letters;

/**
 * What a model is to write.
 *
 * @param feedback what is to be changed in the letter as it is; empty for a new letter
 * @param seen the number of the letter as it is; 0 for none
 * @param mission whether what the person cares about may be spoken of, where the posting is about
 *     it
 */
public record LetterWish(long job, LetterStyle style, String feedback, int seen, boolean mission) {

  private static final int LONGEST = 2_000;

  public LetterWish {
    feedback = feedback.strip();
    if (feedback.length() > LONGEST) {
      throw new IllegalArgumentException(
          "What should change has %,d characters, expected at most %,d. Say it shorter."
              .formatted(feedback.length(), LONGEST));
    }
  }
}
