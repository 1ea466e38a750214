package dev.peregrine.host.importers;

import dev.peregrine.host.web.Shell;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Lists from elsewhere: one to choose, and those that were brought.
 *
 * @param problem what is wrong with the file that was chosen; empty for nothing
 */
record ListsPage(Shell shell, String problem, Part part) {

  /**
   * What changes by itself.
   *
   * @param busy whether a list is being brought or taken back
   * @param ended what became of the last one; empty where nothing was done yet
   * @param failed whether that is why it did not work
   */
  record Part(
      boolean busy,
      String title,
      String step,
      OptionalDouble done,
      String ended,
      boolean failed,
      List<Line> made,
      String token) {}

  /**
   * A list that was brought.
   *
   * @param about when, and what came of it
   * @param lines what could not be taken as it stood
   * @param undo whether it can be taken back
   */
  record Line(long id, String source, String about, List<String> lines, boolean undo) {}

  String token() {
    return shell.token();
  }

  /** How many jobs may come at once. */
  int most() {
    return Sheet.MOST_ROWS;
  }
}
