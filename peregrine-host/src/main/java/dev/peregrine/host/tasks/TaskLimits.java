package dev.peregrine.host.tasks;

import java.util.Map;
import java.util.function.Consumer;

/**
 * How much is worked on at once. A number that is 0 is no limit.
 *
 * @param places how many tasks of a type run at once, for all tenants together; types not named
 *     have no limit
 * @param atOnce how many tasks of one tenant run at once
 * @param queued how many tasks of one tenant run or wait
 * @param before asked with the type when a task begins; what it throws is why it cannot be done
 */
public record TaskLimits(
    Map<String, Integer> places, int atOnce, int queued, Consumer<String> before) {

  public TaskLimits {
    places = Map.copyOf(places);
  }

  /** None but how many of a type run at once. */
  static TaskLimits ofTypes(Map<String, Integer> places) {
    return new TaskLimits(places, 0, 0, type -> {});
  }
}
