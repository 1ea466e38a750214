package dev.peregrine.host.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A server on loopback that answers as the test says and remembers who called. */
public final class LocalServer implements AutoCloseable {

  /** Answers one request. */
  @FunctionalInterface
  public interface Answer {
    void to(HttpExchange exchange) throws Exception;
  }

  private final HttpServer server;
  private final List<HttpExchange> calls = new CopyOnWriteArrayList<>();

  private LocalServer(HttpServer server) {
    this.server = server;
  }

  public static LocalServer answering(Answer answer) {
    try {
      HttpServer http =
          HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
      var local = new LocalServer(http);
      http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      http.createContext(
          "/",
          exchange -> {
            local.calls.add(exchange);
            try (exchange) {
              exchange.getRequestBody().readAllBytes();
              answer.to(exchange);
            } catch (IOException e) {
              throw e;
            } catch (Exception e) {
              throw new IOException(e);
            }
          });
      http.start();
      return local;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public static LocalServer saying(int status, String type, String body) {
    return answering(exchange -> reply(exchange, status, type, body));
  }

  public static void reply(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    reply(exchange, status, type, body.getBytes(StandardCharsets.UTF_8));
  }

  public static void reply(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  /** The same server under a name. */
  public URI as(String host, String path) {
    return URI.create("http://" + host + ":" + port() + path);
  }

  public List<HttpExchange> calls() {
    return calls;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
