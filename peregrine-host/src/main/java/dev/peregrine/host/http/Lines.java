package dev.peregrine.host.http;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Cache;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** What all callers share. */
record Lines(
    OutgoingOptions options,
    Wire wire,
    Browser browser,
    Turns turns,
    Answers answers,
    CallLedger ledger,
    InstantSource clock,
    Map<String, AtomicInteger> proxyTurns) {

  /** A server that the person runs needs no gentleness: it is one's own. */
  private static final int OWN_AT_ONCE = 64;

  Turns.Turn turn(HttpUrl url, boolean entered, Duration asked) throws InterruptedException {
    return turns.take(key(url, entered), atOnce(entered), entered ? Duration.ZERO : gap(asked));
  }

  void rest(HttpUrl url, boolean entered, Duration wait) {
    turns.rest(key(url, entered), atOnce(entered), wait);
  }

  /** The caller's own proxy whose turn it is, over all of its calls for a tenant. */
  Optional<Wire.OwnProxy> proxy(CallerHttp.Caller caller) {
    String key = caller.tenant().id() + " " + caller.key();
    return caller
        .given()
        .proxies()
        .at(() -> proxyTurns.computeIfAbsent(key, first -> new AtomicInteger()).getAndIncrement())
        .map(
            server ->
                new Wire.OwnProxy(
                    server, options.reach().inside("proxy", server.host(), server.port())));
  }

  /** Where the answer may be kept. */
  Optional<Cache> cache(CallerHttp.Caller caller, Request request) {
    return caller.keepsAnswers()
        ? answers.of(request, caller.tenant(), caller.given().secrets())
        : Optional.empty();
  }

  private Duration gap(Duration asked) {
    return asked.isZero() ? options.gap() : asked;
  }

  private int atOnce(boolean entered) {
    return entered ? OWN_AT_ONCE : options.callsPerHost();
  }

  private static String key(HttpUrl url, boolean entered) {
    return entered ? url.host() + ":" + url.port() : url.host();
  }
}
