package dev.peregrine.host.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * Single exchanges over OkHttp: time and size limits, the guard against internal addresses, the
 * proxy, and an interrupt that ends the exchange at once.
 */
final class Wire implements AutoCloseable {

  static final long MAX_BYTES = 20L << 20;
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final Network network;
  private final OkHttpClient open;
  private final OkHttpClient guarded;
  private final boolean hasProxy;

  Wire(Network network, Optional<URI> proxy) {
    this.network = network;
    hasProxy = proxy.isPresent();
    open =
        new OkHttpClient.Builder()
            .connectTimeout(Duration.ofSeconds(10))
            .readTimeout(Duration.ofSeconds(30))
            .writeTimeout(Duration.ofSeconds(30))
            .followRedirects(false)
            .followSslRedirects(false)
            .proxy(Proxy.NO_PROXY)
            .dns(network.names())
            .connectionPool(new ConnectionPool(32, 1, TimeUnit.MINUTES))
            .build();
    guarded = proxy.map(this::through).orElseGet(this::direct);
  }

  private OkHttpClient direct() {
    return open.newBuilder().socketFactory(new GuardedSockets(network.isPublic())).build();
  }

  private OkHttpClient through(URI proxy) {
    int port = proxy.getPort() < 0 ? 80 : proxy.getPort();
    var client =
        open.newBuilder()
            .proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.getHost(), port)));
    if (proxy.getUserInfo() != null) {
      String[] who = proxy.getUserInfo().split(":", 2);
      String credentials =
          Credentials.basic(who[0], who.length > 1 ? who[1] : "", StandardCharsets.UTF_8);
      client.proxyAuthenticator(
          (route, response) ->
              response.request().header("Proxy-Authorization") != null
                  ? null
                  : response
                      .request()
                      .newBuilder()
                      .header("Proxy-Authorization", credentials)
                      .build());
    }
    return client.build();
  }

  /** Makes one exchange; {@code unguarded} for addresses that the person entered. */
  ReadReply exchange(Request request, boolean unguarded, Duration limit, CookieJar cookies)
      throws IOException, InterruptedException {
    if (hasProxy && !unguarded) {
      refuseInternal(request.url().host());
    }
    OkHttpClient client = (unguarded ? open : guarded).newBuilder().cookieJar(cookies).build();
    Call call = client.newCall(request);
    call.timeout().timeout(limit.toNanos(), TimeUnit.NANOSECONDS);
    return await(call, limit);
  }

  /** Behind a proxy the sockets see only the proxy, so the name is looked at before. */
  private void refuseInternal(String host) throws IOException {
    List<InetAddress> addresses;
    try {
      addresses = network.names().lookup(host);
    } catch (UnknownHostException e) {
      return; // Where only the proxy knows names, it is the guard.
    }
    if (!addresses.stream().allMatch(network.isPublic())) {
      throw new NotPublicException();
    }
  }

  /**
   * Runs the exchange on a virtual thread and waits for it: a platform thread that reads from a
   * socket would not hear an interrupt.
   */
  private static ReadReply await(Call call, Duration limit)
      throws IOException, InterruptedException {
    var answer = new CompletableFuture<ReadReply>();
    Thread.ofVirtual()
        .name("outgoing")
        .start(
            () -> {
              try (Response response = call.execute()) {
                answer.complete(read(response));
              } catch (Throwable e) {
                answer.completeExceptionally(e);
              }
            });
    try {
      return answer.get(limit.plus(GRACE).toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      call.cancel();
      throw e;
    } catch (TimeoutException e) {
      call.cancel();
      throw new InterruptedIOException("timeout");
    } catch (ExecutionException e) {
      throw rethrown(e);
    }
  }

  private static IOException rethrown(ExecutionException failure) {
    return switch (failure.getCause()) {
      case IOException io -> io;
      case RuntimeException bug -> throw bug;
      case Error error -> throw error;
      case null, default -> new IOException(failure);
    };
  }

  private static ReadReply read(Response response) throws IOException {
    if (response.body().contentLength() > MAX_BYTES) {
      throw new TooLargeException();
    }
    BufferedSource source = response.body().source();
    if (source.request(MAX_BYTES + 1)) {
      throw new TooLargeException();
    }
    return new ReadReply(
        response.code(), response.request().url(), response.headers(), source.readByteArray());
  }

  @Override
  public void close() {
    open.connectionPool().evictAll();
    open.dispatcher().executorService().shutdown();
  }
}
