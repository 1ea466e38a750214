package dev.peregrine.host.backup;

import dev.peregrine.host.tenancy.Tenant;
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

  /** What the person reads. */
  String sentence() {
    String whole = String.valueOf(getMessage());
    return Tenant.find().map(tenant -> tenant.told(whole)).orElse(whole);
  }
}
