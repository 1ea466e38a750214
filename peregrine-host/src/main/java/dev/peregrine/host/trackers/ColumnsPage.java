package dev.peregrine.host.trackers;

import java.util.List;

/**
 * Which field goes to which column, which jobs are there, and what the person keeps there.
 *
 * @param canRead whether columns can be read back
 */
record ColumnsPage(
    Here here,
    String problem,
    String target,
    String table,
    long seen,
    List<Row> rows,
    List<Box> stages,
    boolean canRead,
    List<Box> own) {

  /** A field and what can be chosen for it. */
  record Row(String key, String label, String help, List<Choice> choices) {}

  /** A column, or none, or one to be made. */
  record Choice(String value, String label, boolean chosen) {}

  /** Something to tick. */
  record Box(String value, String label, boolean chosen) {}
}
