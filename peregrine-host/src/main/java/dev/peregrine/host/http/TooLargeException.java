package dev.peregrine.host.http;

import java.io.IOException;

/** An answer is larger than any honest one; the rest was not read. */
final class TooLargeException extends IOException {

  private static final long serialVersionUID = 1L;

  TooLargeException() {
    super("answer over the size limit");
  }
}
