package dev.peregrine.host.mcp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands between the standard streams and the library, which gives up at a line that is no message
 * and forgets what it still has to answer when the input ends. A line that is none is answered
 * here, and the end is told once everything was answered.
 */
final class StandardStreams {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LONGEST = 4 * 1024 * 1024;
  private static final int PARSE_ERROR = -32_700;
  private static final int INVALID_REQUEST = -32_600;

  private final InputStream input;
  private final Consumer<String> lines;

  // Guarded by this.
  private int unanswered;
  private boolean over;

  /**
   * @param lines takes each line that is to be written
   */
  StandardStreams(InputStream input, Consumer<String> lines) {
    this.input = input;
    this.lines = lines;
  }

  InputStream in() {
    return new In();
  }

  OutputStream out() {
    return new Out();
  }

  /** Waits until the input is over and everything was answered. */
  synchronized void awaitEnd() throws InterruptedException {
    while (!over) {
      wait();
    }
  }

  private synchronized void asked() {
    unanswered++;
  }

  private synchronized void write(String line) {
    lines.accept(line);
    JsonNode message = JSON.readTree(line);
    if (message.has("result") || message.has("error")) {
      unanswered--;
      notifyAll();
    }
  }

  private synchronized void refuse(int code, String sentence, @Nullable JsonNode id) {
    var answer = JSON.createObjectNode();
    answer.put("jsonrpc", "2.0");
    answer.set("id", id == null ? JSON.nullNode() : id);
    answer.putObject("error").put("code", code).put("message", sentence);
    lines.accept(JSON.writeValueAsString(answer));
  }

  private synchronized void end() throws InterruptedException {
    while (unanswered > 0) {
      wait();
    }
    over = true;
    notifyAll();
  }

  /** What the library reads: nothing but messages. */
  private final class In extends InputStream {

    private byte[] line = new byte[0];
    private int at;
    private boolean ended;

    @Override
    public int read() throws IOException {
      return fill() ? line[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      Objects.checkFromIndexSize(from, most, into.length);
      if (most == 0) {
        return 0;
      }
      if (!fill()) {
        return -1;
      }
      int given = Math.min(most, line.length - at);
      System.arraycopy(line, at, into, from, given);
      at += given;
      return given;
    }

    private boolean fill() throws IOException {
      while (at == line.length && !ended) {
        byte[] next = next();
        if (next == null) {
          ended = true;
          finish();
        } else if (isMessage(next)) {
          line = next;
          at = 0;
        }
      }
      return at < line.length;
    }

    private void finish() throws IOException {
      try {
        end();
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        throw new IOException("Stopped.", stopping);
      }
    }

    /** The next line with its end; null where there is none. */
    private byte @Nullable [] next() throws IOException {
      var read = new ByteArrayOutputStream();
      int one = input.read();
      if (one < 0) {
        return null;
      }
      for (; one >= 0 && one != '\n'; one = input.read()) {
        if (read.size() <= LONGEST) {
          read.write(one);
        }
      }
      read.write('\n');
      return read.toByteArray();
    }

    private boolean isMessage(byte[] text) {
      if (text.length > LONGEST) {
        refuse(
            PARSE_ERROR,
            "A message is longer than %d bytes, expected a shorter one.".formatted(LONGEST),
            null);
        return false;
      }
      if (new String(text, StandardCharsets.UTF_8).isBlank()) {
        return false;
      }
      JsonNode message;
      try {
        message = JSON.readTree(text);
      } catch (JacksonException broken) {
        refuse(PARSE_ERROR, "A line is no JSON, expected one message a line.", null);
        return false;
      }
      JsonNode id = message.get("id");
      boolean named = id != null && (id.isString() || id.isNumber());
      boolean asks = message.path("method").isString();
      if (!message.path("jsonrpc").asString("").equals("2.0")
          || !(asks || message.has("result") || message.has("error"))
          || (id != null && !named)) {
        refuse(INVALID_REQUEST, "Expected a message of JSON-RPC 2.0.", named ? id : null);
        return false;
      }
      if (asks && named) {
        asked();
      }
      return true;
    }
  }

  /** What the library writes to: a message a line. */
  private final class Out extends OutputStream {

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    @Override
    public synchronized void write(int one) {
      if (one == '\n') {
        StandardStreams.this.write(line.toString(StandardCharsets.UTF_8));
        line.reset();
      } else {
        line.write(one);
      }
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int count) {
      for (int at = from; at < from + count; at++) {
        write(bytes[at]);
      }
    }
  }
}
