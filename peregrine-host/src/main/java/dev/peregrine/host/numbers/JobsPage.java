package dev.peregrine.host.numbers;

import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * The jobs behind a number.
 *
 * @param title what they have in common
 * @param range since when they count, in words
 * @param back the numbers
 * @param more the next page; empty for none
 */
record JobsPage(
    Shell shell, String title, String range, String back, List<Line> lines, String more) {

  /**
   * One job.
   *
   * @param company may be empty
   * @param stands its stage or how it ended
   * @param when it was found or applied for
   */
  record Line(String title, String company, String stands, String when, String href) {}
}
