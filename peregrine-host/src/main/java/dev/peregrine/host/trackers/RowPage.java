package dev.peregrine.host.trackers;

import java.util.List;

/**
 * A job's row elsewhere.
 *
 * @param state a sentence
 * @param gone whether the person deleted it there
 * @param job the address of the job's page
 */
record RowPage(
    Here here,
    long id,
    String title,
    String job,
    String link,
    String state,
    String problem,
    boolean gone,
    List<Own> own,
    List<TablePage.LogLine> log) {

  /** One of the person's own columns. */
  record Own(
      String column,
      String label,
      String help,
      String value,
      String theirs,
      boolean many,
      String error) {}
}
