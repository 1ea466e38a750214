package dev.peregrine.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A server on the own machine that gives prepared answers by path and remembers what it was asked.
 * A path without an answer gets a 404, unless there is an answer for all others.
 */
public final class RecordedServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Function<RecordedRequest, RecordedAnswer>> answers =
      new ConcurrentHashMap<>();
  private final Map<String, Function<RecordedRequest, StreamedAnswer>> streams =
      new ConcurrentHashMap<>();
  private volatile Function<RecordedRequest, RecordedAnswer> otherwise =
      unknown -> RecordedAnswer.status(404);
  private volatile BiFunction<RecordedRequest, Supplier<RecordedAnswer>, RecordedAnswer> between =
      (request, answer) -> answer.get();
  private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  private RecordedServer(HttpServer server) {
    this.server = server;
  }

  /** Starts a server on a free port of the loopback address. */
  public static RecordedServer start() {
    try {
      var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var recorded = new RecordedServer(HttpServer.create(loopback, 0));
      recorded.server.setExecutor(recorded.threads);
      recorded.server.createContext("/", recorded::handle);
      recorded.server.start();
      return recorded;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The server's address, without a slash at its end. */
  public URI address() {
    return URI.create(
        "http://%s:%d"
            .formatted(
                server.getAddress().getAddress().getHostAddress(), server.getAddress().getPort()));
  }

  /** Answers a path, whatever the query, always alike. */
  public RecordedServer answer(String path, RecordedAnswer answer) {
    return answer(path, request -> answer);
  }

  /** Answers a path by what was asked; called from several threads. */
  public RecordedServer answer(String path, Function<RecordedRequest, RecordedAnswer> answer) {
    answers.put(path, answer);
    streams.remove(path);
    return this;
  }

  /** Answers all paths that have no answer of their own; called from several threads. */
  public RecordedServer otherwise(Function<RecordedRequest, RecordedAnswer> answer) {
    otherwise = answer;
    return this;
  }

  /**
   * Stands between the requests and their answers, for faults: may answer by itself, before or
   * after it lets the server do what was asked. Called from several threads; not for streams.
   */
  public RecordedServer between(
      BiFunction<RecordedRequest, Supplier<RecordedAnswer>, RecordedAnswer> fault) {
    between = fault;
    return this;
  }

  /** Answers a path piece by piece, by what was asked; called from several threads. */
  public RecordedServer stream(String path, Function<RecordedRequest, StreamedAnswer> answer) {
    streams.put(path, answer);
    return this;
  }

  /**
   * Answers as recorded with {@code peregrine board try ID --record DIR}: by method, path and
   * query; calls that were made several times get their answers in order, then the last one.
   */
  public RecordedServer replay(Path recording) {
    Recordings.serve(recording, this);
    return this;
  }

  /** Lets requests of a path wait until the hold is released or the server closes. */
  public Hold hold(String path, RecordedAnswer answer) {
    var hold = new Hold(new CountDownLatch(1), new CountDownLatch(1));
    answer(
        path,
        request -> {
          hold.arrived().countDown();
          await(hold.released());
          return answer;
        });
    return hold;
  }

  /** What was asked so far, in order of arrival. */
  public List<RecordedRequest> requests() {
    return List.copyOf(requests);
  }

  /** Forgets what was asked so far. */
  public void forgetRequests() {
    requests.clear();
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  /**
   * Requests that wait.
   *
   * @param arrived open when the first request is there
   * @param released open when the requests may be answered
   */
  public record Hold(CountDownLatch arrived, CountDownLatch released) {

    /** Waits until a request is there; fails after 20 s. */
    public void awaitRequest() throws InterruptedException {
      if (!arrived.await(20, TimeUnit.SECONDS)) {
        throw new AssertionError("No request came within 20 s.");
      }
    }

    /** Lets the requests be answered. */
    public void release() {
      released.countDown();
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      RecordedRequest request = read(exchange);
      requests.add(request);
      var stream = streams.get(request.path());
      if (stream != null) {
        send(exchange, stream.apply(request));
        return;
      }
      RecordedAnswer answer =
          between.apply(
              request, () -> answers.getOrDefault(request.path(), otherwise).apply(request));
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(
          answer.status(), answer.bytes().length == 0 ? -1 : answer.bytes().length);
      if (answer.bytes().length > 0) {
        exchange.getResponseBody().write(answer.bytes());
      }
    }
  }

  private void send(HttpExchange exchange, StreamedAnswer answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    // A length that is never reached makes the server break the connection at the end.
    boolean whole = answer.end() == StreamedAnswer.End.WHOLE;
    exchange.sendResponseHeaders(answer.status(), whole ? 0 : Integer.MAX_VALUE);
    try {
      int half = (answer.pieces().size() + 1) / 2;
      for (int i = 0; i < answer.pieces().size(); i++) {
        exchange.getResponseBody().write(answer.pieces().get(i));
        exchange.getResponseBody().flush();
        if (i + 1 == half) {
          answer.awaitGate(closing);
        }
      }
      if (answer.end() == StreamedAnswer.End.SILENT) {
        closing.await();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static RecordedRequest read(HttpExchange exchange) throws IOException {
    var headers = new HashMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getLast()));
    return new RecordedRequest(
        exchange.getRequestMethod(),
        exchange.getRequestURI(),
        headers,
        exchange.getRequestBody().readAllBytes());
  }

  private void await(CountDownLatch released) {
    Supplier<Boolean> over = () -> released.getCount() == 0 || closing.getCount() == 0;
    try {
      while (!over.get()) {
        if (released.await(50, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
