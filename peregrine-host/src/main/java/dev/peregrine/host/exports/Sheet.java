package dev.peregrine.host.exports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * What an exporter writes on. It takes as much as the contract allows, and nothing more once it is
 * closed: an exporter that was stopped and goes on regardless must not keep memory busy.
 */
final class Sheet extends OutputStream {

  private static final int MOST = 100 * 1024 * 1024;

  private final int most;
  private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private boolean closed;

  /** It took as much as it may. */
  static final class FullException extends IOException {

    private static final long serialVersionUID = 1L;

    FullException(int most) {
      super(
          "The document grew over %d MiB, expected less. Leave something out."
              .formatted(most / (1024 * 1024)));
    }
  }

  Sheet() {
    this(MOST);
  }

  Sheet(int most) {
    this.most = most;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] from, int offset, int length) throws IOException {
    if (closed) {
      throw new IOException("The document is closed.");
    }
    if (length > most - bytes.size()) {
      throw new FullException(most);
    }
    bytes.write(from, offset, length);
  }

  synchronized byte[] bytes() {
    return bytes.toByteArray();
  }

  @Override
  public synchronized void close() {
    closed = true;
    bytes = new ByteArrayOutputStream(0);
  }
}
