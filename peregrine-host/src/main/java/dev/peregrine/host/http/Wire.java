package dev.peregrine.host.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import okhttp3.Cache;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * Single exchanges over OkHttp: time and size limits, the guard against internal addresses,
 * proxies, kept answers, and an interrupt that ends the exchange at once.
 */
final class Wire implements AutoCloseable {

  static final long MAX_BYTES = 20L << 20;
  static final int CONNECT_MILLIS = 10_000;
  static final int READ_MILLIS = 30_000;

  /** Whom a reach is asked for where nobody can tell where a name leads. */
  private static final String UNKNOWN = "unknown";

  private static final Duration GRACE = Duration.ofSeconds(2);

  private final Network network;
  private final Supplier<Optional<OutgoingProxy>> everything;
  private final Reach reach;
  private final OkHttpClient open;
  private final OkHttpClient guarded;

  /**
   * How an exchange goes out.
   *
   * @param entered whether the person entered the address, and it may lead inside
   * @param proxy the caller's own, used before the one for everything
   * @param cache where the answer may be kept
   */
  record Way(boolean entered, Optional<OwnProxy> proxy, Optional<Cache> cache) {}

  /**
   * A proxy that the person gave.
   *
   * @param inside whether it may itself stand inside
   */
  record OwnProxy(ProxyServer server, boolean inside) {}

  Wire(Network network, Supplier<Optional<OutgoingProxy>> everything, Reach reach) {
    this.network = network;
    this.everything = everything;
    this.reach = reach;
    open =
        new OkHttpClient.Builder()
            .connectTimeout(Duration.ofMillis(CONNECT_MILLIS))
            .followRedirects(false)
            .followSslRedirects(false)
            .proxy(Proxy.NO_PROXY)
            .dns(network.names())
            .connectionPool(pool())
            .build();
    // With a pool of its own: a connection that is open already passes no guard.
    guarded =
        open.newBuilder()
            .socketFactory(
                new GuardedSockets(server -> network.isPublic().test(server.getAddress())))
            .connectionPool(pool())
            .build();
  }

  private static ConnectionPool pool() {
    return new ConnectionPool(32, 1, TimeUnit.MINUTES);
  }

  /** Makes one exchange. */
  ReadReply exchange(Request request, Way way, Budget budget, CookieJar cookies)
      throws IOException, InterruptedException {
    Duration limit = budget.left();
    return within(request, way, budget, cookies, call -> await(call, limit, this::read));
  }

  /**
   * Begins an exchange and gives its answer as soon as that begins.
   *
   * @param over is told how many bytes came, once, when it is closed
   */
  LineStream open(Request request, Way way, Budget budget, CookieJar cookies, LongConsumer over)
      throws IOException, InterruptedException {
    Duration limit = budget.left();
    return within(
        request,
        way,
        budget,
        cookies,
        call -> new LineStream(call, await(call, limit, Call::execute), budget.silence(), over));
  }

  /** What is done with a call. */
  @FunctionalInterface
  private interface Doing<T> {
    T with(Call call) throws IOException, InterruptedException;
  }

  private <T> T within(Request request, Way way, Budget budget, CookieJar cookies, Doing<T> doing)
      throws IOException, InterruptedException {
    String host = request.url().host();
    Optional<ProxyServer> proxy = proxy(host, way);
    if (proxy.isPresent() && !way.entered() && isInside(host, !reach.inside(UNKNOWN, host, 0))) {
      throw new NotPublicException();
    }
    OkHttpClient direct = proxy.isPresent() || way.entered() ? open : guarded;
    var client =
        direct
            .newBuilder()
            .cookieJar(cookies)
            .readTimeout(budget.silence())
            .writeTimeout(budget.silence());
    proxy.ifPresent(one -> one.through(client));
    way.cache()
        .ifPresent(
            cache ->
                client
                    .cache(cache)
                    .addNetworkInterceptor(
                        chain -> Answers.marked(chain.request(), chain.proceed(chain.request()))));
    Request asked = way.cache().isPresent() ? Answers.asking(request) : request;
    Call call = client.build().newCall(proxy.map(one -> one.introduced(asked)).orElse(asked));
    call.timeout().timeout(budget.left().toNanos(), TimeUnit.NANOSECONDS);
    try {
      T done = doing.with(call);
      if (proxy.isPresent() && status(done) == 407) {
        if (done instanceof LineStream stream) {
          stream.close();
        }
        throw proxy.get().unknown();
      }
      return done;
    } catch (IOException failure) {
      throw proxy.map(one -> one.blamed(failure)).orElse(failure);
    }
  }

