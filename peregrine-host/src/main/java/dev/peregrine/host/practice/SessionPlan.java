package dev.peregrine.host.practice;

import dev.peregrine.host.rounds.RoundKind;
import java.util.Locale;

/**
 * How a session is to be.
 *
 * @param questions how many, 1 to {@link #MOST}
 * @param timed whether the time of an answer is looked at
 * @param weakOnly whether only what went badly comes
 */
public record SessionPlan(
    RoundKind kind, Locale language, Asker asker, int questions, boolean timed, boolean weakOnly) {

  /** The most questions of a session. */
  public static final int MOST = 20;

  /** Who asks. */
  public enum Asker {
    /** The questions of the program; the person rates. */
    BANK,
    /** A language model, which rates too. */
    MODEL;

    /** Its word in tables and forms. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public SessionPlan {
    if (questions < 1 || questions > MOST) {
      throw new IllegalArgumentException(
          "A session of \"%d\" questions: expected 1 to %d.".formatted(questions, MOST));
    }
  }
}
