package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.boot.RestClient.Reply;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.programs.Scope;
import dev.peregrine.host.web.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Who may ask what, what is refused and how, and what happens when a program asks twice. */
class RestApiTest {

  private static final String COOK = "{\"title\": \"Cook\"}";

  @TempDir Path home;
  private final AtomicReference<Instant> now = new AtomicReference<>(World.NOW);
  private World world;
  private RestClient client;

  @BeforeEach
  void start() throws Exception {
    world = new World(home, 0, now::get, false);
    client = RestClient.in(world, "Script", EnumSet.allOf(Scope.class));
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private static void isProblem(Reply reply, int status, String kind) {
    assertThat(reply.status()).as(reply.answer().body()).isEqualTo(status);
    assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
    assertThat(reply.text("type")).isEqualTo("/api#problem-" + kind);
    assertThat(reply.json().path("status").asInt()).isEqualTo(status);
    assertThat(reply.text("detail")).isNotBlank();
  }

  private long jobs() throws Exception {
    return world.as(() -> world.jobs.counts().of(Stage.PENDING));
  }

  @Test
  void whoHasNoTokenThatCountsIsToldWhereToMakeOne() throws Exception {
    Reply none = new RestClient(world.port(), "").get("/jobs");
    isProblem(none, 401, "unauthorized");
    assertThat(none.header("WWW-Authenticate")).startsWith("Bearer");
    assertThat(none.text("detail")).contains("Settings → Programs");
    isProblem(new RestClient(world.port(), "pgn_x").get("/jobs"), 401, "unauthorized");
    long id = world.as(() -> world.connecting.tokens().all()).getFirst().id();
    assertThat(client.get("/jobs").status()).isEqualTo(200);
    world.as(() -> world.connecting.tokens().revoke(id));
    isProblem(client.get("/jobs"), 401, "unauthorized");
  }

  @Test
  void cookiesOfABrowserDoNotCount() throws Exception {
    var browser = new Browser(world.port());
    String token = browser.token();
    assertThat(browser.get("/api/v1/jobs").statusCode()).isEqualTo(401);
    assertThat(
            browser
                .send("/api/v1/jobs", COOK, "X-Peregrine-Token", token, "Accept", "*/*")
                .statusCode())
        .isEqualTo(401);
    assertThat(jobs()).isZero();
  }

  @Test
  void aTokenDoesNotOpenPages() throws Exception {
    HttpResponse<String> post =
        new Browser(world.port())
            .send("/settings/programs", "name=x&scope=read", "Authorization", "Bearer pgn_x");
    assertThat(post.statusCode()).isEqualTo(403);
    // Nor does an address that begins as the API's do.
    for (String path :
        List.of("/api/v1x/../settings/programs", "/api/v1/../../settings/programs")) {
      assertThat(new Browser(world.port()).send(path, "name=x&scope=read").statusCode())
          .as(path)
          .isNotEqualTo(200);
    }
    assertThat(world.as(() -> world.connecting.tokens().all())).hasSize(1);
  }

  @Test
  void eachOperationNeedsItsScope() throws Exception {
    RestClient reader = RestClient.in(world, "Reader", Set.of(Scope.READ));
    RestClient runner = RestClient.in(world, "Runner", Set.of(Scope.RUN));
    assertThat(reader.get("/jobs").status()).isEqualTo(200);
    Reply write = reader.post("/jobs", COOK);
    isProblem(write, 403, "scope");
    assertThat(write.text("scope")).isEqualTo("write");
    isProblem(reader.post("/runs", "{}"), 403, "scope");
    isProblem(runner.get("/jobs"), 403, "scope");
    isProblem(runner.post("/runs", "{}"), 409, "no-search");
    assertThat(jobs()).isZero();
  }

  @Test
  void whatIsNotThereIsSaidAsAProblemEverywhere() throws Exception {
    isProblem(client.get("/nowhere"), 404, "not-found");
    isProblem(client.get("/jobs/999"), 404, "not-found");
    isProblem(client.get("/jobs/x"), 404, "not-found");
    isProblem(client.get("/jobs/99999999999999999999"), 404, "not-found");
    Reply method = client.send("DELETE", "/jobs", "");
    isProblem(method, 405, "method");
    assertThat(method.header("Allow")).isEqualTo("GET, POST");
  }

  @Test
  void whatDoesNotFitIsSaidFieldByFieldAndNothingIsStored() throws Exception {
    isProblem(client.post("/jobs", "{\"title\":"), 400, "invalid");
    isProblem(client.post("/jobs", "[]"), 400, "invalid");
    isProblem(client.post("/jobs", "{}"), 400, "invalid");
    Reply wrong = client.post("/jobs", "{\"title\": 7, \"remote\": \"moon\", \"colour\": \"red\"}");
    isProblem(wrong, 400, "invalid");
    assertThat(wrong.json().path("errors").toString())
        .contains("/title integer found", "/remote", "'colour' is not defined");
    isProblem(client.post("/jobs", "{\"title\": \"x\", \"posted\": \"soon\"}"), 400, "invalid");
    isProblem(
        client.post("/jobs", "{\"title\": \"x\", \"url\": \"javascript:alert(1)\"}"),
        400,
        "invalid");
    isProblem(
        client.post(
            "/jobs",
            "{\"title\": \"x\", \"salary\": {\"min\": -1, \"currency\": \"EUR\", \"period\": \"year\"}}"),
        400,
        "invalid");
    isProblem(
        client.post(
            "/jobs",
            "{\"title\": \"x\", \"salary\": {\"min\": 1, \"currency\": \"gold\", \"period\": \"year\"}}"),
        400,
        "invalid");
    isProblem(client.post("/jobs", "\u0000"), 400, "invalid");
    isProblem(client.post("/jobs", COOK, "Content-Type", "text/plain"), 415, "media-type");
    isProblem(
        client.post("/jobs", "{\"title\": \"" + "x".repeat(1_100_000) + "\"}"), 413, "too-big");
    assertThat(jobs()).isZero();
  }

  @Test
  void parametersAreCheckedByName() throws Exception {
    Reply unknown = client.get("/jobs?colour=red");
    isProblem(unknown, 400, "invalid");
    assertThat(unknown.text("detail")).contains("\"colour\"", "min_score");
    isProblem(client.get("/jobs?stage=moon"), 400, "invalid");
    isProblem(client.get("/jobs?limit=0"), 400, "invalid");
    isProblem(client.get("/jobs?cursor=x"), 400, "invalid");
    isProblem(client.get("/tasks?cursor=x"), 400, "invalid");
    isProblem(client.get("/numbers?table=x"), 400, "invalid");
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() throws Exception {
    world.seed();
    var seen = new ArrayList<Long>();
    String next = "";
    do {
      JsonNode page = client.get("/jobs?limit=3" + next).json();
      page.path("items").forEach(item -> seen.add(item.path("id").asLong()));
      next = page.path("next").isNull() ? "" : "&cursor=" + page.path("next").asString();
    } while (!next.isEmpty());
    assertThat(seen).doesNotHaveDuplicates();
    assertThat(seen).hasSize(client.get("/jobs").json().path("total").asInt());
  }

  @Test
  void tasksComeInPagesToo() throws Exception {
    for (int i = 0; i < 5; i++) {
      int n = i;
      client.post("/jobs/links", "{\"links\": [\"https://127.0.0.1:1/%d\"]}".formatted(n));
    }
    var seen = new ArrayList<Long>();
    String next = "";
    do {
      JsonNode page = client.get("/tasks?limit=2" + next).json();
      page.path("items").forEach(item -> seen.add(item.path("id").asLong()));
      next = page.path("next").isNull() ? "" : "&cursor=" + page.path("next").asString();
    } while (!next.isEmpty());
    assertThat(seen).hasSizeGreaterThanOrEqualTo(5).doesNotHaveDuplicates();
  }

  @Test
  void theSameKeyDoesTheSameOnceAndGetsTheSameAnswer() throws Exception {
    Reply first = client.post("/jobs", COOK, "Idempotency-Key", "k1");
    Reply again = client.post("/jobs", COOK, "Idempotency-Key", "k1");
    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.answer().body()).isEqualTo(first.answer().body());
    assertThat(again.header("Location")).isEqualTo(first.header("Location")).contains("/jobs/");
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(jobs()).isEqualTo(1);
    isProblem(
        client.post("/jobs", "{\"title\": \"Baker\"}", "Idempotency-Key", "k1"), 422, "key-reused");
    isProblem(client.post("/jobs", COOK, "Idempotency-Key", "a b"), 400, "invalid");
    // Another program has keys of its own.
    RestClient other = RestClient.in(world, "Other", EnumSet.allOf(Scope.class));
    assertThat(other.post("/jobs", "{\"title\": \"Baker\"}", "Idempotency-Key", "k1").status())
        .isEqualTo(201);
    now.set(World.NOW.plus(Duration.ofHours(25)));
    Reply later = client.post("/jobs", COOK, "Idempotency-Key", "k1");
    assertThat(later.status()).isEqualTo(200);
    assertThat(later.header("Idempotency-Replayed")).isEmpty();
  }

  @Test
  void askedTwiceAtOnceItIsDoneOnce() throws Exception {
    long job = world.seed().getFirst();
    String note = "{\"direction\": \"in\", \"channel\": \"call\", \"text\": \"They called.\"}";
    try (var pool = Executors.newFixedThreadPool(8)) {
      var replies = new ArrayList<Future<Reply>>();
      for (int i = 0; i < 16; i++) {
        replies.add(
            pool.submit(
                () -> client.post("/jobs/" + job + "/log", note, "Idempotency-Key", "call")));
      }
      for (Future<Reply> reply : replies) {
        assertThat(reply.get().status()).isIn(201, 409);
      }
    }
    assertThat(client.get("/jobs/" + job + "/log").json().path("items")).hasSize(1);
  }

  @Test
  void whatDidNotChangeIsNotSentAgain() throws Exception {
    long job = world.seed().getFirst();
    Reply first = client.get("/jobs/" + job);
    String tag = first.header("ETag");
    assertThat(tag).startsWith("\"");
    Reply again = client.get("/jobs/" + job, "If-None-Match", tag);
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.answer().body()).isEmpty();
    world.as(() -> world.jobs.move(List.of(job), Stage.APPROVED, Optional.empty()));
    assertThat(client.get("/jobs/" + job, "If-None-Match", tag).status()).isEqualTo(200);
  }

