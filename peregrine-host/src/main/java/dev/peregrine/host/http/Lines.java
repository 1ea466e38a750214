package dev.peregrine.host.http;

import java.time.Duration;
import java.time.InstantSource;
import okhttp3.HttpUrl;

/** What all callers share. */
record Lines(
    OutgoingOptions options, Wire wire, Turns turns, CallLedger ledger, InstantSource clock) {

  /** A server that the person runs needs no gentleness: it is one's own. */
  private static final int OWN_AT_ONCE = 64;

  Turns.Turn turn(HttpUrl url, boolean entered, Duration asked) throws InterruptedException {
    return turns.take(key(url, entered), atOnce(entered), entered ? Duration.ZERO : gap(asked));
  }

  void rest(HttpUrl url, boolean entered, Duration wait) {
    turns.rest(key(url, entered), atOnce(entered), wait);
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
