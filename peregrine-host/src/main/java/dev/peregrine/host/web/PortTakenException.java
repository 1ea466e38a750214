package dev.peregrine.host.web;

/** The port cannot be listened on; the message says what to do. */
public final class PortTakenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PortTakenException(int port, Throwable cause) {
    super(
        "Port \"%d\" is in use, perhaps by another Peregrine. Open http://localhost:%d to see, stop the other program, or choose another port with --port."
            .formatted(port, port),
        cause);
  }
}
