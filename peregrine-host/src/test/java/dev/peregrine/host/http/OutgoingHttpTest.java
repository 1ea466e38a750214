package dev.peregrine.host.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Http;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.host.tenancy.Tenant;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class OutgoingHttpTest {

  @TempDir private static Path home;
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z"));
  private static final OutgoingOptions QUICK =
      OutgoingOptions.usual().withPace(Duration.ZERO, 6, Duration.ofMillis(1));

  /** Names that end in .test are public servers, though all of them run here. */
  private static final Network TEST_NETWORK =
      new Network(
          host -> {
            if (!host.endsWith(".test")) {
              throw new UnknownHostException(host);
            }
            return List.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1}));
          },
          address -> address.toString().contains(".test/"));

  private final List<AutoCloseable> opened = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
  }

  private static Tenant tenant() {
    return new Tenant("ada", home);
  }

  private LocalServer server(LocalServer.Answer answer) {
    LocalServer server = LocalServer.answering(answer);
    opened.add(server);
    return server;
  }

  private LocalServer saying(String type, byte[] body) {
    return server(exchange -> LocalServer.reply(exchange, 200, type, body));
  }

  private OutgoingHttp real(OutgoingOptions options) {
    var http = new OutgoingHttp(options, CLOCK);
    opened.add(http);
    return http;
  }

  private OutgoingHttp testNetwork(OutgoingOptions options) {
    var http = new OutgoingHttp(options, CLOCK, TEST_NETWORK);
    opened.add(http);
    return http;
  }

  private static Http of(OutgoingHttp outgoing, About about, URI... entered) {
    try {
      return tenant()
          .call(
              () ->
                  outgoing.forExtension(
                      "board/" + about.id(), about, Given.addresses(List.of(entered))));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static About about(String... hosts) {
    return About.of("sample", "Sample", "").withHosts(hosts);
  }

  /** Of an extension whose server's address the person entered. */
  private Http own(LocalServer server) {
    return of(real(QUICK), about(), server.at("/"));
  }

  private static ExtensionException refusal(Http http, HttpCall call) {
    ExtensionException refusal =
        catchThrowableOfType(ExtensionException.class, () -> http.fetch(call));
    assertThat(refusal).as("refusal").isNotNull();
    return refusal;
  }

  @Test
  void aConnectionThatIsOpenToAnEnteredAddressIsNotAWayInForPages() throws Exception {
    LocalServer inside =
        saying("text/html", "a service of one's own".getBytes(StandardCharsets.UTF_8));
    OutgoingHttp outgoing = real(QUICK);
    HttpReply entered =
        of(outgoing, About.of("search", "Search", "Searches."), inside.at("/"))
            .fetch(HttpCall.get(inside.at("/")));
    assertThat(entered.status()).isEqualTo(200);

    assertThatExceptionOfType(ExtensionException.class)
        .isThrownBy(() -> tenant().call(() -> outgoing.page(inside.at("/secret"))))
        .withMessageContaining("leads into the own machine or network");
    assertThat(inside.calls()).hasSize(1);
  }

  @Test
  void anExtensionCallsOnlyTheHostsItNames() {
    Http http = of(testNetwork(QUICK), about("api.sample.test"));

    ExtensionException refusal = refusal(http, HttpCall.get("http://other.test/?key=s3cret"));

    assertThat(refusal.kind()).isEqualTo(Kind.BAD_SETTINGS);
    assertThat(refusal)
        .hasMessage(
            "Host \"other.test\": \"Sample\" may call only api.sample.test. Enter the address in its settings if it belongs there.");
  }

  @Test
  void aWildcardCoversNamesBelowItButNotTheNameItself() throws Exception {
    LocalServer server = saying("text/plain", "hello".getBytes(StandardCharsets.UTF_8));
    Http http = of(testNetwork(QUICK), about("*.sample.test"));

    assertThat(http.fetch(HttpCall.get(server.as("eu.sample.test", "/"))).text())
        .isEqualTo("hello");
    assertThat(refusal(http, HttpCall.get(server.as("sample.test", "/"))).kind())
        .isEqualTo(Kind.BAD_SETTINGS);
    assertThat(refusal(http, HttpCall.get(server.as("evilsample.test", "/"))).kind())
        .isEqualTo(Kind.BAD_SETTINGS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "localhost",
        "2130706433",
        "0x7f000001",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "0.0.0.0"
      })
  void noFormOfALoopbackAddressIsReachedEvenWhereEveryHostIsAllowed(String host) {
    LocalServer server = saying("text/plain", "inside".getBytes(StandardCharsets.UTF_8));
    Http http = of(real(QUICK), about("*"));

    ExtensionException refusal = refusal(http, HttpCall.get(server.as(host, "/")));

    assertThat(refusal.kind()).isIn(Kind.BAD_SETTINGS, Kind.UNAVAILABLE);
    if (!host.contains(":") && !host.startsWith("0x")) {
      assertThat(refusal)
          .hasMessageContaining("leads into the own machine or network, expected a public address");
    }
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void anAddressThatThePersonEnteredMayLeadInside() throws Exception {
    LocalServer server = saying("text/plain", "inside".getBytes(StandardCharsets.UTF_8));

    assertThat(own(server).fetch(HttpCall.get(server.at("/jobs"))).text()).isEqualTo("inside");
  }

  @Test
  void anEnteredAddressDoesNotOpenAnotherPort() {
    LocalServer entered = saying("text/plain", new byte[0]);
    LocalServer other = saying("text/plain", "database".getBytes(StandardCharsets.UTF_8));

    ExtensionException refusal = refusal(own(entered), HttpCall.get(other.at("/")));

    assertThat(refusal.kind()).isEqualTo(Kind.BAD_SETTINGS);
    assertThat(other.calls()).isEmpty();
  }

  @Test
  void redirectsAreFollowedWithinTheHostsAndLoseHeadersOnTheWay() throws Exception {
    LocalServer server =
        server(
            exchange -> {
              if (exchange.getRequestURI().getPath().equals("/old")) {
                String to = "http://b.test:" + exchange.getLocalAddress().getPort() + "/new";
                exchange.getResponseHeaders().set("Location", to);
                exchange.sendResponseHeaders(302, -1);
              } else {
                String key = exchange.getRequestHeaders().getFirst("X-Key");
                LocalServer.reply(exchange, 200, "text/plain", "key " + key);
              }
            });
    Http http = of(testNetwork(QUICK), about("a.test", "b.test"));

    HttpReply reply =
        http.fetch(HttpCall.get(server.as("a.test", "/old")).withHeader("X-Key", "s3cret"));

    assertThat(reply.text()).isEqualTo("key null");
    assertThat(reply.address()).isEqualTo(server.as("b.test", "/new"));
  }

  @Test
  void aRedirectToAnotherHostIsTheAnswer() throws Exception {
    LocalServer server =
        server(
            exchange -> {
              exchange.getResponseHeaders().set("Location", "http://elsewhere.test/");
              exchange.sendResponseHeaders(302, -1);
            });
    Http http = of(testNetwork(QUICK), about("a.test"));
    HttpCall call = HttpCall.get(server.as("a.test", "/"));

    assertThat(http.exchange(call).status()).isEqualTo(302);
    assertThat(refusal(http, call).kind()).isEqualTo(Kind.CHANGED_REMOTE);
  }

  @Test
  void aRedirectIntoTheOwnNetworkIsNotFollowed() {
    LocalServer inside = saying("text/plain", "inside".getBytes(StandardCharsets.UTF_8));
    LocalServer server =
        server(
            exchange -> {
              exchange.getResponseHeaders().set("Location", inside.at("/").toString());
              exchange.sendResponseHeaders(302, -1);
            });
    Http http = of(testNetwork(QUICK), about("*"));

    assertThat(refusal(http, HttpCall.get(server.as("a.test", "/"))).kind())
        .isEqualTo(Kind.BAD_SETTINGS);
    assertThat(inside.calls()).isEmpty();
  }

  @Test
  void aCircleOfRedirectsEnds() {
    LocalServer server =
        server(
            exchange -> {
              exchange.getResponseHeaders().set("Location", "/again");
              exchange.sendResponseHeaders(302, -1);
            });

    assertThat(refusal(own(server), HttpCall.get(server.at("/"))).kind())
        .isEqualTo(Kind.CHANGED_REMOTE);
    assertThat(server.calls()).hasSize(9);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void aPassingFailureIsTriedAgain(int status) throws Exception {
    var count = new AtomicInteger();
    LocalServer server =
        server(
            exchange -> {
              exchange.getResponseHeaders().set("Retry-After", "0");
              int now = count.incrementAndGet() < 3 ? status : 200;
              LocalServer.reply(exchange, now, "text/plain", "done");
            });

    assertThat(own(server).fetch(HttpCall.get(server.at("/"))).text()).isEqualTo("done");
    assertThat(server.calls()).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void aBrokenConnectionIsTriedAgainAndThenSaidSo() throws Exception {
    var count = new AtomicInteger();
    try (var socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  while (true) {
                    socket.accept().close();
                    count.incrementAndGet();
                  }
                } catch (IOException closed) {
                  // The test is over.
                }
              });
      URI address = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
      Http http = of(real(QUICK), about(), address);

      ExtensionException refusal = refusal(http, HttpCall.get(address));

      assertThat(refusal.kind()).isEqualTo(Kind.UNAVAILABLE);
      assertThat(refusal).hasMessageContaining("The connection to \"127.0.0.1\" broke.");
      assertThat(count.get()).isGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void whatChangesSomethingIsSentOnce() {
    LocalServer server = server(exchange -> LocalServer.reply(exchange, 503, "text/plain", ""));

    ExtensionException refusal =
        refusal(own(server), HttpCall.postJson(server.at("/"), "{\"a\":1}"));

    assertThat(refusal.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(server.calls()).hasSize(1);
  }

  @Test
  void aLongWaitIsNotWaitedButTold() {
    LocalServer server =
        server(
            exchange -> {
              exchange.getResponseHeaders().set("Retry-After", "Sun, 22 Nov 2026 10:05:00 GMT");
              LocalServer.reply(exchange, 429, "text/plain", "");
            });

    ExtensionException refusal = refusal(own(server), HttpCall.get(server.at("/")));

    assertThat(refusal.kind()).isEqualTo(Kind.RATE_LIMITED);
    assertThat(refusal.retryAfter()).contains(Duration.ofMinutes(5));
    assertThat(refusal)
        .hasMessage("\"127.0.0.1\" was called too often (status 429) and asks to wait 300 s.");
    assertThat(server.calls()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "401,REFUSED",
    "403,REFUSED",
    "451,REFUSED",
    "999,REFUSED",
    "404,CHANGED_REMOTE",
    "410,CHANGED_REMOTE",
    "429,RATE_LIMITED",
    "500,UNAVAILABLE",
    "503,UNAVAILABLE"
  })
  void statusesBecomeKinds(int status, Kind kind) {
    LocalServer server = server(exchange -> LocalServer.reply(exchange, status, "text/plain", ""));

    ExtensionException refusal = refusal(own(server), HttpCall.get(server.at("/?key=s3cret")));

    assertThat(refusal.kind()).isEqualTo(kind);
    assertThat(refusal.getMessage())
        .contains("\"127.0.0.1\"", "status " + status)
        .doesNotContain("s3cret");
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 503})
  void aStatusThatTheCallAcceptsIsAnAnswerAtOnce(int status) throws Exception {
    LocalServer server = server(exchange -> LocalServer.reply(exchange, status, "text/plain", ""));

    HttpReply reply = own(server).fetch(HttpCall.get(server.at("/")).accepting(404, 503));

    assertThat(reply.status()).isEqualTo(status);
    assertThat(server.calls()).hasSize(1);
    assertThat(refusal(own(server), HttpCall.get(server.at("/")).accepting(410))).isNotNull();
  }

  @Test
  void exchangeGivesAnyStatusOnce() throws Exception {
    LocalServer server = server(exchange -> LocalServer.reply(exchange, 503, "text/plain", "no"));

    HttpReply reply = own(server).exchange(HttpCall.get(server.at("/")));

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.text()).isEqualTo("no");
    assertThat(server.calls()).hasSize(1);
  }

  @Test
  void aServerThatSaysNothingIsUnavailableWhenTheTimeIsOver() {
    var over = new CountDownLatch(1);
    opened.add(over::countDown);
    LocalServer server = server(exchange -> over.await());

    ExtensionException refusal =
        refusal(own(server), HttpCall.get(server.at("/")).withTimeout(Duration.ofMillis(200)));

    assertThat(refusal.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(refusal).hasMessageContaining("\"127.0.0.1\" did not answer in time");
    over.countDown();
  }

  @Test
  void anInterruptEndsACallThatWaitsForItsAnswer() throws Exception {
    var over = new CountDownLatch(1);
    var asked = new CountDownLatch(1);
    LocalServer server =
        server(
            exchange -> {
              asked.countDown();
              over.await();
            });
    Http http = own(server);
    var thrown = new CompletableFuture<Throwable>();
    Thread caller =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    http.fetch(HttpCall.get(server.at("/")));
                  } catch (Exception e) {
                    thrown.complete(e);
                  }
                });
    assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

    caller.interrupt();

    assertThat(thrown.get(10, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
    over.countDown();
  }

  @Test
  void nobodyListensIsSaid() throws Exception {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    URI address = URI.create("http://127.0.0.1:" + port + "/");

    ExtensionException refusal = refusal(of(real(QUICK), about(), address), HttpCall.get(address));

    assertThat(refusal.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(refusal).hasMessageContaining("\"127.0.0.1\" takes no connection.");
  }

  @Test
  void anUnknownNameIsSaid() {
    ExtensionException refusal =
        refusal(of(testNetwork(QUICK), about("*")), HttpCall.get("http://nowhere.example/"));

    assertThat(refusal.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(refusal).hasMessageContaining("There is no address for \"nowhere.example\".");
  }

  @Test
  void anAnswerOverTheLimitIsCutWithoutADeclaredLength() {
    LocalServer server =
        server(
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              OutputStream out = exchange.getResponseBody();
              byte[] chunk = new byte[1 << 20];
              for (int i = 0; i < 50; i++) {
                out.write(chunk);
              }
            });

    ExtensionException refusal = refusal(own(server), HttpCall.get(server.at("/")));

    assertThat(refusal.kind()).isEqualTo(Kind.CHANGED_REMOTE);
    assertThat(refusal)
        .hasMessage("\"127.0.0.1\" answered with more than 20 MiB; the rest was not read.");
    assertThat(server.calls()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Encoding", "X-File"})
  void aCompressedBombIsCutToo(String header) throws Exception {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      byte[] chunk = new byte[1 << 20];
      for (int i = 0; i < 60; i++) {
        gzip.write(chunk);
      }
    }
    LocalServer server =
        server(
            exchange -> {
              exchange.getResponseHeaders().set(header, "gzip");
              LocalServer.reply(exchange, 200, "application/json", packed.toByteArray());
            });

    assertThat(refusal(own(server), HttpCall.get(server.at("/"))).kind())
        .isEqualTo(Kind.CHANGED_REMOTE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Encoding", "X-File"})
  void compressedAnswersAndFilesAreUnpacked(String header) throws Exception {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write("{\"a\":\"ü\"}".getBytes(StandardCharsets.UTF_8));
    }
    LocalServer server =
        server(
            exchange -> {
              exchange.getResponseHeaders().set(header, "gzip");
              LocalServer.reply(exchange, 200, "application/json", packed.toByteArray());
            });

    assertThat(own(server).fetch(HttpCall.get(server.at("/"))).json().at("a").text()).contains("ü");
  }

  @Test
  void cookiesLiveForOneCallOfTheExtension() throws Exception {
    LocalServer server =
        server(
            exchange -> {
              exchange.getResponseHeaders().set("Set-Cookie", "seen=yes");
              String cookie = exchange.getRequestHeaders().getFirst("Cookie");
              LocalServer.reply(exchange, 200, "text/plain", String.valueOf(cookie));
            });
    OutgoingHttp outgoing = real(QUICK);
    Http first = of(outgoing, about(), server.at("/"));

    assertThat(first.fetch(HttpCall.get(server.at("/"))).text()).isEqualTo("null");
    assertThat(first.fetch(HttpCall.get(server.at("/"))).text()).isEqualTo("seen=yes");
    Http second = of(outgoing, about(), server.at("/"));
    assertThat(second.fetch(HttpCall.get(server.at("/"))).text()).isEqualTo("null");
  }

  @Test
  void callsToAPublicHostKeepTheirDistanceOverAllCallers() throws Exception {
    var times = new ArrayList<Long>();
    LocalServer server =
        server(
            exchange -> {
              synchronized (times) {
                times.add(System.nanoTime());
              }
              LocalServer.reply(exchange, 200, "text/plain", "");
            });
    OutgoingHttp outgoing = testNetwork(QUICK);
    About about = about("a.test").withCallGap(Duration.ofMillis(60));

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<Future<HttpReply>>();
      for (int i = 0; i < 4; i++) {
        Http http = of(outgoing, about);
        all.add(threads.submit(() -> http.fetch(HttpCall.get(server.as("a.test", "/")))));
      }
      for (Future<HttpReply> each : all) {
        each.get();
      }
    }

    assertThat(Duration.ofNanos(times.getLast() - times.getFirst()))
        .isGreaterThan(Duration.ofMillis(120));
  }

  @Test
  void onlySoManyCallsToOneHostRunAtOnce() throws Exception {
    var running = new AtomicInteger();
    var most = new AtomicInteger();
    LocalServer server =
        server(
            exchange -> {
              most.accumulateAndGet(running.incrementAndGet(), Math::max);
              LocalServer.reply(exchange, 200, "text/plain", "x");
              running.decrementAndGet();
            });
    OutgoingHttp outgoing =
        testNetwork(OutgoingOptions.usual().withPace(Duration.ZERO, 2, Duration.ofMillis(1)));
    Http http = of(outgoing, about("a.test"));

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 40; i++) {
        threads.submit(() -> http.fetch(HttpCall.get(server.as("a.test", "/"))));
      }
    }

    assertThat(server.calls()).hasSize(40);
    assertThat(most.get()).isLessThanOrEqualTo(3); // One may have answered but not counted down.
  }

  @Test
  void theLedgerNamesEveryCallAndNoSecret() throws Exception {
    LocalServer server = saying("text/plain", "12345".getBytes(StandardCharsets.UTF_8));
    OutgoingHttp outgoing = real(QUICK);
    Http http = of(outgoing, about(), server.at("/"));

    http.fetch(HttpCall.get(server.at("/token/s3cret?key=s3cret")).withHeader("X", "s3cret"));

    assertThat(outgoing.ledger().of("bob")).isEmpty();
    assertThat(outgoing.ledger().of("ada")).singleElement().asString().doesNotContain("s3cret");
    CallLedger.Entry entry = outgoing.ledger().of("ada").getFirst();
    assertThat(entry.caller()).isEqualTo("board/sample");
    assertThat(entry.host()).isEqualTo("127.0.0.1");
    assertThat(entry.status()).isEqualTo(200);
    assertThat(entry.bytes()).isEqualTo(5);
  }

  @Test
  void headersOfTheHostCannotBeSet() throws Exception {
    LocalServer server = saying("text/plain", "x".getBytes(StandardCharsets.UTF_8));
    HttpCall call =
        HttpCall.get(server.at("/"))
            .withHeader("Host", "bank.example")
            .withHeader("accept-encoding", "identity")
            .withHeader("user-agent", "Own/1");

    own(server).fetch(call);

    var headers = server.calls().getFirst().getRequestHeaders();
    assertThat(headers.getFirst("Host")).isEqualTo("127.0.0.1:" + server.port());
    assertThat(headers.getFirst("Accept-Encoding")).isEqualTo("gzip");
    assertThat(headers.get("User-Agent")).containsExactly("Own/1");
  }

  @Test
  void aBrokenHeaderIsABugWhoseTextKeepsTheSecret() {
    LocalServer server = saying("text/plain", new byte[0]);

    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(
            () ->
                own(server).fetch(HttpCall.get(server.at("/")).withHeader("X-Key", "s3cr\u00e9t")))
        .withMessage(
            "Header \"X-Key\": its name or value has characters that a header cannot have.")
        .withNoCause();
  }

  @Test
  void aPastedLinkLeadsToPublicPagesOnly() throws Exception {
    LocalServer server = saying("text/html", "<p>job</p>".getBytes(StandardCharsets.UTF_8));
    OutgoingHttp outgoing = testNetwork(QUICK);

    HttpReply reply = tenant().call(() -> outgoing.page(server.as("jobs.test", "/1")));
    assertThat(reply.html().text("p")).contains("job");
    assertThatExceptionOfType(ExtensionException.class)
        .isThrownBy(() -> tenant().call(() -> outgoing.page(server.at("/1"))))
        .withMessageContaining("leads into the own machine or network");
  }

  @Test
  void aPastedLinkMayLeadInsideWhereThePersonSaidSo() throws Exception {
    LocalServer server = saying("text/html", "<p>job</p>".getBytes(StandardCharsets.UTF_8));
    OutgoingHttp outgoing = real(QUICK.withLocalPages(true));

    HttpReply reply = tenant().call(() -> outgoing.page(server.at("/1")));

    assertThat(reply.html().text("p")).contains("job");
  }

  @Test
  void aProxyIsUsedForPublicHostsAndNotForOwnOnes() throws Exception {
    LocalServer proxy =
        server(
            exchange ->
                LocalServer.reply(
                    exchange, 200, "text/plain", "proxied " + exchange.getRequestURI()));
    LocalServer own = saying("text/plain", "own".getBytes(StandardCharsets.UTF_8));
    OutgoingHttp outgoing = testNetwork(QUICK.withProxy(everything(proxy, "")));
    Http http = of(outgoing, about("*"), own.at("/"));

    assertThat(http.fetch(HttpCall.get("http://a.test/x")).text())
        .isEqualTo("proxied http://a.test/x");
    assertThat(http.fetch(HttpCall.get(own.at("/"))).text()).isEqualTo("own");
  }

  @Test
  void aProxyDoesNotLeadInside() {
    LocalServer proxy = saying("text/plain", "inside".getBytes(StandardCharsets.UTF_8));
    OutgoingHttp outgoing = real(QUICK.withProxy(everything(proxy, "")));

    ExtensionException refusal =
        refusal(of(outgoing, about("*")), HttpCall.get("http://127.0.0.1:9/"));

    assertThat(refusal.kind()).isEqualTo(Kind.BAD_SETTINGS);
    assertThat(proxy.calls()).isEmpty();
  }

  @Test
  void hostsThatGoWithoutTheProxyAreCalledDirectly() throws Exception {
    LocalServer proxy = saying("text/plain", "proxied".getBytes(StandardCharsets.UTF_8));
    LocalServer server = saying("text/plain", "direct".getBytes(StandardCharsets.UTF_8));
    OutgoingHttp outgoing = testNetwork(QUICK.withProxy(everything(proxy, "b.test, .c.test")));
    Http http = of(outgoing, about("*"));

    assertThat(http.fetch(HttpCall.get(server.as("a.test", "/"))).text()).isEqualTo("proxied");
    assertThat(http.fetch(HttpCall.get(server.as("b.test", "/"))).text()).isEqualTo("direct");
    assertThat(http.fetch(HttpCall.get(server.as("x.c.test", "/"))).text()).isEqualTo("direct");
  }

  private static OutgoingProxy everything(LocalServer proxy, String without) {
    return OutgoingProxy.of(proxy.at("").toString(), without).orElseThrow();
  }

  @Test
  void aServerOfOldThatClosesEachConnectionTakesOnePostAfterTheOther() throws Exception {
    try (var sockets = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(
              () -> {
                while (!sockets.isClosed()) {
                  try (Socket socket = sockets.accept()) {
                    socket.getInputStream().readNBytes(10);
                    socket.getInputStream().skip(socket.getInputStream().available());
                    socket
                        .getOutputStream()
                        .write(
                            "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\n{}"
                                .getBytes(StandardCharsets.US_ASCII));
                  } catch (IOException over) {
                    return;
                  }
                }
              });
      URI base = URI.create("http://127.0.0.1:" + sockets.getLocalPort());
      Http http = of(real(QUICK), about(), base);

      for (int call = 0; call < 50; call++) {
        assertThat(http.fetch(HttpCall.postJson(base, "{}")).status()).isEqualTo(200);
      }
    }
  }
}
