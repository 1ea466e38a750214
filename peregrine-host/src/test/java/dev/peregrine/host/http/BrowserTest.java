package dev.peregrine.host.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Http;
import dev.peregrine.api.HttpReply;
import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Pages that are read with the browser of this machine. */
@Timeout(120)
@Isolated("It counts the processes of the whole test run.")
class BrowserTest {

  private static final InstalledBrowser INSTALLED = new InstalledBrowser(System.getenv());

  private static final String PAGE =
      """
      <!doctype html><html><body><p id="before">empty</p><script>
        setTimeout(async () => {
          const answer = await fetch('/data');
          document.body.innerHTML = '<p id="made">' + await answer.text() + '</p>';
        }, 3000);
      </script></body></html>""";

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

  @TempDir private Path home;

  private final List<AutoCloseable> opened = new ArrayList<>();

  private final Set<ProcessHandle> before =
      ProcessHandle.current().descendants().collect(Collectors.toSet());

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : opened.reversed()) {
      each.close();
    }
  }

  @Test
  void aPageIsReadAsItsScriptsMadeIt() throws Exception {
    LocalServer server = scripted();

    HttpReply reply = withBrowser().http(server.at("/")).render(server.at("/page?a=1"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.html().text("#made")).contains("maß & ünder");
    assertThat(reply.html().first("#before")).isEmpty();
    assertThat(server.calls())
        .extracting(call -> call.getRequestURI().toString())
        .contains("/page?a=1", "/data");
  }

  @Test
  void theCallStandsInTheLedgerAndTheProfileIsDeleted() throws Exception {
    LocalServer server = scripted();
    World world = withBrowser();
    long before = profiles();

    world.http(server.at("/")).render(server.at("/page"));

    assertThat(world.outgoing().ledger().of("ada"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.method()).isEqualTo("BROWSER");
              assertThat(entry.host()).isEqualTo("127.0.0.1");
              assertThat(entry.status()).isEqualTo(200);
              assertThat(entry.bytes()).isPositive();
            });
    assertThat(profiles()).isEqualTo(before);
  }

  @Test
  void aPageReachesNothingInsideTheOwnNetwork() throws Exception {
    LocalServer inside = open(LocalServer.saying(200, "text/plain", "secret"));
    LocalServer server =
        page(
            """
            <html><body><p id="made"></p><script>
              fetch('%s').then(answer => answer.text(), () => 'refused')
                .then(text => document.getElementById('made').textContent = text || 'nothing');
            </script></body></html>"""
                .formatted(inside.at("/")));

    HttpReply reply = withBrowser().http(server.at("/")).render(server.at("/"));

    assertThat(reply.html().text("#made").orElseThrow()).isNotEqualTo("secret");
    assertThat(inside.calls()).isEmpty();
  }

  @Test
  void anAllowedNameThatLeadsInsideIsRefused() throws Exception {
    LocalServer server = scripted();
    var network = new Network(TEST_NETWORK.names(), address -> false);

    ExtensionException refusal = refusal(with(network), server.as("jobs.test", "/page"));

    assertThat(refusal.kind()).isEqualTo(Kind.BAD_SETTINGS);
    assertThat(refusal).hasMessageContaining("\"jobs.test\" leads into the own machine");
    assertThat(server.calls()).isEmpty();
  }

  @Test
  void anAllowedPublicNameIsRead() throws Exception {
    LocalServer server = scripted();

    HttpReply reply = withBrowser().http().render(server.as("jobs.test", "/page"));

    assertThat(reply.html().text("#made")).isPresent();
  }

  @Test
  void aHostThatIsNotNamedIsNotOpened() throws Exception {
    ExtensionException refusal =
        refusal(withBrowser(), URI.create("https://elsewhere.example/page"));

    assertThat(refusal.kind()).isEqualTo(Kind.BAD_SETTINGS);
    assertThat(refusal).hasMessageContaining("elsewhere.example");
  }

  @Test
  void theProxyOfTheExtensionIsTheOnlyWay() throws Exception {
    var asked = new CopyOnWriteArrayList<String>();
    ServerSocket proxy = open(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    Thread.ofVirtual().start(() -> leadNowhere(proxy, asked));
    Http http =
        withBrowser()
            .http(
                new Given(
                    List.of(),
                    List.of(),
                    Proxies.of("http://me:pw@127.0.0.1:" + proxy.getLocalPort())));

    ExtensionException refusal =
        catchThrowableOfType(
            ExtensionException.class, () -> http.render(URI.create("https://jobs.test/page")));

    assertThat(refusal.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(refusal).hasMessageContaining("Proxy 1 of 1 does not lead there");
    String named = Base64.getEncoder().encodeToString("me:pw".getBytes(StandardCharsets.UTF_8));
    assertThat(asked)
        .as("for the page, and for nothing of the browser's own")
        .isNotEmpty()
        .allSatisfy(
            head ->
                assertThat(head)
                    .startsWith("CONNECT jobs.test:443 HTTP/1.1")
                    .contains("Proxy-Authorization: Basic " + named));
  }

  private static void leadNowhere(ServerSocket proxy, List<String> asked) {
    while (!proxy.isClosed()) {
      try (Socket call = proxy.accept()) {
        asked.add(String.join("\n", MessageHead.read(call.getInputStream())));
        call.getOutputStream().write("HTTP/1.1 403 No\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      } catch (IOException closed) {
        // The test is over, or the caller has left.
      }
    }
  }

  @Test
  void aServerThatIsNotThereIsUnavailable() throws Exception {
    LocalServer server = scripted();
    URI gone = server.at("/page");
    server.close();

    ExtensionException refusal =
        catchThrowableOfType(ExtensionException.class, () -> withBrowser().http(gone).render(gone));

    assertThat(refusal.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(refusal).hasMessageContaining("127.0.0.1");
  }

  @Test
  void anInterruptEndsTheBrowser() throws Exception {
    var arrived = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    LocalServer server =
        open(
            LocalServer.answering(
                exchange -> {
                  arrived.countDown();
                  release.await();
                }));
    Http http = withBrowser().http(server.at("/"));
    var ended = new CompletableFuture<HttpReply>();
    Thread caller =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    ended.complete(http.render(server.at("/slow")));
                  } catch (Throwable stopped) {
                    ended.completeExceptionally(stopped);
                  }
                });
    assertThat(arrived.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(browsers()).isNotEmpty();

    caller.interrupt();

    ExecutionException stopped =
        catchThrowableOfType(ExecutionException.class, () -> ended.get(20, TimeUnit.SECONDS));
    assertThat(stopped).hasCauseInstanceOf(InterruptedException.class);
    release.countDown();
    until(() -> browsers().isEmpty());
  }

  @Test
  void closingEndsTheBrowser() throws Exception {
    var arrived = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    LocalServer server =
        open(
            LocalServer.answering(
                exchange -> {
                  arrived.countDown();
                  release.await();
                }));
    World world = withBrowser();
    Http http = world.http(server.at("/"));
    Thread caller =
        Thread.ofVirtual()
            .start(
                () ->
                    catchThrowableOfType(
                        ExtensionException.class, () -> http.render(server.at("/slow"))));
    assertThat(arrived.await(60, TimeUnit.SECONDS)).isTrue();

    world.outgoing().close();

    assertThat(caller.join(Duration.ofSeconds(20))).isTrue();
    release.countDown();
    until(() -> browsers().isEmpty());
  }

  @Test
  void withoutABrowserASentenceSaysHowToGetOne() throws Exception {
    World none =
        world(new InstalledBrowser(Map.of("PEREGRINE_CHROMIUM", "/nowhere")), TEST_NETWORK);

    ExtensionException refusal = refusal(none, URI.create("https://jobs.test/"));

    assertThat(refusal.kind()).isEqualTo(Kind.UNSUPPORTED);
    assertThat(refusal).hasMessageContaining("Install Chromium").hasMessageEndingWith(".");
  }

  @Test
  void aBrowserThatShowsNothingIsUnavailable() throws Exception {
    Path dud = Files.writeString(home.resolve("dud"), "#!/bin/sh\nexit 7\n");
    assumeTrue(dud.toFile().setExecutable(true));
    World broken =
        world(new InstalledBrowser(Map.of("PEREGRINE_CHROMIUM", dud.toString())), TEST_NETWORK);

    ExtensionException refusal = refusal(broken, URI.create("https://jobs.test/"));

    assertThat(refusal.kind()).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void aBrowserIsFoundOnThePath() throws Exception {
    Path program = Files.createFile(home.resolve("chromium"));
    assumeTrue(program.toFile().setExecutable(true));

    assertThat(new InstalledBrowser(Map.of("PATH", "/nowhere:" + home)).find()).contains(program);
    assertThat(
            new InstalledBrowser(Map.of("PATH", home.toString(), "PEREGRINE_CHROMIUM", "/x"))
                .find())
        .as("the one that is named, or none")
        .isEmpty();
  }

  /** What answers calls, and makes {@link Http} for an extension. */
  private record World(OutgoingHttp outgoing, Path home) {

    Http http(URI... entered) throws Exception {
      return http(Given.addresses(List.of(entered)));
    }

    Http http(Given given) throws Exception {
      return new Tenant("ada", home)
          .call(
              () ->
                  outgoing.forExtension(
                      "board/sample", About.of("sample", "Sample", "").withHosts("*.test"), given));
    }
  }

  private World withBrowser() {
    return with(TEST_NETWORK);
  }

  private World with(Network network) {
    assumeTrue(INSTALLED.find().isPresent(), "no browser on this machine");
    return world(INSTALLED, network);
  }

  private World world(InstalledBrowser browser, Network network) {
    var options = OutgoingOptions.usual().withPace(Duration.ZERO, 6, Duration.ofMillis(1));
    return new World(
        open(new OutgoingHttp(options, browser, InstantSource.system(), network)), home);
  }

  private static ExtensionException refusal(World world, URI page) {
    return catchThrowableOfType(ExtensionException.class, () -> world.http().render(page));
  }

  private LocalServer scripted() {
    return open(
        LocalServer.answering(
            exchange ->
                LocalServer.reply(
                    exchange,
                    200,
                    exchange.getRequestURI().getPath().equals("/data")
                        ? "text/plain; charset=utf-8"
                        : "text/html; charset=utf-8",
                    exchange.getRequestURI().getPath().equals("/data") ? "maß & ünder" : PAGE)));
  }

  private LocalServer page(String html) {
    return open(LocalServer.saying(200, "text/html; charset=utf-8", html));
  }

  private <T extends AutoCloseable> T open(T resource) {
    opened.add(resource);
    return resource;
  }

  /** What was begun since this test did: servers of other tests may still be there. */
  private List<ProcessHandle> browsers() {
    return ProcessHandle.current()
        .descendants()
        .filter(ProcessHandle::isAlive)
        .filter(each -> !before.contains(each))
        .toList();
  }

  private static long profiles() throws Exception {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("peregrine-browser-"))
          .count();
    }
  }

  private static void until(BooleanSupplier done) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
