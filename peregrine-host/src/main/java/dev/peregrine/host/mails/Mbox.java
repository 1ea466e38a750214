package dev.peregrine.host.mails;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The mails of an mbox file, one after the other, as {@code mboxrd} and its older kin write them: a
 * line that begins with {@code From } begins a mail, and one of the mail's own has {@code >} before
 * it (<a href="https://www.rfc-editor.org/rfc/rfc4155">RFC 4155</a>). Nothing is held but a line.
 */
public final class Mbox {

  private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_PIECE = 64 * 1024;

  private final InputStream file;
  private byte[] line = new byte[0];
  private boolean lineBegins = true;
  private boolean isOver;

  public Mbox(InputStream file) throws IOException {
    this.file = new BufferedInputStream(file, LONGEST_PIECE);
    forward();
  }

  /** Whether a file that begins so is one. */
  public static boolean begins(byte[] beginning) {
    return beginning.length >= FROM.length
        && Arrays.equals(beginning, 0, FROM.length, FROM, 0, FROM.length);
  }

  /** The next mail; read it to its end before the next one is asked for. Empty after the last. */
  public Optional<InputStream> next() throws IOException {
    while (!isOver && !isSeparator()) {
      forward();
    }
    if (isOver) {
      return Optional.empty();
    }
    forward();
    return Optional.of(new OneMail());
  }

  private boolean isSeparator() {
    return lineBegins && begins(line);
  }

  /** The next line, or the next piece of a long one. */
  private void forward() throws IOException {
    lineBegins = line.length == 0 || line[line.length - 1] == '\n';
    var next = new byte[256];
    int length = 0;
    int read;
    while (length < LONGEST_PIECE && (read = file.read()) >= 0) {
      if (length == next.length) {
        next = Arrays.copyOf(next, length * 2);
      }
      next[length++] = (byte) read;
      if (read == '\n') {
        break;
      }
    }
    line = Arrays.copyOf(next, length);
    isOver = length == 0;
  }

  /** The line as it was before the file was written. */
  private byte[] unquoted() {
    int quotes = 0;
    while (lineBegins && quotes < line.length && line[quotes] == '>') {
      quotes++;
    }
    return quotes > 0 && begins(Arrays.copyOfRange(line, quotes, line.length))
        ? Arrays.copyOfRange(line, 1, line.length)
        : line;
  }

  /** From after one separator to the next. */
  private final class OneMail extends InputStream {

    private byte[] present = new byte[0];
    private int at;

    @Override
    public int read() throws IOException {
      return isAtEnd() ? -1 : present[at++] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (isAtEnd()) {
        return -1;
      }
      int most = Math.min(length, present.length - at);
      System.arraycopy(present, at, into, offset, most);
      at += most;
      return most;
    }

    private boolean isAtEnd() throws IOException {
      if (at == present.length && !isOver && !isSeparator()) {
        present = unquoted();
        at = 0;
        forward();
      }
      return at == present.length;
    }
  }
}
