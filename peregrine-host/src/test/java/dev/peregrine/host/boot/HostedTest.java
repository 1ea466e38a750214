package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.pipeline.Decision;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.pipeline.Stored;
import dev.peregrine.host.platform.Erasures;
import dev.peregrine.host.platform.TestPostgres;
import dev.peregrine.host.sessions.Tokens;
import dev.peregrine.host.storage.ServerAddress;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.tiers.Tier;
import dev.peregrine.host.web.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service's own database, as people meet it on the pages of the whole program. */
class HostedTest {

  private static final String STAFF = "11111111-2222-4333-8444-555555555555";
  private static final String DESK = "/support-desk";

  private final AtomicReference<Instant> now = new AtomicReference<>(World.NOW);

  @TempDir Path folder;
  private ServerAddress address;
  private Cloud cloud;
  private Hosted hosted;

  @BeforeEach
  void start() throws Exception {
    address = TestPostgres.fresh();
    cloud = cloud(address);
    hosted = cloud.mode.hosted().orElseThrow();
  }

  private Cloud cloud(ServerAddress where) {
    return new Cloud(
        folder,
        Map.of(
            "PLATFORM_DB_URL",
            where.jdbc() + "?user=" + where.user() + "&password=" + where.password(),
            "CLOUD_ACCOUNT_URL",
            "https://account.example/plan",
            "CLOUD_SUPPORT_ROLE",
            "support"),
        now::get);
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  private HttpResponse<String> press(Cloud.Person person, String path, Map<String, String> fields)
      throws Exception {
    var all = new java.util.LinkedHashMap<>(fields);
    all.put("_token", person.token());
    return person.post(path, Browser.encoded(all));
  }

  private static String read(HttpResponse<String> page) {
    Element main = Jsoup.parse(page.body()).selectFirst("main");
    return main == null ? page.body() : main.text();
  }

  private Cloud.Person staff() {
    return cloud.with(
        "cf_session="
            + Tokens.signed(
                Tokens.claims(STAFF, World.NOW).claim("role", "support").build(), Tokens.SECRET));
  }

  @Test
  void thePlanComesFromTheSubscriptionAndOpensWhatItOpens() throws Exception {
    Cloud.Person ann = cloud.person(Tokens.ANN);
    assertThat(read(ann.get("/settings/account"))).contains("Free").contains("no subscription");
    hosted.standings().subscribe(Tokens.ANN, Tier.PAID, World.NOW.plus(Duration.ofDays(20)));
    HttpResponse<String> page = ann.get("/settings/account");
    assertThat(read(page)).contains("Paid").contains("until 1 April");
    assertThat(page.body()).contains("https://account.example/plan");
    assertThat(read(cloud.person(Tokens.BOB).get("/settings/account"))).contains("Free");
  }

  @Test
  void nothingIsCountedBeforeThePersonAllowsItAndTheySeeAndDeleteIt() throws Exception {
    Cloud.Person ann = cloud.person(Tokens.ANN);
    assertThat(read(ann.get("/settings/telemetry")))
        .contains("Nothing is counted.")
        .contains("There is nothing.");
    applied();
    assertThat(press(ann, "/settings/telemetry", Map.of("usage", "yes")).statusCode())
        .isEqualTo(303);
    applied();
    hosted.flush();
    assertThat(read(ann.get("/settings/telemetry")))
        .contains("Usage is counted.")
        .contains("job_applied")
        .contains("\"from\": \"approved\"");
    assertThat(ann.get("/settings/telemetry/recorded.json").body())
        .contains("\"event\" : \"job_applied\"");
    assertThat(
            TestPostgres.number(
                address, "SELECT count(*) FROM usage_events WHERE event_type = 'job_applied'"))
        .isEqualTo(1);
    press(ann, "/settings/telemetry/delete", Map.of());
    assertThat(read(ann.get("/settings/telemetry"))).contains("There is nothing.");
  }

  private int jobs;

  private void applied() throws Exception {
    Tenant tenant = tenant(Tokens.ANN);
    tenant.call(
        () -> {
          var pipeline = cloud.peregrine().jobs();
          long job =
              pipeline.store(List.of(Postings.found().get(jobs++))).stream()
                  .map(Stored::job)
                  .findFirst()
                  .orElseThrow();
          var _ = pipeline.move(Map.of(job, Stage.PENDING), Decision.to(Stage.APPROVED));
          return pipeline.move(Map.of(job, Stage.APPROVED), Decision.to(Stage.APPLIED));
        });
  }

  private Tenant tenant(String user) {
    return new Tenant(user, cloud.folder(user));
  }

  @Test
  void supportSeesPagesOnlyWhileThePersonLetsItAndEachIsNoted() throws Exception {
    Cloud.Person ann = cloud.person(Tokens.ANN);
    ann.never("Annsworst", ann.token());
    Cloud.Person kim = staff();
    press(kim, DESK, Map.of("person", Tokens.ANN));
    assertThat(kim.get("/settings/never").statusCode()).as("no grant").isEqualTo(503);

    press(ann, "/settings/support", Map.of("hours", "4", "ticket", "T-17"));
    assertThat(kim.get("/settings/never").body()).contains("Annsworst");
    assertThat(kim.get("/settings/backup").statusCode()).isEqualTo(503);
    assertThat(kim.post("/settings/never", "companies=x").statusCode())
        .as("looks only")
        .isEqualTo(503);
    assertThat(kim.get("/settings/never").body())
        .contains("another person’s pages", "href=\"/support-desk\"")
        .doesNotContain("Support may look");
    assertThat(ann.never()).contains("Annsworst");
    assertThat(read(ann.get("/settings/support")))
        .contains(STAFF)
        .contains("/settings/never")
        .contains("T-17")
        .contains("2 looks.");
    assertThat(ann.get("/review").body()).contains("Support may look");
    assertThat(read(cloud.person(Tokens.BOB).get("/settings/support"))).doesNotContain(STAFF);

    Element revoke =
        Jsoup.parse(ann.get("/settings/support").body()).selectFirst("main form[action$=/revoke]");
    press(ann, java.util.Objects.requireNonNull(revoke).attr("action"), Map.of());
    assertThat(kim.get("/settings/never").statusCode()).as("taken back").isEqualTo(503);
    assertThat(ann.get("/review").body()).doesNotContain("Support may look");
  }

  @Test
  void aGrantEndsByItselfAndSupportIsOutWithTheNextPage() throws Exception {
    Cloud.Person ann = cloud.person(Tokens.ANN);
    ann.never("Annsworst", ann.token());
    press(ann, "/settings/support", Map.of("hours", "4", "ticket", ""));
    Cloud.Person begun = staff();
    press(begun, DESK, Map.of("person", Tokens.ANN));
    now.updateAndGet(then -> then.plus(Duration.ofHours(4)).minusSeconds(1));
    var claims = Tokens.claims(STAFF, now.get()).claim("role", "support").build();
    Cloud.Person kim = begun.as("cf_session=" + Tokens.signed(claims, Tokens.SECRET));
    assertThat(kim.get("/settings/never").body()).contains("Annsworst");
    for (String shut :
        List.of("/settings/secrets", "/settings/programs", "/settings/account", "/events")) {
      assertThat(kim.get(shut).statusCode()).as(shut).isEqualTo(503);
    }
    now.updateAndGet(then -> then.plusSeconds(1));
    assertThat(kim.get("/settings/never").statusCode()).as("over").isEqualTo(503);
    assertThat(kim.get("/settings/never").body()).doesNotContain("Annsworst");
    assertThat(kim.get(DESK).statusCode()).as("the way back is open").isEqualTo(200);
    Cloud.Person later = cloud.with("cf_session=" + Tokens.of(Tokens.ANN, now.get()));
    assertThat(read(later.get("/settings/support"))).contains(STAFF, "/settings/never");
    assertThat(
            TestPostgres.number(
                address, "SELECT count(*) FROM support_access_log WHERE page = '/settings/never'"))
        .as("what was refused was no look")
        .isEqualTo(1);
  }

  @Test
  void whoIsNotOfTheStaffSeesTheirOwnWhateverTheBrowserNotes() throws Exception {
    Cloud.Person ann = cloud.person(Tokens.ANN);
    ann.never("Annsworst", ann.token());
    press(ann, "/settings/support", Map.of("hours", "4", "ticket", ""));
    Cloud.Person bob = cloud.person(Tokens.BOB);
    press(bob, DESK, Map.of("person", Tokens.ANN));
    assertThat(bob.never()).doesNotContain("Annsworst");
  }

  @Test
  void whoLeavesMayThinkBetterOfItAndIsThenGoneWithAProof() throws Exception {
    Cloud.Person ann = cloud.person(Tokens.ANN);
    Cloud.Person bob = cloud.person(Tokens.BOB);
    ann.never("Annsworst", ann.token());
    bob.never("Bobsworst", bob.token());
    assertThat(read(press(ann, "/settings/account/delete", Map.of("taken", "yes", "words", "no"))))
        .contains("Type the words");
    assertThat(read(press(ann, "/settings/account/delete", Map.of("words", "delete everything"))))
        .contains("tick the box");
    press(ann, "/settings/account/delete", Map.of("taken", "yes", "words", "Delete everything"));
    assertThat(ann.get("/review").body()).contains("about to be deleted");
    press(ann, "/settings/account/keep", Map.of());
    assertThat(ann.get("/review").body()).doesNotContain("about to be deleted");

    press(ann, "/settings/account/delete", Map.of("taken", "yes", "words", "delete everything"));
    now.updateAndGet(then -> then.plus(Erasures.DELAY));
    hosted.erasures().finishDue();
    assertThat(cloud.folder(Tokens.ANN)).doesNotExist();

    Cloud.Person again = cloud.with("cf_session=" + Tokens.of(Tokens.ANN, now.get()));
    assertThat(again.never()).doesNotContain("Annsworst");
    Element proof =
        Jsoup.parse(again.get("/settings/account").body()).selectFirst("main a[href*=proof]");
    assertThat(again.get(java.util.Objects.requireNonNull(proof).attr("href")).body())
        .startsWith("Certificate of erasure")
        .doesNotContain(Tokens.ANN)
        .doesNotContain("Annsworst");
    assertThat(cloud.with("cf_session=" + Tokens.of(Tokens.BOB, now.get())).never())
        .contains("Bobsworst");
  }

  @Test
  void whileTheDatabaseIsAwayEverythingIsReadAndNothingIsLost() throws Exception {
    cloud.close();
    try (var postgres = new TestPostgres(folder.resolve("pg"))) {
      cloud = cloud(postgres.address());
      hosted = cloud.mode.hosted().orElseThrow();
      hosted.standings().subscribe(Tokens.ANN, Tier.PAID, null);
      Cloud.Person ann = cloud.person(Tokens.ANN);
      ann.never("Annsworst", ann.token());

      postgres.stop();
      hosted.database().look();
      assertThat(ann.never("Nextworst", ann.token()).statusCode())
          .as("a moment is not worth a word")
          .isEqualTo(303);
      now.updateAndGet(then -> then.plus(Duration.ofMinutes(1)));
      HttpResponse<String> refused = ann.never("Lost", ann.token());
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(ann.never()).contains("Nextworst").contains("Look only, for a while");
      assertThat(read(ann.get("/settings/account"))).contains("Paid").contains("last known");
      assertThat(read(ann.get("/settings/support"))).contains("cannot be reached");
      assertThat(read(ann.get("/settings/telemetry"))).contains("cannot be reached");

      postgres.startAgain();
      TestPostgres.awaitBack(hosted.database());
      assertThat(ann.never("Afterwards", ann.token()).statusCode()).isEqualTo(303);
      assertThat(ann.never()).contains("Afterwards").doesNotContain("Look only");
    }
  }
}
