package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Http;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.llm.CompletionRequest;
import dev.peregrine.api.llm.Message;
import dev.peregrine.host.http.Given;
import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.http.OutgoingOptions;
import dev.peregrine.host.llm.AnswerPieces;
import dev.peregrine.host.llm.LlmHome;
import dev.peregrine.host.llm.LlmUse;
import dev.peregrine.host.llm.NoAnswerException;
import dev.peregrine.host.sessions.Tokens;
import dev.peregrine.host.shares.Shares;
import dev.peregrine.host.storage.TestHome;
import dev.peregrine.host.tenancy.Tenant;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each gets their share through the whole program, and nobody is in another's way. */
class FairShareTest {

  private static final int MEGABYTE = 1 << 20;

  /** At least so long one sits who asked too often. */
  private static final Duration SITTING = Duration.ofMillis(900);

  @TempDir private Path folder;

  private Cloud cloud(String... limits) {
    var all = new HashMap<String, String>();
    for (int at = 0; at < limits.length; at += 2) {
      all.put("CLOUD_LIMIT_" + limits[at], limits[at + 1]);
    }
    return new Cloud(folder, all);
  }

  /** Asks until it is too often, however slow the machine is. */
  private static HttpResponse<String> tooOften(Callable<HttpResponse<String>> asked)
      throws Exception {
    return tooOften(2_000, asked);
  }

  private static HttpResponse<String> tooOften(int most, Callable<HttpResponse<String>> asked)
      throws Exception {
    HttpResponse<String> last = asked.call();
    for (int at = 1; at < most && last.statusCode() != 429; at++) {
      last = asked.call();
    }
    assertThat(last.statusCode()).isEqualTo(429);
    return last;
  }

