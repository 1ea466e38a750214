package dev.peregrine.host.storage;

import org.jspecify.annotations.Nullable;

/** A database could not be used. The message is for a person: which file, what, what to do. */
public sealed class StorageException extends RuntimeException permits InUseException {

  private static final long serialVersionUID = 1L;

  StorageException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
