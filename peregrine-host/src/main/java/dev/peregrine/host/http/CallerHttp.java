package dev.peregrine.host.http;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Http;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Calls of one caller: its hosts, its cookies, its turns, retries and redirects. */
final class CallerHttp implements Http {

  static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
  private static final int TRIES = 3;
  private static final int HOPS = 8;
  private static final Set<Integer> PASSING = Set.of(429, 500, 502, 503, 504);
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  /** One caller's part of it; the rest is shared by all. */
  record Caller(
      String key,
      String name,
      String tenant,
      AllowedHosts hosts,
      Duration gap,
      BiConsumer<HttpCall, HttpReply> heard) {

    /** One to whose calls nobody listens. */
    Caller(String key, String name, String tenant, AllowedHosts hosts, Duration gap) {
      this(key, name, tenant, hosts, gap, (call, reply) -> {});
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
      boolean mayRetry = tries < TRIES && isRepeatable(call);
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
        if (!mayRetry || isFinal(e) || !isBearable(wait, budget)) {
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
    ReadReply reply = follow(call, budget);
    caller.heard().accept(call, reply);
    return reply;
  }

  /** Makes the call and follows redirects as far as the caller may go. */
  private ReadReply follow(HttpCall call, Budget budget)
      throws ExtensionException, IOException, InterruptedException {
    Request request = Requests.of(call, lines.options().userAgent());
    if (!caller.hosts().allow(request.url())) {
      throw Refusals.notAllowed(request.url().host(), caller.name(), caller.hosts().names());
    }
    for (int hop = 0; ; hop++) {
      ReadReply reply = exchangeInTurn(request, budget);
      Optional<HttpUrl> next = redirect(reply);
      // Where it may not go, the redirect itself is the answer.
      if (next.isEmpty() || !caller.hosts().allow(next.get()) || hop == HOPS) {
        return reply;
      }
      request = Requests.redirected(request, next.get(), reply.status());
    }
  }

  private static Optional<HttpUrl> redirect(ReadReply reply) {
    return REDIRECTS.contains(reply.status())
        ? reply.header("Location").flatMap(to -> Optional.ofNullable(reply.url().resolve(to)))
        : Optional.empty();
  }

  private ReadReply exchangeInTurn(Request request, Budget budget)
      throws IOException, InterruptedException {
    HttpUrl url = request.url();
    boolean entered = caller.hosts().isEntered(url);
    long asked = System.nanoTime();
    try (Turns.Turn turn = lines.turn(url, entered, caller.gap())) {
      long began = System.nanoTime();
      budget.extend(Duration.ofNanos(began - asked));
      int status = 0;
      long bytes = 0;
      try {
        ReadReply reply = lines.wire().exchange(request, entered, budget.left(), cookies);
        status = reply.status();
        bytes = reply.size();
        return reply;
      } finally {
        lines
            .ledger()
            .add(
                new CallLedger.Entry(
                    lines.clock().instant(),
                    caller.key(),
                    caller.tenant(),
                    request.method(),
                    url.host(),
                    status,
                    bytes,
                    (System.nanoTime() - began) / 1_000_000));
      }
    }
  }

  private void rest(ReadReply reply, Duration wait) {
    if (reply.status() == 429) {
      lines.rest(reply.url(), caller.hosts().isEntered(reply.url()), wait);
    }
  }
}
