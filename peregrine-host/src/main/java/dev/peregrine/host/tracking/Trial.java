package dev.peregrine.host.tracking;

import java.time.Instant;
import java.util.List;

/**
 * What a push would do.
 *
 * @param same how many rows say already what they should
 * @param rows the first of those that would be different
 */
public record Trial(
    Instant at, int added, int changed, int archived, int failed, int same, List<Row> rows) {

  /** As many rows as are told one by one. */
  static final int MOST = 200;

  /**
   * A row that would be different.
   *
   * @param effect added, changed, archived or failed
   * @param problem why it would fail; empty unless it would
   */
  public record Row(long job, String title, String effect, List<Diff> diffs, String problem) {
    public Row {
      diffs = List.copyOf(diffs);
    }
  }

  /** What a column says and would say; empty for nothing. */
  public record Diff(String column, String before, String after) {

    /** In a line. */
    public String said() {
      return before.isEmpty()
          ? "%s: %s".formatted(column, after)
          : "%s: %s → %s".formatted(column, before, after.isEmpty() ? "–" : after);
    }
  }

  public Trial {
    rows = List.copyOf(rows);
  }

  /** How many rows would be different. */
  public int changes() {
    return added + changed + archived;
  }
}