  @Test
  void whoAsksTooOftenIsToldWhenToComeAgainAndNobodyElseIs() throws Exception {
    try (Cloud cloud = cloud("REQUESTS", "1")) {
      Cloud.Person ann = cloud.person(Tokens.ANN);
      HttpResponse<String> page =
          tooOften(() -> ann.get("/settings", "Sec-Fetch-Mode", "navigate"));
      assertThat(page.statusCode()).isEqualTo(429);
      assertThat(page.headers().firstValue("Retry-After")).contains("1");
      assertThat(Jsoup.parse(page.body()).text())
          .contains("Too much at once")
          .contains("Try again in 1 second");
      HttpResponse<String> part = tooOften(() -> ann.get("/settings", "HX-Request", "true"));
      assertThat(part.statusCode()).isEqualTo(429);
      assertThat(part.headers().firstValue("HX-Retarget")).contains("#problem");
      HttpResponse<String> german =
          tooOften(
              () -> ann.get("/settings", "Sec-Fetch-Mode", "navigate", "Accept-Language", "de"));
      assertThat(german.body()).contains("Zu viel auf einmal");
      HttpResponse<String> program = tooOften(() -> ann.get("/settings", "Accept", "*/*"));
      assertThat(program.statusCode()).isEqualTo(429);
      assertThat(program.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(program.body()).contains("\"retry_after\":1");
      assertThat(cloud.person(Tokens.BOB).get("/settings").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whoIsRefusedIsToldAfterAWhile() throws Exception {
    try (Cloud cloud = cloud("REQUESTS", "1")) {
      Cloud.Person ann = cloud.person(Tokens.ANN);
      var asked = new AtomicLong();
      var _ =
          tooOften(
              () -> {
                asked.set(System.nanoTime());
                return ann.get("/settings");
              });
      assertThat(Duration.ofNanos(System.nanoTime() - asked.get())).isGreaterThan(SITTING);
    }
  }

  @Test
  void strangersAreCountedByWhereTheServerInFrontSaysThatTheyCameFrom() throws Exception {
    try (Cloud cloud = cloud("STRANGERS", "1")) {
      var _ = tooOften(() -> knock(cloud, "203.0.113.7"));
      // Whoever had nobody's share yet would knock twenty times.
      var _ = tooOften(10, () -> knock(cloud, "6.6.6.6, 203.0.113.7"));
      var _ =
          tooOften(
              10,
              () ->
                  cloud
                      .nobody()
                      .get(
                          "/api/v1/jobs",
                          "X-Forwarded-For",
                          "203.0.113.7",
                          "Authorization",
                          "Bearer pgn_nonsense"));
      assertThat(knock(cloud, "203.0.113.8").statusCode()).isEqualTo(401);
      var _ = tooOften(() -> knock(cloud, "2001:db8:1:2::1"));
      // One household has all of these.
      var _ = tooOften(10, () -> knock(cloud, "2001:db8:1:2:3:4:5:6"));
      assertThat(knock(cloud, "2001:db8:1:3::1").statusCode()).isEqualTo(401);
      assertThat(
              cloud
                  .person(Tokens.ANN)
                  .get("/settings", "X-Forwarded-For", "203.0.113.7")
                  .statusCode())
          .as("who has a session is let in, wherever others knock from")
          .isEqualTo(200);
    }
  }

  private static HttpResponse<String> knock(Cloud cloud, String from) throws Exception {
    return cloud.nobody().get("/review", "X-Forwarded-For", from);
  }

  @Test
  void whoIsFullReadsHowMuchItIsAndMayStillDelete() throws Exception {
    try (Cloud cloud = cloud("STORAGE_MB", "8")) {
      Cloud.Person ann = cloud.person(Tokens.ANN);
      String token = ann.token();
      String long1 = "Acme " + "x".repeat(5_000);
      assertThat(ann.never(long1, token).statusCode()).isNotEqualTo(507);
      Path document = cloud.folder(Tokens.ANN).resolve("data").resolve("documents").resolve("a");
      Files.createDirectories(document.getParent());
      Files.write(document, new byte[9 * MEGABYTE]);
      cloud.peregrine().tenants().leave(cloud.peregrine().tenants().present().getFirst());
      HttpResponse<String> full = ann.never(long1, token);
      assertThat(full.statusCode()).isEqualTo(507);
      assertThat(Jsoup.parse(full.body()).text())
          .contains("No room is left")
          .contains("of the 8 MB")
          .contains("Delete what you no longer need");
      assertThat(ann.never("Acme", token).statusCode())
          .as("what is small changes what is there")
          .isIn(200, 302, 303);
      String used = Jsoup.parse(ann.get("/settings/share").body()).text();
      assertThat(used).contains("of 8 MB").contains("Nothing is left.");
      Files.delete(document);
      assertThat(ann.never(long1, token).statusCode()).isNotEqualTo(507);
      assertThat(Jsoup.parse(cloud.person(Tokens.BOB).get("/settings/share").body()).text())
          .doesNotContain("Nothing is left");
    }
  }

  @Test
  void moreOpenPagesThanMayListenAreRefused() throws Exception {
    try (Cloud cloud = cloud("EVENTS", "2");
        var client = HttpClient.newHttpClient()) {
      var open = new ArrayList<InputStream>();
      for (int at = 0; at < 2; at++) {
        HttpResponse<InputStream> events = listen(cloud, client, Tokens.ANN);
        assertThat(events.statusCode()).isEqualTo(200);
        assertThat(events.body().read()).isPositive();
        open.add(events.body());
      }
      HttpResponse<InputStream> third = listen(cloud, client, Tokens.ANN);
      assertThat(third.statusCode()).isEqualTo(429);
      third.body().close();
      HttpResponse<InputStream> bob = listen(cloud, client, Tokens.BOB);
      assertThat(bob.statusCode()).isEqualTo(200);
      open.add(bob.body());
      for (InputStream each : open) {
        each.close();
      }
    }
  }

  private static HttpResponse<InputStream> listen(Cloud cloud, HttpClient client, String user)
      throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + cloud.port() + "/events"))
            .header("Accept", "text/event-stream")
            .header(CloudResolver.SESSION, "cf_session=" + Tokens.of(user, Cloud.NOW))
            .build(),
        HttpResponse.BodyHandlers.ofInputStream());
  }

  @Test
  void oneWithSlowPagesLeavesThreadsToTheOthers() throws Exception {
    try (Cloud cloud = cloud("PAGES", "1", "REQUESTS", "0")) {
      var answers = new AtomicInteger();
      var refused = new AtomicInteger();
      Cloud.Person ann = cloud.person(Tokens.ANN);
      assertThat(ann.get("/settings").statusCode()).isEqualTo(200);
      try (var threads = Executors.newFixedThreadPool(12)) {
        List<Callable<Integer>> many = new ArrayList<>();
        for (int at = 0; at < 300; at++) {
          many.add(() -> ann.get("/settings").statusCode());
        }
        for (var each : threads.invokeAll(many)) {
          (each.get() == 429 ? refused : answers).incrementAndGet();
        }
      }
      assertThat(refused).as("more than one at once, and one more waiting").hasPositiveValue();
      assertThat(answers).hasPositiveValue();
      assertThat(ann.get("/settings").statusCode()).as("and then it goes on").isEqualTo(200);
    }
  }

