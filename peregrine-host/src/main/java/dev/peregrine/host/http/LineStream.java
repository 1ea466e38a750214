package dev.peregrine.host.http;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import okhttp3.Call;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * The lines of an answer while it arrives. A virtual thread reads from the socket, because whoever
 * asks for lines must hear an interrupt.
 */
final class LineStream implements HttpStream {

  static final long MAX_BYTES = 64L << 20;
  static final int MAX_LINE = 1 << 20;
  private static final int AHEAD = 64;

  /** What the reading thread hands over: a line, the end, or why it broke. */
  private sealed interface Piece {
    record Line(String text) implements Piece {}

    record End() implements Piece {}

    record Broken(Throwable why) implements Piece {}
  }

  private final Call call;
  private final Response response;
  private final Duration silence;
  private final LongConsumer over;
  private final BlockingQueue<Piece> pieces = new ArrayBlockingQueue<>(AHEAD);
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Thread reader;
  private volatile long received;
  private Optional<Piece> last = Optional.empty();

  /**
   * @param over is told how many bytes came, once, when it is closed
   */
  LineStream(Call call, Response response, Duration silence, LongConsumer over) {
    this.call = call;
    this.response = response;
    this.silence = silence;
    this.over = over;
    this.reader = Thread.ofVirtual().name("stream").start(this::read);
  }

  private void read() {
    try (response) {
      BufferedSource source = response.body().source();
      Optional<String> line = next(source);
      while (line.isPresent()) {
        pieces.put(new Piece.Line(line.get()));
        line = next(source);
      }
      pieces.put(new Piece.End());
    } catch (InterruptedException closedMeanwhile) {
      // nobody reads any more
    } catch (Throwable broken) {
      if (!closed.get()) {
        handOver(broken);
      }
    }
  }

  private void handOver(Throwable broken) {
    try {
      pieces.put(new Piece.Broken(broken));
    } catch (InterruptedException closedMeanwhile) {
      // nobody reads any more
    }
  }

  private Optional<String> next(BufferedSource source) throws IOException {
    long end = source.indexOf((byte) '\n', 0, MAX_LINE + 1L);
    if (end < 0) {
      long rest = source.getBuffer().size();
      if (rest > MAX_LINE) {
        throw new TooLargeException();
      }
      return rest == 0 ? Optional.empty() : Optional.of(taken(source, rest));
    }
    String line = taken(source, end);
    source.skip(1);
    received++;
    return Optional.of(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
  }

  private String taken(BufferedSource source, long bytes) throws IOException {
    received += bytes;
    if (received > MAX_BYTES) {
      throw new TooLargeException();
    }
    return source.readUtf8(bytes);
  }

  @Override
  public int status() {
    return response.code();
  }

  @Override
  public Optional<String> header(String name) {
    return Optional.ofNullable(response.header(name));
  }

  @Override
  public Optional<String> line() throws ExtensionException, InterruptedException {
    Piece piece = last.isPresent() ? last.get() : taken();
    return switch (piece) {
      case Piece.Line line -> Optional.of(line.text());
      case Piece.End end -> {
        last = Optional.of(end);
        yield Optional.empty();
      }
      case Piece.Broken broken -> {
        last = Optional.of(broken);
        throw refusal(broken.why());
      }
    };
  }

  private Piece taken() throws InterruptedException {
    try {
      return pieces.take();
    } catch (InterruptedException stopped) {
      close();
      throw stopped;
    }
  }

  private ExtensionException refusal(Throwable why) {
    return switch (why) {
      case TooLargeException tooLarge -> Refusals.tooLong(host(), tooLarge);
      case IOException io -> Refusals.of(io, host(), silence);
      case RuntimeException bug -> throw bug;
      case Error error -> throw error;
      default -> throw new IllegalStateException(why);
    };
  }

  private String host() {
    return response.request().url().host();
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      last = last.isPresent() ? last : Optional.of(new Piece.End());
      call.cancel();
      reader.interrupt();
      over.accept(received);
    }
  }
}
