package dev.peregrine.host.trackers;

import java.util.List;

/**
 * Rows of a table, to find the one of a job.
 *
 * @param find what was typed; empty for the newest
 * @param more whether there are others
 */
record RowsPage(Here here, String find, List<Line> rows, boolean more) {

  /** A row. */
  record Line(String title, String path, String state) {}
}
