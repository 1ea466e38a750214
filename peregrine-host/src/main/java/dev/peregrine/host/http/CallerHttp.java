package dev.peregrine.host.http;

import dev.peregrine.api.Content;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Http;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.HttpStream;
import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Calls of one caller: its hosts, its cookies, its turns, retries and redirects. */
final class CallerHttp implements Http {

  static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(30);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
  private static final int TRIES = 3;
  private static final int CONNECTED = 200;
  private static final int HOPS = 8;
  private static final Set<Integer> PASSING = Set.of(429, 500, 502, 503, 504);
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  /** Browsers are large: one at a time for all Peregrines of the machine. */
  private static final Path BROWSER_TURN =
      Path.of(System.getProperty("java.io.tmpdir"), "peregrine-browser.lock");

  /** One caller's part of it; the rest is shared by all. */
  record Caller(
      String key,
      String name,
      Tenant tenant,
      AllowedHosts hosts,
      Duration gap,
      boolean keepsAnswers,
      Given given,
      BiConsumer<HttpCall, HttpReply> heard) {

    /** One to whose calls nobody listens. */
    Caller(
        String key,
        String name,
        Tenant tenant,
        AllowedHosts hosts,
        Duration gap,
        boolean keepsAnswers,
        Given given) {
      this(key, name, tenant, hosts, gap, keepsAnswers, given, (call, reply) -> {});
    }
  }

  private final Caller caller;
  private final Lines lines;
  private final CookieJar cookies;

  CallerHttp(Caller caller, Lines lines) {
    this.caller = caller;
    this.lines = lines;
    this.cookies = new CallCookies(lines.clock());
  }

  @Override
  public HttpReply fetch(HttpCall call) throws ExtensionException, InterruptedException {
    var budget = new Budget(limit(call));
    Duration pause = lines.options().retryPause();
    for (int tries = 1; ; tries++) {
      boolean again = tries < TRIES;
      boolean mayRetry = again && isRepeatable(call);
      Duration wait;
      try {
        ReadReply reply = send(call, budget);
        if (isAnswer(reply, call)) {
          return reply;
        }
        Instant now = lines.clock().instant();
        wait = Refusals.retryAfter(reply, now).orElse(pause);
        if (!mayRetry || !PASSING.contains(reply.status()) || !isBearable(wait, budget)) {
          throw Refusals.of(reply, now);
        }
        rest(reply, wait);
      } catch (IOException e) {
        wait = pause;
        // What a proxy did not take was not sent, and the next one's turn has come.
        boolean fits = mayRetry || (again && e instanceof ProxyException);
        if (!fits || isFinal(e) || !isBearable(wait, budget)) {
          throw Refusals.of(e, host(call), limit(call));
        }
      }
      TimeUnit.NANOSECONDS.sleep(wait.toNanos());
      pause = pause.multipliedBy(2);
    }
  }

  @Override
  public HttpReply exchange(HttpCall call) throws ExtensionException, InterruptedException {
    try {
      return send(call, new Budget(limit(call)));
    } catch (IOException e) {
      throw Refusals.of(e, host(call), limit(call));
    }
  }

  @Override
  public HttpStream stream(HttpCall call) throws ExtensionException, InterruptedException {
    Duration silence = silence(call);
    Request request = Requests.of(call, lines.options().userAgent());
    checkAllowed(request.url());
    Optional<Wire.OwnProxy> proxy = lines.proxy(caller);
    try {
      for (int hop = 0; ; hop++) {
        LineStream opened = openInTurn(request, proxy, Budget.ofSilence(silence));
        Optional<HttpUrl> next =
            redirect(opened.status(), request.url(), opened.header("Location"));
        if (next.isEmpty() || !caller.hosts().allow(next.get()) || hop == HOPS) {
          return opened;
        }
        opened.close();
        request = Requests.redirected(request, next.get(), opened.status());
      }
    } catch (IOException e) {
      throw Refusals.of(e, host(call), silence);
    }
  }

