package dev.peregrine.host.web;

import java.net.CookieManager;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor of a test holds open to a server. A server that closes waits a second for
 * connections that only idle; whoever closes one in a test has them closed before.
 */
public final class OpenConnections {

  private static final Map<Integer, Queue<OpenConnections>> ALL = new ConcurrentHashMap<>();

  private final CookieManager cookies = new CookieManager();
  private final int port;
  private @Nullable HttpClient client;

  public OpenConnections(int port) {
    this.port = port;
  }

  /** A client, with the cookies of those before it. */
  public synchronized HttpClient client() {
    if (client == null) {
      client = HttpClient.newBuilder().cookieHandler(cookies).build();
      ALL.computeIfAbsent(port, any -> new ConcurrentLinkedQueue<>()).add(this);
    }
    return client;
  }

  private synchronized void close() {
    if (client != null) {
      client.shutdownNow();
      client = null;
    }
  }

  /** Closes all to a server. Visitors stay usable: the next request connects anew. */
  public static void close(int port) {
    Queue<OpenConnections> all = ALL.remove(port);
    if (all != null) {
      all.forEach(OpenConnections::close);
    }
  }
}
