package dev.peregrine.host.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.host.live.Live;
import dev.peregrine.host.tenancy.Tenant;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebServerTest {

  private static final Tenant TENANT = new Tenant("local", Path.of("."));

  private final Live live = new Live();
  private final AtomicInteger changes = new AtomicInteger();
  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private WebServer server;
  private Browser browser;

  @BeforeAll
  void start() {
    server = server(request -> Visitor.of(TENANT));
  }

  @BeforeEach
  void open() {
    browser = new Browser(server.port());
    changes.set(0);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private WebServer server(TenantResolver tenants) {
    var options =
        new WebOptions(
            "127.0.0.1",
            0,
            java.util.Set.of("peregrine.example"),
            ZoneId.of("Europe/Berlin"),
            "Here",
            1024 * 1024,
            false,
            Duration.ZERO);
    return new WebServer(
        options,
        tenants,
        live,
        List.of(this::routes),
        InstantSource.fixed(Instant.parse("2026-03-12T08:41:00Z")),
        new Random(7));
  }

  private void routes(RouteRegistry routes) {
    routes.menu(MenuEntry.of("try", "Try", Icon.HOME, "/try", 10));
    routes.get("/try", visit -> page(visit, "Hello", "from " + Tenant.current().id()));
    routes.get(
        "/broken",
        visit -> {
          throw new IllegalStateException("secret detail");
        });
    routes.get(
        "/told",
        visit -> {
          throw new java.io.UncheckedIOException(new java.io.IOException("The disk is full."));
        });
    routes.tell(java.io.UncheckedIOException.class, 503);
    routes.get(
        "/missing/{id}",
        visit -> {
          throw new NoSuchPageException("job", visit.part("id"));
        });
    routes.post(
        "/change",
        visit -> {
          changes.incrementAndGet();
          visit.go("/try", Toast.undoable("Changed", "<b>it</b>", "/undo"));
        });
    routes.post(
        "/upload",
        visit -> visit.go("/try?size=" + visit.file("file").map(f -> f.bytes().length).orElse(0)));
    routes.get(
        "/slow",
        visit -> {
          arrived.countDown();
          released.await();
          visit.go("/try");
        });
    routes.get("/away", visit -> visit.go(visit.value("to")));
    routes.get(
        "/clock",
        visit -> page(visit, "Clock", visit.times().clock(Instant.parse("2026-03-12T08:41:00Z"))));
  }

  private static void page(Visit visit, String title, String sentence) {
    visit.show(new ErrorPage(visit.shell(title, "try"), title, sentence, Optional.empty()));
  }

  @Test
  void aRequestThatIsNotDoneKeepsNobodyFromClosing() throws Exception {
    WebServer other = server(request -> Visitor.of(TENANT));
    var slow = URI.create("http://localhost:%d/slow".formatted(other.port()));
    try (var client = HttpClient.newHttpClient()) {
      CompletableFuture<HttpResponse<Void>> answer =
          client.sendAsync(HttpRequest.newBuilder(slow).build(), BodyHandlers.discarding());
      assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();

      assertThatCode(other::close).doesNotThrowAnyException();

      released.countDown();
      answer.cancel(true);
    }
  }

  @Test
  void aPageIsWholeAndKnowsItsTenant() throws Exception {
    var page = browser.open("/try");
    assertThat(page.title()).isEqualTo("Hello · Peregrine");
    assertThat(page.select("h1").text()).isEqualTo("Hello");
    assertThat(page.select(".lede").text()).isEqualTo("from local");
    assertThat(page.select(".rail nav a[aria-current=page]").text()).isEqualTo("Try");
  }

  @Test
  void everyAnswerForbidsForeignAndInlineCode() throws Exception {
    for (String path : List.of("/try", "/nowhere", "/broken")) {
      HttpResponse<String> answer = browser.get(path);
      assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains(
              "default-src 'none'",
              "script-src 'self'",
              "style-src 'self'",
              "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(answer.body())
          .doesNotContain("style=")
          .doesNotContainPattern("<script(?![^>]* src=)");
    }
  }

  @Test
  void aFormOfOurOwnIsTaken() throws Exception {
    assertThat(browser.submit("/change", Map.of()).statusCode()).isEqualTo(303);
    assertThat(changes).hasValue(1);
  }

  @Test
  void aFormWithoutTheTokenIsRefused() throws Exception {
    HttpResponse<String> answer = browser.send("/change", "a=b");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("Nothing was changed");
    assertThat(changes).hasValue(0);
  }

  @Test
  void aFormWithAnotherBrowsersTokenIsRefused() throws Exception {
    String foreign = new Browser(server.port()).token();
    browser.get("/try");
    assertThat(browser.send("/change", "_token=" + foreign).statusCode()).isEqualTo(403);
    assertThat(changes).hasValue(0);
  }

  @Test
  void aFormFromAnotherSiteIsRefusedEvenWithTheToken() throws Exception {
    String form = "_token=" + browser.token();
    assertThat(browser.send("/change", form, "Origin", "https://evil.example").statusCode())
        .isEqualTo(403);
    assertThat(browser.send("/change", form, "Origin", "null").statusCode()).isEqualTo(403);
    assertThat(browser.send("/change", form, "Origin", "http://localhost:1").statusCode())
        .isEqualTo(403);
    assertThat(browser.send("/change", form, "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(403);
    assertThat(browser.send("/change", form, "Sec-Fetch-Site", "same-site").statusCode())
        .isEqualTo(403);
    assertThat(changes).hasValue(0);
    assertThat(
            browser
                .send("/change", form, "Origin", browser.root(), "Sec-Fetch-Site", "same-origin")
                .statusCode())
        .isEqualTo(303);
  }

  @Test
  void aNameThatPointsHereIsNotServed() throws Exception {
    assertThat(status("evil.example")).contains("403", "evil.example", "localhost");
    assertThat(status("localhost.evil.example:8502")).contains("403");
    assertThat(status("peregrine.example")).contains("200");
    assertThat(status("127.0.0.1:" + server.port())).contains("200");
    assertThat(status("[::1]:8502")).contains("200");
  }

  private String status(String host) throws Exception {
    try (var socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(5_000);
      socket
          .getOutputStream()
          .write(
              "GET /try HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                  .formatted(host)
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void withoutATenantThereIsNoPage() throws Exception {
    try (WebServer closed = server(request -> new Visitor.Stranger(Optional.empty()))) {
      HttpResponse<String> answer = new Browser(closed.port()).get("/try");
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.body()).contains("Sign in").doesNotContain("Hello");
    }
  }

  @Test
  void whoMayOnlyLookChangesNothing() throws Exception {
    try (WebServer looking =
        server(request -> new Visitor.Known(TENANT, Seal.NONE, Visitor.Rights.LOOK))) {
      var guest = new Browser(looking.port());
      assertThat(guest.get("/try").body()).contains("from local");
      HttpResponse<String> answer = guest.send("/change", "_token=x");
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("You may look only");
      assertThat(
              guest.send("/change", "", "HX-Request", "true").headers().firstValue("HX-Retarget"))
          .contains("#problem");
      assertThat(changes).hasValue(0);
    }
  }

  @Test
  void whoStopsSaysSoFirstAndGoesOnAnswering() throws Exception {
    WebOptions usual = WebOptions.local(0, ZoneId.of("UTC"));
    var slowly =
        new WebOptions(
            usual.host(),
            0,
            java.util.Set.of(),
            usual.zone(),
            usual.place(),
            usual.uploadBytes(),
            true,
            Duration.ofMinutes(5));
    var server =
        new WebServer(
            slowly,
            request -> Visitor.of(TENANT),
            live,
            List.of(this::routes),
            InstantSource.fixed(Instant.parse("2026-03-12T08:41:00Z")),
            new Random(7));
    var visitor = new Browser(server.port());
    assertThat(visitor.get("/readyz").statusCode()).isEqualTo(200);
    assertThat(visitor.get("/try").headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allMatch(cookie -> cookie.contains("Secure"));
    Thread stopping = Thread.ofPlatform().start(server::close);
    while (visitor.get("/readyz").statusCode() == 200) {
      Thread.onSpinWait();
    }
    assertThat(visitor.get("/readyz").body()).isEqualTo("stopping\n");
    assertThat(visitor.get("/healthz").statusCode()).isEqualTo(200);
    assertThat(visitor.get("/try").statusCode()).isEqualTo(200);
    stopping.interrupt();
    assertThat(stopping.join(Duration.ofSeconds(30))).isTrue();
    assertThatThrownBy(() -> visitor.get("/healthz")).isInstanceOf(java.io.IOException.class);
  }

  @Test
  void anAddressWithoutAPageSaysSo() throws Exception {
    HttpResponse<String> answer = browser.get("/no%22%3Cb%3E");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body())
        .contains("Nothing here")
        .contains("Go to Home")
        .doesNotContain("\"<b>");
    assertThat(browser.get("/missing/17").body()).contains("There is no job \"17\" here.");
    assertThat(browser.get("/missing/17").statusCode()).isEqualTo(404);
  }

  @Test
  void aFailureTellsNoSecretAndWhatIsMeantForPeopleIsTold() throws Exception {
    HttpResponse<String> broken = browser.get("/broken");
    assertThat(broken.statusCode()).isEqualTo(500);
    assertThat(broken.body()).contains("Something went wrong").doesNotContain("secret detail");
    HttpResponse<String> told = browser.get("/told");
    assertThat(told.statusCode()).isEqualTo(503);
    assertThat(told.body()).contains("The disk is full.");
  }

  @Test
  void aFailureWithinAPageBecomesANoteThere() throws Exception {
    HttpResponse<String> answer = browser.get("/broken", "HX-Request", "true");
    assertThat(answer.headers().firstValue("HX-Retarget")).contains("#problem");
    assertThat(answer.body()).contains("note danger").doesNotContain("<html");
  }

  @Test
  void aFileIsTakenAndATooBigOneIsRefusedWithASentence() throws Exception {
    assertThat(upload(1000).headers().firstValue("Location")).contains("/try?size=1000");
    HttpResponse<String> answer = upload(3 * 1024 * 1024);
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("too big", "1 MB");
  }

  private HttpResponse<String> upload(int size) throws Exception {
    String head =
        "--x\r\nContent-Disposition: form-data; name=\"_token\"\r\n\r\n"
            + browser.token()
            + "\r\n"
            + "--x\r\n"
            + "Content-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(browser.root() + "/upload"))
            .header("Content-Type", "multipart/form-data; boundary=x")
            .POST(HttpRequest.BodyPublishers.ofString(head + "a".repeat(size) + "\r\n--x--\r\n"))
            .build();
    return browser.client().send(request, BodyHandlers.ofString());
  }

  @Test
  void aResultIsSaidOnceOnTheNextPageAndIsText() throws Exception {
    browser.submit("/change", Map.of());
    var page = browser.open("/try");
    assertThat(page.select("[data-toast]").text()).contains("Changed <b>it</b>");
    assertThat(page.select("[data-toast] form").attr("action")).isEqualTo("/undo");
    assertThat(browser.open("/try").select("[data-toast]")).isEmpty();
  }

  @Test
  void nobodyIsSentToAnotherSite() throws Exception {
    for (String to :
        List.of(
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "javascript:alert(1)",
            "")) {
      assertThat(
              browser
                  .get("/away?to=" + java.net.URLEncoder.encode(to, StandardCharsets.UTF_8))
                  .headers()
                  .firstValue("Location"))
          .contains("/");
    }
    assertThat(browser.get("/away?to=%2Freview%3Fq%3Da").headers().firstValue("Location"))
        .contains("/review?q=a");
  }

  @Test
  void theLookIsKeptAndWrittenByTheServer() throws Exception {
    browser.submit(
        "/look", Map.of("theme", "dark", "text", "4", "contrast", "\"><script>", "back", "/try"));
    var root = browser.open("/try").select("html").first();
    assertThat(root.attr("data-theme")).isEqualTo("dark");
    assertThat(root.attr("data-text")).isEqualTo("4");
    assertThat(root.attr("data-contrast")).isEqualTo("normal");
  }

  @Test
  void timesAreThoseOfThePersonsZone() throws Exception {
    assertThat(browser.open("/clock").text()).contains("09:41");
    assertThat(browser.get("/clock", "Cookie", "peregrine_zone=America%2FNew_York").body())
        .contains("04:41");
    assertThat(browser.get("/clock", "Cookie", "peregrine_zone=Nowhere%2FElse").body())
        .contains("09:41");
  }

  @Test
  void assetsAreKeptForGoodUnderTheirHashAndCompressed() throws Exception {
    var page = browser.open("/try");
    for (String address :
        List.of(
            page.select("link[rel=stylesheet]").first().attr("href"),
            page.select("script[src]").first().attr("src"))) {
      HttpResponse<String> asset = browser.get(address);
      assertThat(asset.statusCode()).isEqualTo(200);
      assertThat(asset.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    }
    String css = page.select("link[rel=stylesheet]").last().attr("href");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(browser.root() + css))
            .header("Accept-Encoding", "gzip")
            .build();
    HttpResponse<InputStream> packed = browser.client().send(request, BodyHandlers.ofInputStream());
    assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(
            new String(new GZIPInputStream(packed.body()).readAllBytes(), StandardCharsets.UTF_8))
        .contains("@font-face");
    assertThat(browser.get("/assets/old/app.css").headers().firstValue("Cache-Control").orElse(""))
        .doesNotContain("immutable");
    assertThat(browser.get("/assets/x/..%2f..%2flogback.xml").statusCode()).isIn(400, 404);
  }

  @Test
  void aPageIsCompressed() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(browser.root() + "/try"))
            .header("Accept-Encoding", "gzip")
            .build();
    HttpResponse<InputStream> packed = browser.client().send(request, BodyHandlers.ofInputStream());
    assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
  }

  @Test
  void eventsNameTheTopicOfTheOwnTenantOnlyAndManyChangesAreFew() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(browser.root() + "/events"))
            .header("Accept", "text/event-stream")
            .timeout(Duration.ofSeconds(20))
            .build();
    HttpResponse<InputStream> answer = browser.client().send(request, BodyHandlers.ofInputStream());
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    try (var reader =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      assertThat(reader.readLine()).startsWith(":");
      live.changed("another", "secret");
      for (int i = 0; i < 1000; i++) {
        live.changed("local", "run");
      }
      live.changed("local", "tasks");
      int runs = 0;
      for (String line = reader.readLine();
          line != null && !line.equals("event: tasks");
          line = reader.readLine()) {
        assertThat(line).doesNotContain("secret");
        runs += line.equals("event: run") ? 1 : 0;
      }
      assertThat(runs).isBetween(1, 3);
    }
  }

  @Test
  void whatChangedAfterThePageWasDrawnIsToldToItWhenItListens() throws Exception {
    live.changed("local", "run");
    String page = browser.get("/try").body();
    String drawn = page.replaceFirst("(?s).*data-drawn=\"(\\d+)\".*", "$1");
    live.changed("another", "tasks");
    live.changed("local", "jobs");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(browser.root() + "/events?since=" + drawn))
            .header("Accept", "text/event-stream")
            .timeout(Duration.ofSeconds(20))
            .build();
    HttpResponse<InputStream> answer = browser.client().send(request, BodyHandlers.ofInputStream());
    try (var reader =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      String line = reader.readLine();
      while (line != null && !line.startsWith("event:")) {
        line = reader.readLine();
      }
      assertThat(line).isEqualTo("event: jobs");
    }
  }

  @Test
  void aPageThatIsLeftIsForgotten() throws Exception {
    awaitNobodyListens();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(browser.root() + "/events"))
            .header("Accept", "text/event-stream")
            .build();
    HttpResponse<InputStream> answer = browser.client().send(request, BodyHandlers.ofInputStream());
    await(() -> server.openEvents() == 1);
    answer.body().close();
    awaitNobodyListens();
  }

  private void awaitNobodyListens() {
    await(
        () -> {
          live.changed("local", "run"); // a closed line is noticed when it is written to
          return server.openEvents() == 0;
        });
  }

  private static void await(java.util.function.BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("It did not happen within 10 s.");
      }
      java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
    }
  }

  @Test
  void aPortInUseIsSaidInASentence() {
    var options = WebOptions.local(server.port(), ZoneId.of("UTC"));
    assertThatThrownBy(
            () ->
                new WebServer(
                    options,
                    r -> Visitor.of(TENANT),
                    live,
                    List.of(),
                    InstantSource.system(),
                    new Random(1)))
        .isInstanceOf(PortTakenException.class)
        .hasMessageContaining("Port \"" + server.port() + "\" is in use")
        .hasMessageContaining("--port");
  }
}
