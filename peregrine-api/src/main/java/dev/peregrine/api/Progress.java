package dev.peregrine.api;

/**
 * Tells the person how far a call is. The host implements it; calls are cheap and may be frequent.
 *
 * @since 0.1
 */
public interface Progress {

  /**
   * Says what is being done now, such as {@code Company 5 of 18}.
   *
   * @param text at most 120 characters; longer ones are cut
   */
  void step(String text);

  /**
   * Says how much is done.
   *
   * @param done units that are finished, 0 or more
   * @param total units in all, at least {@code done}; 0 when it is not known
   */
  void of(long done, long total);
}
