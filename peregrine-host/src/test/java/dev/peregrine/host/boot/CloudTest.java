package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.sessions.Tokens;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
    assertThat(people()).containsExactly(Tokens.ANN, Tokens.BOB);
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
            Tokens.ANN,
            "id=" + Tokens.ANN)) {
      HttpResponse<String> answer = cloud.new Person(session).get("/review");
      assertThat(answer.statusCode()).as(session).isEqualTo(401);
    }
    HttpResponse<String> cookie = cloud.nobody().get("/review", "Cookie", "cf_session=" + good);
    assertThat(cookie.statusCode()).as("only what the server in front passes on").isEqualTo(401);
    HttpResponse<String> two =
        cloud.person(Tokens.ANN).get("/review", CloudResolver.SESSION, "cf_session=" + good);
    assertThat(two.statusCode()).as("one that was sent along").isEqualTo(401);
    assertThat(cloud.person(Tokens.ANN).get("/review").statusCode()).isEqualTo(200);
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
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Callable<Integer>> work =
          IntStream.range(0, 10_000)
              .<Callable<Integer>>mapToObj(
                  i -> () -> asked(i % 2 == 0 ? "" : "cf_session=" + Tokens.ANN + i, i))
              .toList();
      for (var each : threads.invokeAll(work)) {
        assertThat(each.get()).isEqualTo(401);
      }
    }
    assertThat(people()).isEqualTo(before);
    assertThat(cloud.peregrine().tenants().present()).hasSize(present);
    assertThat(cloud.person(Tokens.ANN).get("/review").statusCode()).isEqualTo(200);
  }

  private final ThreadLocal<Cloud.Person> somebody = ThreadLocal.withInitial(() -> cloud.nobody());

  private int asked(String session, int i) throws Exception {
    return session.isEmpty()
        ? somebody.get().get("/review?" + i).statusCode()
        : somebody.get().get("/jobs/" + i, CloudResolver.SESSION, session).statusCode();
  }

  @Test
  void healthNeedsNoSessionAndNoName() throws Exception {
    assertThat(cloud.nobody().get("/healthz").body()).isEqualTo("alive\n");
    HttpResponse<String> ready = cloud.nobody().get("/readyz");
    assertThat(ready.statusCode()).isEqualTo(200);
    assertThat(ready.body()).isEqualTo("ready\n");
  }
}
