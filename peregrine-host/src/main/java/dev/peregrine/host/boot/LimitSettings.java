package dev.peregrine.host.boot;

import dev.peregrine.host.shares.Shares;
import java.net.URI;
import java.util.List;

/** How much each person may have of what all share, as the environment says it. */
final class LimitSettings {

  private static final int MOST = 1_000_000;
  private static final int MOST_TOKENS = 999_999_999;
  private static final long MEGABYTE = 1L << 20;

  private LimitSettings() {}

  /**
   * Reads them. 0 is no limit.
   *
   * @param models where the models are that whoever runs the program lends
   */
  static Shares of(Variables variables, List<URI> models) {
    return new Shares(
        variables.number("CLOUD_LIMIT_TASKS", 8, 0, MOST),
        variables.number("CLOUD_LIMIT_TASKS_QUEUED", 1_000, 0, MOST),
        variables.number("CLOUD_LIMIT_MODEL_TOKENS", 200_000, 0, MOST_TOKENS),
        models,
        variables.number("CLOUD_LIMIT_BOARD_CALLS", 5_000, 0, MOST),
        variables.number("CLOUD_LIMIT_BOARDS", 12, 0, MOST),
        variables.number("CLOUD_LIMIT_STORAGE_MB", 1_024, 0, MOST) * MEGABYTE,
        variables.number("CLOUD_LIMIT_REQUESTS", 30, 0, MOST),
        variables.number("CLOUD_LIMIT_STRANGERS", 5, 0, MOST),
        variables.number("CLOUD_LIMIT_PAGES", 8, 0, 64),
        variables.number("CLOUD_LIMIT_EVENTS", 12, 0, MOST));
  }
}
