package dev.peregrine.host.http;

import java.io.IOException;

/** A proxy stood in the way; the message says which, and names no address. */
final class ProxyException extends IOException {

  private static final long serialVersionUID = 1L;

  ProxyException(String message) {
    super(message);
  }
}
