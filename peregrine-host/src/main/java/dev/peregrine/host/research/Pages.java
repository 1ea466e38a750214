package dev.peregrine.host.research;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Http;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.research.Looked.Outcome;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads public pages for one look-up: those that a site lets programs read, and none inside the own
 * network.
 */
final class Pages {

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Duration ROBOTS_LIMIT = Duration.ofSeconds(5);
  private static final int LEAST = 40;

  private final Http http;
  private final InstantSource clock;
  private final Map<String, Robots> robots = new ConcurrentHashMap<>();

  Pages(OutgoingHttp http, InstantSource clock) {
    this.http = http.forReading("research", "Company research");
    this.clock = clock;
  }

  /** A page, or why there is none. */
  record Read(Optional<Source> source, Optional<PageText> text, Outcome outcome) {

    static Read none(Outcome why) {
      return new Read(Optional.empty(), Optional.empty(), why);
    }
  }

  Read read(URI address, Source.Kind kind) throws InterruptedException {
    if (!robots(address).allows(path(address))) {
      return Read.none(Outcome.ROBOTS);
    }
    try {
      HttpReply reply = http.fetch(asking(address));
      if (!isText(reply)) {
        return Read.none(Outcome.NOTHING);
      }
      PageText text = PageText.of(reply.text(), reply.address().toString());
      if (text.text().length() < LEAST) {
        return new Read(Optional.empty(), Optional.of(text), Outcome.NOTHING);
      }
      return new Read(
          Optional.of(source(kind, reply.address(), text)), Optional.of(text), Outcome.READ);
    } catch (ExtensionException failed) {
      return Read.none(outcome(failed));
    }
  }

  private Source source(Source.Kind kind, URI address, PageText text) {
    Instant now = clock.instant();
    return new Source(
        0,
        kind,
        address,
        text.title().isBlank() ? address.getHost() : text.title(),
        text.published(),
        now,
        text.text(),
        text.toMachines());
  }

  static Outcome outcome(ExtensionException failed) {
    return switch (failed.kind()) {
      case REFUSED -> Outcome.REFUSED;
      case BAD_SETTINGS -> Outcome.INSIDE;
      case RATE_LIMITED -> Outcome.LIMITED;
      case UNAVAILABLE -> Searxng.isSlow(failed) ? Outcome.SLOW : Outcome.ABSENT;
      case CHANGED_REMOTE, UNSUPPORTED -> Outcome.ODD;
    };
  }

  private static HttpCall asking(URI address) {
    return HttpCall.get(address)
        .withHeader("Accept", "text/html,application/xhtml+xml,text/plain;q=0.8")
        .withHeader("Accept-Language", "en,*;q=0.5")
        .withTimeout(LIMIT);
  }

  private static boolean isText(HttpReply reply) {
    String type = reply.header("Content-Type").orElse("text/html").toLowerCase(Locale.ROOT);
    return type.startsWith("text/html")
        || type.startsWith("application/xhtml")
        || type.startsWith("text/plain");
  }

  /** What is not said is allowed; a site that cannot say it is left alone. */
  private Robots robots(URI address) throws InterruptedException {
    String site = address.getScheme() + "://" + address.getRawAuthority();
    Robots known = robots.get(site);
    if (known != null) {
      return known;
    }
    Robots read;
    try {
      HttpReply reply =
          http.exchange(HttpCall.get(URI.create(site + "/robots.txt")).withTimeout(ROBOTS_LIMIT));
      int status = reply.status();
      read =
          status >= 200 && status <= 299
              ? Robots.read(reply.text())
              : status >= 500 ? Robots.SHUT : Robots.OPEN;
    } catch (ExtensionException silent) {
      // The page itself will not answer either, and says why.
      read = Robots.OPEN;
    }
    robots.put(site, read);
    return read;
  }

  private static String path(URI address) {
    String path = address.getRawPath() == null ? "" : address.getRawPath();
    return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
  }
}
