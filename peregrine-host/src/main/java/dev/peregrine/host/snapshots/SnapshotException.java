package dev.peregrine.host.snapshots;

import org.jspecify.annotations.Nullable;

/**
 * A snapshot could not be made, kept or taken back. The message is for whoever runs the service.
 */
public sealed class SnapshotException extends RuntimeException permits StoreAwayException {

  private static final long serialVersionUID = 1L;

  public SnapshotException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