  @Override
  public HttpReply send(HttpCall call, Content body)
      throws ExtensionException, InterruptedException {
    Duration silence = silence(call);
    Request request = Requests.of(call, body, lines.options().userAgent());
    try {
      ReadReply reply = follow(request, Budget.ofSilence(silence));
      caller.heard().accept(call, reply);
      return reply;
    } catch (IOException e) {
      throw Refusals.of(e, host(call), silence);
    }
  }

  private static Duration silence(HttpCall call) {
    return call.timeout().compareTo(LONGEST_SILENCE) < 0 ? call.timeout() : LONGEST_SILENCE;
  }

  /** The turn, and the line in the ledger, last until the stream is closed. */
  private LineStream openInTurn(Request request, Optional<Wire.OwnProxy> proxy, Budget budget)
      throws IOException, InterruptedException {
    HttpUrl url = request.url();
    boolean entered = caller.hosts().isEntered(url);
    var way = new Wire.Way(entered, proxy, Optional.empty());
    Turns.Turn turn = lines.turn(url, entered, caller.gap());
    long began = System.nanoTime();
    var status = new AtomicInteger();
    var isOver = new AtomicBoolean();
    LongConsumer over =
        bytes -> {
          if (isOver.compareAndSet(false, true)) {
            turn.close();
            note(request.method(), url, status.get(), bytes, began);
          }
        };
    boolean opened = false;
    try {
      LineStream stream = lines.wire().open(request, way, budget, cookies, over);
      status.set(stream.status());
      opened = true;
      return stream;
    } finally {
      if (!opened) {
        over.accept(0);
      }
    }
  }

  @Override
  public HttpReply render(URI page) throws ExtensionException, InterruptedException {
    HttpUrl url = Requests.of(HttpCall.get(page), lines.options().userAgent()).url();
    checkAllowed(url);
    Path program = lines.browser().program();
    Optional<Wire.OwnProxy> proxy = lines.proxy(caller);
    boolean entered = caller.hosts().isEntered(url);
    try (MachineTurn machine = MachineTurn.take(BROWSER_TURN);
        Turns.Turn turn = lines.turn(url, entered, caller.gap())) {
      ReadReply reply =
          inLedger(
              "BROWSER",
              url,
              () -> lines.browser().read(program, url, (host, port) -> connect(host, port, proxy)));
      caller.heard().accept(HttpCall.get(page), reply);
      return reply;
    } catch (IOException e) {
      throw Refusals.of(e, url.host(), Browser.LIMIT);
    }
  }

  private Socket connect(String host, int port, Optional<Wire.OwnProxy> proxy) throws IOException {
    HttpUrl server = new HttpUrl.Builder().scheme("http").host(host).port(port).build();
    var way = new Wire.Way(caller.hosts().isEntered(server), proxy, Optional.empty());
    return lines.wire().connect(host, port, way);
  }

  /** A connection for another protocol, in the ledger with the status that a proxy would give. */
  Socket dial(HttpUrl server) throws ExtensionException {
    checkAllowed(server);
    long began = System.nanoTime();
    int status = 0;
    try {
      Socket connected = connect(server.host(), server.port(), lines.proxy(caller));
      status = CONNECTED;
      return connected;
    } catch (IOException failed) {
      throw Refusals.of(failed, server.host(), LIMIT);
    } finally {
      note("CONNECT", server, status, 0, began);
    }
  }

  private void checkAllowed(HttpUrl url) throws ExtensionException {
    if (!lines.options().reach().anybody()) {
      throw Refusals.silent(url.host());
    }
    if (!caller.hosts().allow(url)) {
      throw Refusals.notAllowed(url.host(), caller.name(), caller.hosts().names());
    }
    lines.options().toll().ask(caller.key());
  }

  static boolean isAnswer(HttpReply reply, HttpCall call) {
    int status = reply.status();
    return status >= 200 && status <= 299 || call.accepted().contains(status);
  }