  @Test
  void aMoveFromWhereItNoLongerStandsIsRefused() throws Exception {
    long job = world.seed().getFirst();
    String moves = "/jobs/" + job + "/moves";
    Reply made = client.post(moves, "{\"to\": \"approved\", \"expected\": \"pending\"}");
    assertThat(made.status()).isEqualTo(201);
    Reply stale = client.post(moves, "{\"to\": \"applied\", \"expected\": \"pending\"}");
    isProblem(stale, 409, "conflict");
    assertThat(stale.text("stage")).isEqualTo("approved");
    assertThat(client.post(moves, "{\"to\": \"approved\", \"expected\": \"approved\"}").status())
        .isEqualTo(200);
    isProblem(
        client.post(
            moves, "{\"to\": \"applied\", \"expected\": \"approved\", \"ending\": \"ghosted\"}"),
        400,
        "invalid");
    isProblem(
        client.post(
            moves,
            "{\"to\": \"applied\", \"expected\": \"approved\", \"happened\": \"2027-01-01T00:00:00Z\"}"),
        400,
        "invalid");
    String undo = made.header("Location").substring("/api/v1".length()) + "/undo";
    assertThat(client.post(undo, "").text("stage")).isNotEmpty();
    assertThat(client.get("/jobs/" + job).text("stage")).isEqualTo("pending");
    isProblem(client.post(undo, ""), 409, "conflict");
  }

