package dev.peregrine.host.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lines before the body of an HTTP message, read without a byte of what follows. */
final class MessageHead {

  private static final int MOST_BYTES = 64 << 10;
  private static final int END = 0x0d0a0d0a;

  private MessageHead() {}

  /** Empty where the stream ends before the head does, and for one that is too long. */
  static List<String> read(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    int last = 0;
    for (int next = in.read(); next >= 0 && head.size() < MOST_BYTES; next = in.read()) {
      head.write(next);
      last = (last << 8) | next;
      if (last == END) {
        return head.toString(StandardCharsets.ISO_8859_1).strip().lines().toList();
      }
    }
    return List.of();
  }
}
