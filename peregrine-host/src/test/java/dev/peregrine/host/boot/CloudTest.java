package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import dev.peregrine.host.programs.ApiTokens;
import dev.peregrine.host.programs.Scope;
import dev.peregrine.host.sessions.Tokens;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CloudTest {

  private Path folder;
  private Cloud cloud;

  @BeforeAll
  void start(@TempDir Path temporary) {
    folder = temporary;
    cloud = new Cloud(folder, Map.of());
  }

  @AfterAll
  void stop() {
    cloud.close();
  }

  private List<String> people() throws IOException {
    if (Files.notExists(cloud.root)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(cloud.root)) {
      return folders.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void twoPeopleAtOnceSeeTheirOwnOnly() throws Exception {
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Callable<String>> work =
          List.of(
              () -> blocks(Tokens.ANN, "Annsworst"),
              () -> blocks(Tokens.BOB, "Bobsworst"),
              () -> cloud.person(Tokens.ANN).get("/review").body(),
              () -> cloud.person(Tokens.BOB).get("/review").body());
      for (var each : threads.invokeAll(work)) {
        each.get();
      }
    }
    assertThat(cloud.person(Tokens.ANN).never()).contains("Annsworst").doesNotContain("Bobsworst");
    assertThat(cloud.person(Tokens.BOB).never()).contains("Bobsworst").doesNotContain("Annsworst");
    assertThat(cloud.folder(Tokens.ANN).resolve("data/staging.db")).isNotEmptyFile();
    assertThat(cloud.folder(Tokens.ANN).resolve("config/blocklist.yaml"))
        .content()
        .contains("Annsworst");
    assertThat(people()).contains(Tokens.ANN, Tokens.BOB);
    assertThat(folder.resolve("home/data/staging.db"))
        .as("there is no database of everybody")
        .doesNotExist();
  }

  private String blocks(String user, String company) throws Exception {
    Cloud.Person person = cloud.person(user);
    HttpResponse<String> answer = person.never(company, person.token());
    assertThat(answer.statusCode()).isEqualTo(303);
    return answer.body();
  }

  @Test
  void aBrowserWithoutASessionIsShownWhereToSignIn() throws Exception {
    HttpResponse<String> answer =
        cloud
            .nobody()
            .get(
                "/review?view=list&q=a%26b", "Sec-Fetch-Mode", "navigate", "Accept-Language", "de");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body())
        .contains("Anmelden")
        .contains(
            "href=\"https://account.example/login?next=http%3A%2F%2Flocalhost%2Freview%3Fview%3Dlist%26q%3Da%2526b\"");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    String style = answer.body().replaceAll("(?s).*href=\"(/assets/[^\"]+/app.css)\".*", "$1");
    assertThat(cloud.nobody().get(style).statusCode()).as("style of the page").isEqualTo(200);
    assertThat(cloud.nobody().get("/assets/..%2freview").statusCode()).isNotEqualTo(200);
  }

  @Test
  void whatAScriptOrProgramAsksForSaysSoInItsOwnWay() throws Exception {
    HttpResponse<String> part =
        cloud.nobody().post("/review/1/reject", "_token=x", "HX-Request", "true");
    assertThat(part.statusCode()).isEqualTo(401);
    assertThat(part.headers().firstValue("HX-Retarget")).contains("#problem");
    assertThat(part.body()).contains("Your session is over").doesNotContain("<html");
    for (String path : List.of("/events", "/api/v1/jobs", "/mcp", "/shell/numbers")) {
      HttpResponse<String> answer = cloud.nobody().get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(401);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(answer.body()).contains("\"status\":401").contains("\"sign_in\":");
    }
    HttpResponse<String> form =
        cloud.nobody().post("/settings/never", "companies=x", "Sec-Fetch-Mode", "navigate");
    assertThat(form.statusCode()).isEqualTo(401);
    assertThat(form.body()).contains("what you typed is still there");
  }

  @Test
  void noBadSessionIsAnybody() throws Exception {
    String good = Tokens.of(Tokens.ANN, Cloud.NOW);
    for (String session :
        List.of(
            "cf_session=" + Tokens.of(Tokens.ANN, Cloud.NOW.minus(Duration.ofHours(1))),
            "cf_session=" + Tokens.of(Tokens.ANN, Cloud.NOW.plus(Duration.ofHours(1))),
            "cf_session=" + Tokens.of("../" + Tokens.ANN, Cloud.NOW),
            "cf_session=" + Tokens.of("..%2f..%2fetc", Cloud.NOW),
            "cf_session=" + Tokens.of("local", Cloud.NOW),
            "cf_session=" + good.substring(0, good.length() - 2),
            "cf_session="
                + Tokens.signed(Tokens.claims(Tokens.ANN, Cloud.NOW).build(), "x".repeat(40)),
            "cf_session=" + good + "; cf_session=" + Tokens.of(Tokens.BOB, Cloud.NOW),
            "cf_session=" + "x".repeat(9_000),
            "cf_session=" + unsigned(Tokens.ANN),
            // What some servers in front send where there is no cookie.
            "{http.request.cookie.cf_session}",
            "cf_session=" + good.substring(0, good.lastIndexOf('.') + 1),
            Tokens.ANN,
            "id=" + Tokens.ANN)) {
      HttpResponse<String> answer = cloud.with(session).get("/review");
      assertThat(answer.statusCode()).as(session).isEqualTo(401);
    }
    HttpResponse<String> cookie = cloud.nobody().get("/review", "Cookie", "cf_session=" + good);
    assertThat(cookie.statusCode()).as("only what the server in front passes on").isEqualTo(401);
    HttpResponse<String> two =
        cloud.person(Tokens.ANN).get("/review", CloudResolver.SESSION, "cf_session=" + good);
    assertThat(two.statusCode()).as("one that was sent along").isEqualTo(401);
    assertThat(cloud.person(Tokens.ANN).get("/review").statusCode()).isEqualTo(200);
  }

  /** What says of itself that nobody signed it. */
  private static String unsigned(String user) {
    return new PlainJWT(Tokens.claims(user, Cloud.NOW).build()).serialize();
  }

  @Test
  void aTokenForAnotherServiceOrOfAnotherIssuerIsNobody(@TempDir Path temporary) throws Exception {
    Map<String, String> more =
        Map.of("CLOUD_SESSION_AUDIENCE", "peregrine", "CLOUD_SESSION_ISSUER", "directus");
    try (var strict = new Cloud(temporary, more)) {
      var right = Tokens.claims(Tokens.ANN, Cloud.NOW);
      assertThat(status(strict, right.build())).isEqualTo(200);
      assertThat(status(strict, right.audience("another").build())).isEqualTo(401);
      assertThat(status(strict, right.audience(List.of()).build())).isEqualTo(401);
      var other = Tokens.claims(Tokens.ANN, Cloud.NOW).issuer("somebody");
      assertThat(status(strict, other.build())).isEqualTo(401);
    }
  }

  private static int status(Cloud where, JWTClaimsSet claims) throws Exception {
    String session = "cf_session=" + Tokens.signed(claims, Tokens.SECRET);
    return where.with(session).get("/review").statusCode();
  }

  @Test
  void aFormOfOneCountsForNobodyElse() throws Exception {
    // One browser, whose cookie stays while another person signs in.
    Cloud.Person ann = cloud.person(Tokens.ANN);
    String token = ann.token();
    String bob = "cf_session=" + Tokens.of(Tokens.BOB, Cloud.NOW);
    assertThat(ann.never("Fine", token).statusCode()).isEqualTo(303);
    Cloud.Person later = ann.as(bob);
    assertThat(later.never("Planted", token).statusCode()).isEqualTo(403);
    assertThat(later.never()).doesNotContain("Planted");
    Cloud.Person again = ann.as("cf_session=" + Tokens.of(Tokens.ANN, Cloud.NOW.minusSeconds(60)));
    assertThat(again.never("Again", token).statusCode())
        .as("the same person with a new session goes on where they were")
        .isEqualTo(303);
  }

  @Test
  void tenThousandRequestsWithoutASessionLeaveNothing() throws Exception {
    List<String> before = people();
    int present = cloud.peregrine().tenants().present().size();
    Cloud.Person somebody = cloud.nobody();
    // More at once than may sit and wait to be told, so that it ends.
    try (var threads = Executors.newFixedThreadPool(150)) {
      List<Callable<Integer>> work =
          IntStream.range(0, 10_000)
              .<Callable<Integer>>mapToObj(
                  i -> () -> asked(somebody, i % 2 == 0 ? "" : "cf_session=" + Tokens.ANN + i, i))
              .toList();
      var answers = new TreeMap<Integer, Integer>();
      for (var each : threads.invokeAll(work)) {
        answers.merge(each.get(), 1, Integer::sum);
      }
      assertThat(answers)
          .as("so many from one address are told to come again, which costs next to nothing")
          .containsOnlyKeys(401, 429);
      assertThat(answers.get(429)).isGreaterThan(answers.get(401));
    }
    assertThat(people()).isEqualTo(before);
    assertThat(cloud.peregrine().tenants().present()).hasSize(present);
    assertThat(cloud.person(Tokens.ANN).get("/review").statusCode()).isEqualTo(200);
  }

  private int asked(Cloud.Person somebody, String session, int i) throws Exception {
    return session.isEmpty()
        ? somebody.get("/review?" + i, "X-Forwarded-For", "203.0.113.9").statusCode()
        : somebody
            .get("/jobs/" + i, "X-Forwarded-For", "203.0.113.9", CloudResolver.SESSION, session)
            .statusCode();
  }

  @Test
  void aProgramIsLetInByItsTokenToWhatIsForProgramsAndToNoPage() throws Exception {
    assertThat(cloud.person(Tokens.ANN).get("/review").statusCode()).isEqualTo(200);
    String token =
        cloud
            .peregrine()
            .tenants()
            .present()
            .getFirst()
            .call(
                () ->
                    switch (cloud
                        .peregrine()
                        .connecting()
                        .tokens()
                        .create("Script", Set.of(Scope.READ), Optional.empty())) {
                      case ApiTokens.Making.Made made -> made.text();
                      default -> throw new AssertionError("no token");
                    });
    List<String> before = people();
    String path = "/api/v1/none-of-that-name";
    assertThat(program(path, token).statusCode()).as("let in").isEqualTo(404);
    for (String page :
        List.of(
            "/review", "/settings/never", "/api/v1/../../review", "/api/v1/%2e%2e/%2e%2e/review")) {
      assertThat(program(page, token).statusCode()).as(page).isIn(400, 401);
    }
    String chance = token.substring(token.lastIndexOf('_'));
    String strangers =
        "pgn_"
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                    "11111111-2222-4333-8444-555555555555".getBytes(StandardCharsets.UTF_8))
            + chance;
    for (String bad :
        List.of(token.substring(0, token.length() - 1) + "x", strangers, "pgn_", "x")) {
      assertThat(program(path, bad).statusCode()).as(bad).isEqualTo(401);
    }
    assertThat(people()).as("no folder for a token that is none").isEqualTo(before);
    assertThat(
            cloud
                .person(Tokens.BOB)
                .get("/settings/programs", "Authorization", "Bearer " + token)
                .statusCode())
        .as("a token is not helped by somebody's session")
        .isEqualTo(401);
  }

  private HttpResponse<String> program(String path, String token) throws Exception {
    return cloud.nobody().get(path, "Authorization", "Bearer " + token);
  }

  @Test
  void whoseDatabaseIsBrokenReadsThatAndNobodyElseDoes() throws Exception {
    String user = "9e0f1a2b-3c4d-4e5f-8061-728394a5b6c7";
    Path data = Files.createDirectories(cloud.folder(user).resolve("data"));
    Files.writeString(data.resolve("staging.db"), "This is no database at all. ".repeat(200));
    byte[] before = Files.readAllBytes(data.resolve("staging.db"));
    try (var log = new LogLines(OutOfReach.class)) {
      readsThatItIsBroken(user);
      assertThat(log.about(user)).as("once, not for each request").hasSize(1);
    }
    assertThat(data.resolve("staging.db")).hasBinaryContent(before);
    assertThat(cloud.person(Tokens.ANN).get("/review").statusCode()).isEqualTo(200);
  }

  private void readsThatItIsBroken(String user) throws Exception {
    HttpResponse<String> answer = cloud.person(user).get("/review", "Sec-Fetch-Mode", "navigate");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body())
        .contains("Not at the moment", "Your database is damaged")
        .doesNotContain(folder.toString(), "staging.db", "--home");
    HttpResponse<String> german =
        cloud.person(user).get("/", "Sec-Fetch-Mode", "navigate", "Accept-Language", "de");
    assertThat(german.body()).contains("Deine Datenbank ist beschädigt");
    String style = answer.body().replaceAll("(?s).*href=\"(/assets/[^\"]+/app.css)\".*", "$1");
    assertThat(cloud.person(user).get(style).statusCode()).as("its style").isEqualTo(200);
  }

  @Test
  void healthNeedsNoSessionAndNoName() throws Exception {
    assertThat(cloud.nobody().get("/healthz").body()).isEqualTo("alive\n");
    HttpResponse<String> ready = cloud.nobody().get("/readyz");
    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.body()).isEqualTo("ready\n");
  }
}