  @Test
  void aLetterThatSomebodySavedSinceIsKeptBeside() throws Exception {
    long job = world.seed().getFirst();
    String letters = "/jobs/" + job + "/letters";
    int first =
        client.post(letters, "{\"seen\": 0, \"text\": \"One.\"}").json().path("number").asInt();
    Reply stale = client.post(letters, "{\"seen\": 0, \"text\": \"Two.\"}");
    isProblem(stale, 409, "conflict");
    assertThat(stale.json().path("in_use").asInt()).isEqualTo(first);
    assertThat(client.get(letters + "/" + stale.json().path("kept").asInt()).text("text"))
        .isEqualTo("Two.");
    isProblem(client.post("/jobs/" + job + "/letter-drafts", "{}"), 409, "no-model");
  }

  @Test
  void hoursThatClocksSkipOrRepeatAreAskedFor() throws Exception {
    long job = world.seed().getFirst();
    String rounds = "/jobs/" + job + "/rounds";
    String at = "{\"kind\": \"panel\", \"local_start\": \"%s\", \"zone\": \"%s\"%s}";
    isProblem(
        client.post(rounds, at.formatted("2026-03-29T02:30", "Europe/Berlin", "")), 400, "invalid");
    isProblem(
        client.post(rounds, at.formatted("2026-10-25T02:30", "Europe/Berlin", "")), 400, "invalid");
    isProblem(
        client.post(rounds, at.formatted("2026-03-17T10:00", "Moon/Base", "")), 400, "invalid");
    Reply second =
        client.post(
            rounds, at.formatted("2026-10-25T02:30", "Europe/Berlin", ", \"second_hour\": true"));
    assertThat(second.text("starts")).isEqualTo("2026-10-25T01:30:00Z");
    assertThat(second.text("zone")).isEqualTo("Europe/Berlin");
    Reply stale =
        client.put(
            "/rounds/" + second.json().path("id").asLong(),
            "{\"version\": 99, \"round\": {\"kind\": \"panel\"}}");
    isProblem(stale, 409, "conflict");
  }

  @Test
  void strangersTextComesAsDataAndNotAsAPage() throws Exception {
    Reply added =
        client.post(
            "/jobs",
            "{\"title\": \"<script>alert(1)</script>\", \"description\": \"<b>Hi</b><script>x</script>\"}");
    assertThat(added.header("Content-Type")).startsWith("application/json");
    assertThat(added.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(added.json().path("job").path("description").asString()).isEqualTo("Hi");
  }

  @Test
  void thePageSaysWhatTheDescriptionSays() throws Exception {
    var page = new Browser(world.port()).open("/api");
    JsonNode paths = client.get("/openapi.json").json().path("paths");
    assertThat(paths.isEmpty()).isFalse();
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      assertThat(page.select("summary code").eachText())
          .anyMatch(text -> text.endsWith(path.getKey()));
    }
    for (var link : page.select("main a[href^=#]")) {
      assertThat(page.getElementById(link.attr("href").substring(1)))
          .as(link.attr("href"))
          .isNotNull();
    }
  }
}
