package dev.peregrine.host.walk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Answers like all the boards at once, on loopback, with payloads written for these tests. */
final class BoardServer implements AutoCloseable {

  private record Answer(int status, String mediaType, byte[] body, Map<String, String> headers) {}

  private final HttpServer server;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final Set<String> held = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closed = new CountDownLatch(1);

  BoardServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Serves a file of {@code src/test/resources/walk} at a path. */
  void serve(String path, String file) throws IOException {
    try (InputStream in = BoardServer.class.getResourceAsStream("/walk/" + file)) {
      if (in == null) {
        throw new IOException("No test resource walk/" + file);
      }
      String type = file.endsWith(".rss") ? "application/rss+xml" : "application/json";
      answers.put(path, new Answer(200, type, in.readAllBytes(), Map.of()));
    }
  }

  /** Serves any answer at a path. */
  void serve(String path, int status, String mediaType, String body, Map<String, String> headers) {
    answers.put(
        path, new Answer(status, mediaType, body.getBytes(StandardCharsets.UTF_8), headers));
  }

  /** Serves a file as {@link #serve(String, String)} does, with a text in it exchanged. */
  void serve(String path, String file, String text, String by) throws IOException {
    serve(path, file);
    Answer answer = Objects.requireNonNull(answers.get(path));
    String body = new String(answer.body(), StandardCharsets.UTF_8).replace(text, by);
    serve(path, answer.status(), answer.mediaType(), body, Map.of());
  }

  /** Lets calls of a path wait until the server is closed. */
  void hold(String path) {
    held.add(path);
  }

  private void answer(HttpExchange exchange) throws IOException {
    if (held.contains(exchange.getRequestURI().getPath())) {
      try {
        closed.await();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
    try (exchange) {
      Answer answer =
          answers.getOrDefault(
              exchange.getRequestURI().getPath(),
              new Answer(
                  404, "text/plain", "nothing here".getBytes(StandardCharsets.UTF_8), Map.of()));
      exchange.getResponseHeaders().set("Content-Type", answer.mediaType());
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(
          answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
