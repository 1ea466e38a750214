package dev.peregrine.host.snapshots;

import org.jspecify.annotations.Nullable;

/** The object store cannot be reached, or does not do what it is asked for. */
public final class StoreAwayException extends SnapshotException {

  private static final long serialVersionUID = 1L;

  public StoreAwayException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
