package dev.peregrine.host.web;

import static dev.peregrine.host.texts.Texts.t;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What runs in the background and what ran.
 *
 * @param running queued and running work, the oldest first
 * @param earlier finished work, the newest first
 */
public record Activity(List<Row> running, List<Row> earlier) {

  /** Nothing runs, nothing ran. */
  public static final Activity NONE = new Activity(List.of(), List.of());

  /**
   * One piece of work.
   *
   * @param id its number
   * @param title what it is
   * @param sentence how far it is, or how it ended
   * @param when the time of its end, empty while it runs
   * @param share how much is done, 0 to 1, where that is known
   * @param icon how it ended
   * @param canStop whether it can be stopped now
   * @param canRunAgain whether it can be tried again
   */
  public record Row(
      long id,
      String title,
      String sentence,
      String when,
      OptionalDouble share,
      Icon icon,
      boolean canStop,
      boolean canRunAgain) {}

  /** How much runs, such as {@code 2 running}; empty for nothing. */
  public String summary() {
    return running.isEmpty() ? "" : t("web.running", "count", running.size());
  }
}
