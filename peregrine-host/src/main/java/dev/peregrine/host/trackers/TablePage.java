package dev.peregrine.host.trackers;

import dev.peregrine.host.schedules.TimingForm;
import dev.peregrine.host.tenancy.Locked;
import java.util.List;
import java.util.Optional;

/**
 * How it stands with a table.
 *
 * @param connected whether the tracker is connected
 * @param locked why the current tenant may not use it
 * @param canCreate whether a table can be made
 * @param table empty where none was chosen
 */
record TablePage(
    Here here,
    boolean connected,
    Optional<Locked> locked,
    boolean canCreate,
    String problem,
    Optional<Table> table) {

  boolean usable() {
    return connected && locked.isEmpty();
  }

  /**
   * A table that was chosen.
   *
   * @param link where the person sees it; may be empty
   * @param state one sentence
   * @param running what is being done now; may be empty
   * @param share how far that is
   * @param trouble why nothing goes there; may be empty
   */
  record Table(
      String name,
      String link,
      String state,
      boolean on,
      boolean pushed,
      String running,
      Optional<Double> share,
      String trouble,
      String troubleMore,
      List<String> remarks,
      String columns,
      String own,
      String stages,
      Optional<TrialView> trial,
      List<ConflictView> conflicts,
      List<RowLine> failed,
      List<LogLine> log,
      TimingForm timing,
      boolean soon) {}

  /**
   * A dry run.
   *
   * @param others rows after the first ones
   * @param more whether there are still more
   */
  record TrialView(
      String sentence, String when, List<TrialRow> rows, List<TrialRow> others, boolean more) {}

  /** A row of a dry run. */
  record TrialRow(
      String title, String path, String word, String tag, List<Line> diffs, String problem) {}

  /** What a column says and would say. */
  record Line(String column, String before, String after) {}

  /**
   * A value that both sides changed.
   *
   * @param both whether both can be kept
   */
  record ConflictView(
      String job,
      String path,
      String columnId,
      String column,
      String mine,
      String theirs,
      boolean both) {}

  /** A row that was refused. */
  record RowLine(String title, String path, String problem) {}

  /** Something that happened. */
  record LogLine(String when, String title, String path, String word, List<String> details) {}
}
