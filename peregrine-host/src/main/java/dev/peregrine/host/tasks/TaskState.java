package dev.peregrine.host.tasks;

import java.util.Locale;

/** Where a task is. Stored by {@link #key()}. */
public enum TaskState {
  QUEUED,
  RUNNING,
  COMPLETED,
  FAILED,
  CANCELLED;

  /** The name in tables and JSON, such as {@code running}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it waits or runs. */
  public boolean isLive() {
    return this == QUEUED || this == RUNNING;
  }
}
