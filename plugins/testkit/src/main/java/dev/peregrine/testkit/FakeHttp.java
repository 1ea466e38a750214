package dev.peregrine.testkit;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Http;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.HttpStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@link Http} with the statuses, retries and limits of its contract, over the JDK's client. Unlike
 * the host's it keeps no gap between calls and does not wait before a retry, so that tests are
 * quick.
 */
final class FakeHttp implements Http {

  static final int MOST_BYTES = 20 * 1024 * 1024;

  static final Duration LONGEST = Duration.ofSeconds(60);

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
  private static final int REDIRECTS = 5;
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final Set<String> hosts;
  private final Set<String> ownHosts;
  private final InstantSource clock;
  private final Duration patience;

  /**
   * @param hosts as the descriptor names them
   * @param ownHosts hosts of addresses that the test entered, which may be inside the own network
   * @param patience the longest time for an answer
   */
  FakeHttp(Set<String> hosts, Set<String> ownHosts, InstantSource clock, Duration patience) {
    this.hosts = hosts;
    this.ownHosts = ownHosts;
    this.clock = clock;
    this.patience = patience;
  }

  @Override
  public HttpReply fetch(HttpCall call) throws ExtensionException, InterruptedException {
    for (int tried = 0; ; tried++) {
      boolean again = call.method().equals("GET") && tried < 2;
      try {
        HttpReply reply = exchange(call);
        if (isAnswer(reply, call)) {
          return reply;
        }
        if (!again || !isWorthARetry(reply)) {
          throw refusal(reply);
        }
      } catch (ExtensionException failed) {
        if (!again || !(failed.getCause() instanceof IOException)) {
          throw failed;
        }
      }
    }
  }

  /** Gives the page as it comes: what a test wants its scripts to have made, it serves made. */
  @Override
  public HttpReply render(URI page) throws ExtensionException, InterruptedException {
    return fetch(HttpCall.get(page));
  }

  @Override
  public HttpReply exchange(HttpCall call) throws ExtensionException, InterruptedException {
    HttpCall next = call;
    for (int followed = 0; ; followed++) {
      HttpReply reply = send(next);
      Optional<URI> target = followed < REDIRECTS ? redirect(reply) : Optional.empty();
      if (target.isEmpty()) {
        return reply;
      }
      next =
          reply.status() == 307 || reply.status() == 308
              ? new HttpCall(
                  next.method(), target.get(), next.headers(), next.body(), next.timeout())
              : new HttpCall("GET", target.get(), next.headers(), Optional.empty(), next.timeout());
    }
  }

  @Override
  public HttpStream stream(HttpCall call) throws ExtensionException, InterruptedException {
    String host = allowed(call);
    try {
      HttpResponse<InputStream> response = CLIENT.send(request(call), BodyHandlers.ofInputStream());
      return FakeStream.of(response, limit(call));
    } catch (IOException failed) {
      throw failure(failed, host);
    }
  }

  private static boolean isAnswer(HttpReply reply, HttpCall call) {
    int status = reply.status();
    return (status >= 200 && status <= 299) || call.accepted().contains(status);
  }

  private HttpReply send(HttpCall call) throws ExtensionException, InterruptedException {
    String host = allowed(call);
    try {
      HttpResponse<byte[]> response = sentOnce(call);
      return new FakeReply(
          response.statusCode(), call.address(), response.headers(), response.body());
    } catch (IOException failed) {
      throw failure(failed, host);
    }
  }

  /** A kept connection that the server closed meanwhile is no failure: there is another. */
  private HttpResponse<byte[]> sentOnce(HttpCall call) throws IOException, InterruptedException {
    try {
      return CLIENT.send(request(call), limited());
    } catch (IOException closed) {
      if (!String.valueOf(closed.getMessage()).contains("received no bytes")) {
        throw closed;
      }
      return CLIENT.send(request(call), limited());
    }
  }