  static boolean isWorthARetry(HttpCall call, HttpReply reply) {
    return isRepeatable(call) && PASSING.contains(reply.status());
  }

  private static boolean isRepeatable(HttpCall call) {
    return call.method().equals("GET");
  }

  private static boolean isBearable(Duration wait, Budget budget) {
    return wait.compareTo(LONGEST_WAIT) <= 0 && budget.allows(wait);
  }

  private static boolean isFinal(IOException failure) {
    return failure instanceof TooLargeException || NotPublicException.isWhy(failure);
  }

  private static Duration limit(HttpCall call) {
    return call.timeout().compareTo(LIMIT) < 0 ? call.timeout() : LIMIT;
  }

  private static String host(HttpCall call) {
    return call.address().getHost();
  }

  private ReadReply send(HttpCall call, Budget budget)
      throws ExtensionException, IOException, InterruptedException {
    ReadReply reply = follow(Requests.of(call, lines.options().userAgent()), budget);
    caller.heard().accept(call, reply);
    return reply;
  }

  /** Makes the call and follows redirects as far as the caller may go. */
  private ReadReply follow(Request first, Budget budget)
      throws ExtensionException, IOException, InterruptedException {
    Request request = first;
    checkAllowed(request.url());
    Optional<Wire.OwnProxy> proxy = lines.proxy(caller);
    for (int hop = 0; ; hop++) {
      ReadReply reply = exchangeInTurn(request, proxy, budget);
      Optional<HttpUrl> next = redirect(reply.status(), reply.url(), reply.header("Location"));
      // Where it may not go, the redirect itself is the answer.
      if (next.isEmpty() || !caller.hosts().allow(next.get()) || hop == HOPS) {
        return reply;
      }
      request = Requests.redirected(request, next.get(), reply.status());
    }
  }

  private static Optional<HttpUrl> redirect(int status, HttpUrl from, Optional<String> location) {
    return REDIRECTS.contains(status)
        ? location.flatMap(to -> Optional.ofNullable(from.resolve(to)))
        : Optional.empty();
  }

  private ReadReply exchangeInTurn(Request request, Optional<Wire.OwnProxy> proxy, Budget budget)
      throws IOException, InterruptedException {
    HttpUrl url = request.url();
    boolean entered = caller.hosts().isEntered(url);
    var way = new Wire.Way(entered, proxy, lines.cache(caller, request));
    long asked = System.nanoTime();
    try (Turns.Turn turn = lines.turn(url, entered, caller.gap())) {
      budget.extend(Duration.ofNanos(System.nanoTime() - asked));
      return inLedger(
          request.method(), url, () -> lines.wire().exchange(request, way, budget, cookies));
    }
  }

  /** Something that is noted in the ledger, however it ends. */
  @FunctionalInterface
  private interface Noted<E extends Exception> {
    ReadReply exchange() throws IOException, InterruptedException, E;
  }

  private <E extends Exception> ReadReply inLedger(String method, HttpUrl url, Noted<E> noted)
      throws IOException, InterruptedException, E {
    long began = System.nanoTime();
    int status = 0;
    long bytes = 0;
    try {
      ReadReply reply = noted.exchange();
      status = reply.wireStatus();
      bytes = reply.received();
      return reply;
    } finally {
      note(method, url, status, bytes, began);
    }
  }

  private void note(String method, HttpUrl url, int status, long bytes, long began) {
    lines.options().toll().pay(caller.key());
    lines
        .ledger()
        .add(
            new CallLedger.Entry(
                lines.clock().instant(),
                caller.key(),
                caller.tenant().id(),
                method,
                url.host(),
                status,
                bytes,
                (System.nanoTime() - began) / 1_000_000));
  }

  private void rest(ReadReply reply, Duration wait) {
    if (reply.status() == 429) {
      lines.rest(reply.url(), caller.hosts().isEntered(reply.url()), wait);
    }
  }
}
