package dev.peregrine.host.tracking;

import java.util.ArrayList;

/**
 * What came of a push.
 *
 * @param failed rows that were refused
 * @param same rows that said already what they should
 * @param conflicts values of the person's own columns that both sides changed
 */
public record Pushed(int added, int changed, int archived, int failed, int same, int conflicts) {

  /** As the list of tasks says it. */
  String sentence() {
    var parts = new ArrayList<String>();
    parts.add(
        added + changed + archived == 0
            ? "Nothing was to be written"
            : "%d added, %d changed, %d archived".formatted(added, changed, archived));
    if (same > 0) {
      parts.add("%d up to date".formatted(same));
    }
    if (failed > 0) {
      parts.add("%d refused".formatted(failed));
    }
    if (conflicts > 0) {
      parts.add("%d of your own values differ on both sides".formatted(conflicts));
    }
    return String.join("; ", parts) + ".";
  }
}
