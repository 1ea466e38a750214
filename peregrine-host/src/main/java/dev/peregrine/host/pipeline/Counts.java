package dev.peregrine.host.pipeline;

import java.util.EnumMap;
import java.util.Map;

/**
 * How many jobs there are.
 *
 * @param byStage every stage, those that a rule hid left out
 * @param hidden how many a rule hid
 * @param foundSince24h not hidden and found within the last day, to the hour
 */
public record Counts(Map<Stage, Long> byStage, long hidden, long foundSince24h) {

  public Counts {
    var all = new EnumMap<Stage, Long>(Stage.class);
    for (Stage stage : Stage.values()) {
      all.put(stage, byStage.getOrDefault(stage, 0L));
    }
    byStage = Map.copyOf(all);
  }

  /** How many are in that stage. */
  public long of(Stage stage) {
    return byStage.getOrDefault(stage, 0L);
  }
}
