package dev.peregrine.host.backup;

import org.jspecify.annotations.Nullable;

/** A backup could not be made, read or restored; the message is a sentence for the person. */
public class BackupException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BackupException(String message) {
    this(message, null);
  }

  BackupException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
