package dev.peregrine.host.http;

import java.io.IOException;

/** A connection into the own machine or network was about to be made, and was not. */
final class NotPublicException extends IOException {

  private static final long serialVersionUID = 1L;

  NotPublicException() {
    super("not a public address");
  }

  /** Whether this is why a call failed: OkHttp tries several addresses and collects the reasons. */
  static boolean isWhy(Throwable failure) {
    for (Throwable suppressed : failure.getSuppressed()) {
      if (isWhy(suppressed)) {
        return true;
      }
    }
    Throwable cause = failure.getCause();
    return failure instanceof NotPublicException || (cause != null && isWhy(cause));
  }
}