  private static int status(Object answer) {
    return switch (answer) {
      case ReadReply reply -> reply.status();
      case LineStream stream -> stream.status();
      default -> 0;
    };
  }

  /** Reads what came of a call. */
  @FunctionalInterface
  private interface Reading<T> {
    T of(Call call) throws IOException;
  }

  /** A connection for the bytes of somebody else, under the guard of all exchanges. */
  Socket connect(String host, int port, Way way) throws IOException {
    Optional<ProxyServer> proxy = proxy(host, way);
    if (!way.entered() && isInside(host, proxy.isPresent() && !reach.inside(UNKNOWN, host, 0))) {
      throw new NotPublicException();
    }
    if (proxy.isPresent()) {
      return proxy.get().connect(host, port);
    }
    Socket socket = way.entered() ? new Socket() : guarded.socketFactory().createSocket();
    try {
      socket.connect(new InetSocketAddress(addresses(host).getFirst(), port), CONNECT_MILLIS);
      return socket;
    } catch (IOException failure) {
      socket.close();
      throw failure;
    }
  }

  /** What the person entered and leads inside goes straight there: no proxy knows the way. */
  private Optional<ProxyServer> proxy(String host, Way way) throws IOException {
    Optional<ProxyServer> proxy =
        way.proxy().isPresent()
            ? Optional.of(outside(way.proxy().get()))
            : everything.get().flatMap(general -> general.to(host));
    return proxy.isPresent() && way.entered() && isInside(host, false) ? Optional.empty() : proxy;
  }

  /**
   * A proxy that may not stand inside is called by the address that was looked at: its name may
   * lead elsewhere at the next look.
   */
  private ProxyServer outside(OwnProxy own) throws IOException {
    if (own.inside()) {
      return own.server();
    }
    InetAddress address;
    try {
      address = addresses(own.server().host()).getFirst();
    } catch (UnknownHostException nowhere) {
      throw own.server().blamed(nowhere);
    }
    if (!network.isPublic().test(address)) {
      throw new NotPublicException();
    }
    return own.server().at(address);
  }

  Network network() {
    return network;
  }

  /**
   * Whether a name leads into the own machine or network. Behind a proxy the sockets see only the
   * proxy, so it is looked at before.
   *
   * @param unknown what holds for a name that only the proxy knows
   */
  private boolean isInside(String host, boolean unknown) {
    try {
      return !addresses(host).stream().allMatch(network.isPublic());
    } catch (UnknownHostException onlyTheProxyKnows) {
      return unknown;
    }
  }

  private List<InetAddress> addresses(String host) throws UnknownHostException {
    boolean isLiteral = host.contains(":") || host.matches("[0-9.]+");
    return isLiteral ? List.of(InetAddress.ofLiteral(host)) : network.names().lookup(host);
  }

  /**
   * Runs the exchange on a virtual thread and waits for it: a platform thread that reads from a
   * socket would not hear an interrupt.
   */
  private static <T> T await(Call call, Duration limit, Reading<T> reading)
      throws IOException, InterruptedException {
    var answer = new CompletableFuture<T>();
    Thread.ofVirtual()
        .name("outgoing")
        .start(
            () -> {
              try {
                answer.complete(reading.of(call));
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

  private ReadReply read(Call call) throws IOException {
    ReadReply reply;
    boolean isOld;
    try (Response response = call.execute()) {
      reply = read(response);
      isOld = response.protocol() == Protocol.HTTP_1_0;
    }
    if (isOld) {
      // It closes the connection without saying so; a POST over it would fail, and not be repeated.
      open.connectionPool().evictAll();
      guarded.connectionPool().evictAll();
    }
    return reply;
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
        response.code(),
        response.request().url(),
        response.headers(),
        unpacked(source.readByteArray()),
        response.networkResponse() != null && response.networkResponse().code() == 304);
  }

  /** A compressed file, such as a sitemap, is what is in it. */
  private static byte[] unpacked(byte[] body) throws IOException {
    boolean isGzip = body.length > 2 && body[0] == 0x1f && body[1] == (byte) 0x8b;
    if (!isGzip) {
      return body;
    }
    try (var packed = new GZIPInputStream(new ByteArrayInputStream(body))) {
      byte[] whole = packed.readNBytes((int) MAX_BYTES + 1);
      if (whole.length > MAX_BYTES) {
        throw new TooLargeException();
      }
      return whole;
    }
  }

  @Override
  public void close() {
    open.connectionPool().evictAll();
    guarded.connectionPool().evictAll();
    open.dispatcher().executorService().shutdown();
  }
}
