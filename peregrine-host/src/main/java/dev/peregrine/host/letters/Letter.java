package dev.peregrine.host.letters;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A letter for a job, in one of its versions.
 *
 * @param number grows with each save, with gaps
 * @param begun when the sitting began in which it was typed
 * @param against the résumé that it was held against
 * @param backend the person's name for who wrote it; empty where no model did
 * @param model of that backend
 * @param feedback what the person had asked to be changed
 * @param inUse whether it is the one that counts
 */
public record Letter(
    long job,
    int number,
    Instant at,
    Instant begun,
    Origin origin,
    String text,
    LetterStyle style,
    Optional<Against> against,
    String backend,
    String model,
    String feedback,
    boolean inUse) {

  /** How a version came to be. */
  public enum Origin {
    /** The person wrote or pasted it. */
    TYPED,
    /** Put together from the résumé by rules. */
    SKELETON,
    /** A language model wrote it. */
    MODEL,
    /** A language model wrote it and did not come to the end. */
    PARTIAL,
    /** An older version, put in place again. */
    RESTORED,
    /** What a second window had, kept so that nothing is lost. */
    ASIDE;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A résumé in one of its versions. */
  public record Against(long resume, int version) {}

  /** How many words it has. */
  public int words() {
    return countWords(text);
  }

  static int countWords(String text) {
    String plain = text.strip();
    return plain.isEmpty() ? 0 : plain.split("\\s+").length;
  }
}