  private static HttpResponse.BodyHandler<byte[]> limited() {
    return BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES);
  }

  private static ExtensionException failure(IOException failed, String host)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (String.valueOf(failed.getMessage()).contains("exceeds capacity")) {
      return new ExtensionException(
          Kind.CHANGED_REMOTE,
          "The answer of \"%s\" is larger than 20 MiB. Ask for less at once.".formatted(host));
    }
    return new ExtensionException(
        Kind.UNAVAILABLE,
        "\"%s\" did not answer. It is tried again later.".formatted(host),
        failed);
  }

  private String allowed(HttpCall call) throws ExtensionException {
    String host = call.address().getHost().toLowerCase(Locale.ROOT);
    if (!isAllowed(host)) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS,
          "\"%s\" is not a host that this extension names. Expected one of %s. Correct the address in its settings."
              .formatted(host, hosts));
    }
    return host;
  }

  private Duration limit(HttpCall call) {
    return call.timeout().compareTo(patience) < 0 ? call.timeout() : patience;
  }

  private HttpRequest request(HttpCall call) {
    Duration timeout = limit(call);
    var request =
        HttpRequest.newBuilder(call.address())
            .timeout(timeout)
            .method(
                call.method(),
                call.body()
                    .map(body -> BodyPublishers.ofByteArray(body.bytes()))
                    .orElseGet(BodyPublishers::noBody));
    call.body().ifPresent(body -> request.header("Content-Type", body.mediaType()));
    for (Map.Entry<String, String> header : call.headers().entrySet()) {
      request.setHeader(header.getKey(), header.getValue());
    }
    return request.build();
  }

  private boolean isAllowed(String host) {
    if (ownHosts.contains(host)) {
      return true;
    }
    if (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]")) {
      return false;
    }
    return hosts.stream()
        .anyMatch(
            name ->
                name.equals("*")
                    || name.equals(host)
                    || (name.startsWith("*.") && host.endsWith(name.substring(1))));
  }

  private static Optional<URI> redirect(HttpReply reply) {
    return switch (reply.status()) {
      case 301, 302, 303, 307, 308 ->
          reply.header("Location").flatMap(location -> resolved(reply.address(), location));
      default -> Optional.empty();
    };
  }

  private static Optional<URI> resolved(URI base, String location) {
    try {
      URI target = base.resolve(location);
      return Optional.of(target).filter(uri -> uri.getHost() != null);
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  private boolean isWorthARetry(HttpReply reply) {
    boolean passing =
        switch (reply.status()) {
          case 429, 500, 502, 503, 504 -> true;
          default -> false;
        };
    return passing && retryAfter(reply).map(wait -> wait.compareTo(LONGEST_WAIT) <= 0).orElse(true);
  }

  private ExtensionException refusal(HttpReply reply) {
    String host = reply.address().getHost();
    int status = reply.status();
    if (status == 429) {
      String message =
          "\"%s\" asks for fewer calls (429). It is tried again later.".formatted(host);
      return retryAfter(reply)
          .map(wait -> ExtensionException.rateLimited(message, wait))
          .orElseGet(() -> new ExtensionException(Kind.RATE_LIMITED, message));
    }
    if (status == 401 || status == 403 || status == 451 || status == 999) {
      return new ExtensionException(
          Kind.REFUSED,
          "\"%s\" refuses the call (%d). Open it in a browser to see why, and try again later."
              .formatted(host, status));
    }
    if (status >= 500) {
      return new ExtensionException(
          Kind.UNAVAILABLE,
          "\"%s\" has a fault of its own (%d). It is tried again later.".formatted(host, status));
    }
    return new ExtensionException(
        Kind.CHANGED_REMOTE,
        "\"%s\" answered with status %d, expected 200. The service may have changed: look for an update of the plugin."
            .formatted(host, status));
  }

  private Optional<Duration> retryAfter(HttpReply reply) {
    return reply.header("Retry-After").flatMap(this::wait);
  }

  private Optional<Duration> wait(String value) {
    try {
      if (value.strip().matches("\\d{1,9}")) {
        return Optional.of(Duration.ofSeconds(Long.parseLong(value.strip())));
      }
      var until = ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
      Duration wait = Duration.between(clock.instant(), until.toInstant());
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
