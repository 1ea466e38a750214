package dev.peregrine.testkit;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An answer that {@link FakeHttp} gets line by line, read on a thread of its own. */
record FakeStream(HttpResponse<InputStream> response, Duration silence, BlockingQueue<Heard> heard)
    implements HttpStream {

  static final int LONGEST_LINE = 1024 * 1024;

  /** What came: a line, or how it ended. */
  sealed interface Heard {
    record Line(String text) implements Heard {}

    record End() implements Heard {}

    record Failure(ExtensionException why) implements Heard {}
  }

  static FakeStream of(HttpResponse<InputStream> response, Duration silence) {
    var stream = new FakeStream(response, silence, new LinkedBlockingQueue<>());
    Thread.ofVirtual().start(stream::listen);
    return stream;
  }

  @Override
  public int status() {
    return response.statusCode();
  }

  @Override
  public Optional<String> header(String name) {
    return response.headers().firstValue(name);
  }

  @Override
  public Optional<String> line() throws ExtensionException, InterruptedException {
    Heard next = heard.poll(silence.toMillis(), TimeUnit.MILLISECONDS);
    return switch (next) {
      case null -> throw new ExtensionException(Kind.UNAVAILABLE, said("was silent for too long"));
      case Heard.Line line -> Optional.of(line.text());
      case Heard.End end -> {
        heard.add(end);
        yield Optional.empty();
      }
      case Heard.Failure failure -> throw failure.why();
    };
  }

  @Override
  public void close() {
    try {
      response.body().close();
    } catch (IOException alreadyBroken) {
      // it is over either way
    }
  }

  private void listen() {
    try (Reader text =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      var line = new StringBuilder();
      for (int sign = text.read(); sign >= 0; sign = text.read()) {
        if (sign == '\n') {
          heard.add(new Heard.Line(taken(line)));
        } else if (line.append((char) sign).length() > LONGEST_LINE) {
          heard.add(
              new Heard.Failure(
                  new ExtensionException(Kind.CHANGED_REMOTE, said("sent a line over 1 MiB"))));
          return;
        }
      }
      if (!line.isEmpty()) {
        heard.add(new Heard.Line(taken(line)));
      }
      heard.add(new Heard.End());
    } catch (IOException broken) {
      heard.add(
          new Heard.Failure(
              new ExtensionException(Kind.UNAVAILABLE, said("broke the connection"), broken)));
    }
  }

  private static String taken(StringBuilder line) {
    String text = line.toString();
    line.setLength(0);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  private String said(String what) {
    return "\"%s\" %s. It is tried again later.".formatted(response.uri().getHost(), what);
  }
}