  @Test
  void withoutLimitsThereIsNoPageOfThem() throws Exception {
    try (Cloud cloud =
        cloud(
            "TASKS",
            "0",
            "TASKS_QUEUED",
            "0",
            "MODEL_TOKENS",
            "0",
            "BOARD_CALLS",
            "0",
            "BOARDS",
            "0",
            "STORAGE_MB",
            "0",
            "REQUESTS",
            "0",
            "STRANGERS",
            "0",
            "PAGES",
            "0",
            "EVENTS",
            "0")) {
      assertThat(cloud.person(Tokens.ANN).get("/settings/share").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void whatBringsSomethingInIsKnownByItsRightName() throws Exception {
    try (Cloud cloud = cloud()) {
      assertThat(cloud.peregrine().tasks().types()).containsAll(FairShare.BRINGING);
    }
  }

  private static Shares only(long tokens, int calls) {
    return new Shares(
        0, 0, tokens, List.of(URI.create("http://127.0.0.1:11434")), calls, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void modelsOfTheOperatorAnswerUntilTheShareOfTheDayIsUsedUpAndOnesOwnGoOn() throws Exception {
    try (var world = new LlmHome(folder);
        var share = new FairShare(only(18, 0), world.home.databases(), world.home.clock())) {
      world.llms.share(share.models());
      world.scripts("say:Hello");
      var question = CompletionRequest.of(Message.user("What is it?"));
      LlmUse use = LlmUse.general("test");
      assertThat(world.in(() -> world.llms.complete(use, question, AnswerPieces.NONE)).backend())
          .isEqualTo("a");
      assertThatThrownBy(
              () -> world.in(() -> world.llms.complete(use, question, AnswerPieces.NONE)))
          .isInstanceOf(NoAnswerException.class)
          .hasMessageContaining("has answered you with all of today's 18 tokens")
          .hasMessageContaining("a key of your own");
      world.yaml(
          """
          backends:
            own:
              type: scripted
              model: m
              settings:
                script: "say:Hello"
                base-url: http://127.0.0.1:11435
          """);
      assertThat(world.in(() -> world.llms.complete(use, question, AnswerPieces.NONE)).backend())
          .isEqualTo("own");
      world.scripts("say:Again");
      world.home.pass(Duration.ofHours(15));
      assertThat(world.in(() -> world.llms.complete(use, question, AnswerPieces.NONE)).text())
          .isEqualTo("Again");
    }
  }

  @Test
  void boardsAreCalledSoOftenADayForEachAndOtherCallsAreNotCounted() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 2);
          try (var body = exchange.getResponseBody()) {
            body.write("ok".getBytes(java.nio.charset.StandardCharsets.UTF_8));
          }
        });
    server.start();
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    try (var home = new TestHome(folder);
        var share = new FairShare(only(0, 3), home.databases(), home.clock());
        var http = new OutgoingHttp(OutgoingOptions.usual().withToll(share.toll()), home.clock())) {
      for (int at = 0; at < 3; at++) {
        call(home.tenant(), http, "board/test", address);
      }
      assertThatThrownBy(() -> call(home.tenant(), http, "board/test", address))
          .isInstanceOfSatisfying(
              ExtensionException.class,
              failed -> {
                assertThat(failed.kind()).isEqualTo(ExtensionException.Kind.RATE_LIMITED);
                assertThat(failed.retryAfter()).contains(Duration.ofHours(14));
              })
          .hasMessageContaining("You have called job boards 3 times today");
      call(home.tenant(), http, "llm/test", address);
      call(new Tenant("other", folder.resolve("other")), http, "board/test", address);
      home.pass(Duration.ofHours(14));
      call(home.tenant(), http, "board/test", address);
    } finally {
      server.stop(0);
    }
  }

  private static void call(Tenant tenant, OutgoingHttp outgoing, String caller, URI address)
      throws Exception {
    int status =
        tenant.call(
            () -> {
              Http http =
                  outgoing.forExtension(
                      caller,
                      About.of("test", "Test", "Is there for a test."),
                      Given.addresses(List.of(address)));
              return http.fetch(HttpCall.get(address)).status();
            });
    assertThat(status).isEqualTo(200);
  }
}
