package dev.peregrine.host.config;

/**
 * After how many days something is due; 0 means never.
 *
 * @param followUp an application without an answer is asked about
 * @param inTalks so is one with which they were in talks
 * @param again so is one that was asked about already
 * @param mostFollowUps how often an application is asked about in one silence
 * @param reply their message is answered
 * @param thanks they are thanked for an interview
 * @param ghosted a silence is long enough to close the application
 */
public record Cadence(
    int followUp, int inTalks, int again, int mostFollowUps, int reply, int thanks, int ghosted) {

  /** The longest time. */
  public static final int MOST_DAYS = 365;

  /** What holds where nobody said anything. */
  public static final Cadence USUAL = new Cadence(7, 5, 7, 2, 1, 1, 30);
}
