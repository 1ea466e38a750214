package dev.peregrine.host.schedules;

import java.util.List;

/** Somebody whose work recurs. The current tenant is bound in each call. */
public interface Recurrence {

  /** What recurs now, with its timings, also those that are off. Called often: must be quick. */
  List<Recurring> current();

  /**
   * Begins the work of those that are due, all at once, and returns without waiting for its end.
   *
   * @param due some of {@link #current}, at least one
   */
  void begin(List<Recurring> due);
}
