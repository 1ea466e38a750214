package dev.peregrine.integration.wire;

import dev.peregrine.api.Content;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * A stretch of a document that is uploaded in parts.
 *
 * @param whole the document
 * @param first where the part begins
 * @param length how many bytes it has
 */
public record Part(Content whole, long first, long length) implements Content {

  public Part {
    long _ = Objects.checkFromIndexSize(first, length, whole.length());
  }

  /** The part that begins there; the last one is shorter. */
  public static Part at(Content whole, long first, long length) {
    return new Part(whole, first, Math.min(length, whole.length() - first));
  }

  /** Where the next part begins. */
  public long end() {
    return first + length;
  }

  @Override
  public String name() {
    return whole.name();
  }

  @Override
  public String mediaType() {
    return "application/octet-stream";
  }

  @Override
  public InputStream open(long from) throws IOException {
    return new Stretch(whole.open(first + from), length - from);
  }

  /** A stream that ends early. */
  private static final class Stretch extends InputStream {

    private final InputStream all;
    private long left;

    Stretch(InputStream all, long left) {
      this.all = all;
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      int read = left > 0 ? all.read() : -1;
      left -= read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] into, int offset, int most) throws IOException {
      if (most == 0) {
        return 0;
      }
      int read = left > 0 ? all.read(into, offset, (int) Math.min(most, left)) : -1;
      left -= Math.max(read, 0);
      return read;
    }

    @Override
    public void close() throws IOException {
      all.close();
    }
  }
}
