package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.platform.TestPostgres;
import dev.peregrine.host.sessions.Tokens;
import dev.peregrine.host.storage.Deadline;
import dev.peregrine.host.storage.ServerAddress;
import dev.peregrine.host.web.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session that was ended counts no more, wherever its token is used again. */
class CloudSignOutTest {

  private static final String HERE = "/sign-out";

  private final AtomicReference<Instant> now = new AtomicReference<>(Cloud.NOW);

  @TempDir Path folder;

  private Cloud cloud(String name, Map<String, String> more) {
    return new Cloud(folder.resolve(name), more, now::get);
  }

  private static Map<String, String> over(ServerAddress platform) {
    return Map.of(
        "PLATFORM_DB_URL",
        platform.jdbc() + "?user=" + platform.user() + "&password=" + platform.password());
  }

  private static HttpResponse<String> signOut(Cloud.Person person) throws Exception {
    return person.post(HERE, Browser.encoded(Map.of("_token", person.token())));
  }

  private static int status(Cloud.Person person) {
    try {
      return person.get("/settings/never").statusCode();
    } catch (java.io.IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Test
  void aTokenThatIsUsedAfterwardsIsNobody() throws Exception {
    var more = new HashMap<>(Map.of("CLOUD_SIGN_OUT_URL", "https://account.example/logout"));
    try (var cloud = cloud("one", more)) {
      Cloud.Person ann = cloud.person(Tokens.ANN);
      String other = "cf_session=" + Tokens.of(Tokens.ANN, Cloud.NOW.minusSeconds(60));
      assertThat(ann.get("/settings").body()).contains("href=\"" + HERE + "\"");
      assertThat(Jsoup.parse(ann.get(HERE).body()).select("main form[action=" + HERE + "]"))
          .hasSize(1);
      assertThat(ann.post(HERE, "").statusCode()).as("not by another site").isEqualTo(403);
      assertThat(status(ann)).isEqualTo(200);

      HttpResponse<String> out = signOut(ann);
      assertThat(out.statusCode()).isEqualTo(200);
      assertThat(out.body()).contains("You are signed out", "https://account.example/logout");
      assertThat(out.headers().firstValue("Refresh"))
          .contains("0; url=https://account.example/logout");
      assertThat(out.headers().firstValue("Cache-Control")).contains("no-store");
      assertThat(status(ann)).isEqualTo(401);
      assertThat(status(cloud.person(Tokens.ANN))).as("replayed").isEqualTo(401);
      assertThat(status(cloud.with(other))).as("another session of hers").isEqualTo(200);
      assertThat(status(cloud.person(Tokens.BOB))).isEqualTo(200);
    }
  }

  @Test
  void everyProgramOfTheServiceLearnsOfItAndRemembersItAfterARestart() throws Exception {
    ServerAddress platform = TestPostgres.fresh();
    try (var other = cloud("other", over(platform))) {
      try (var cloud = cloud("one", over(platform))) {
        assertThat(status(other.person(Tokens.ANN))).isEqualTo(200);
        var _ = signOut(cloud.person(Tokens.ANN));
        Deadline.until(() -> status(other.person(Tokens.ANN)) == 401);
      }
      assertThat(
              TestPostgres.number(
                  platform, "SELECT count(*) FROM ended_sessions WHERE length(mark) = 64"))
          .isEqualTo(1);
      try (var again = cloud("one", over(platform))) {
        Deadline.until(() -> status(again.person(Tokens.ANN)) == 401);
      }
      now.updateAndGet(then -> then.plus(Duration.ofMinutes(16)));
      try (var later = cloud("one", over(platform))) {
        String fresh = "cf_session=" + Tokens.of(Tokens.ANN, now.get());
        assertThat(status(later.with(fresh))).isEqualTo(200);
        Deadline.until(() -> ended(platform) == 0);
      }
    }
  }

  private static long ended(ServerAddress platform) {
    try {
      return TestPostgres.number(platform, "SELECT count(*) FROM ended_sessions");
    } catch (java.sql.SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Test
  void whileTheDatabaseIsAwayItCountsHereAndIsWrittenLater() throws Exception {
    try (var postgres = new TestPostgres(folder.resolve("pg"));
        var cloud = cloud("one", over(postgres.address()))) {
      Cloud.Person ann = cloud.person(Tokens.ANN);
      var hosted = cloud.mode.hosted().orElseThrow();
      Deadline.until(() -> hosted.database().awaySince().isEmpty());
      String token = ann.token();
      postgres.stop();
      hosted.database().look();
      now.updateAndGet(then -> then.plus(Duration.ofMinutes(1)));
      assertThat(hosted.isStandingStill()).isTrue();
      assertThat(ann.post("/settings/never", "_token=" + token).statusCode()).isEqualTo(503);
      assertThat(cloud.nobody().get("/readyz").statusCode()).isEqualTo(200);
      assertThat(cloud.nobody().get("/readyz?verbose").body()).isEqualTo("ready\nplatform away\n");

      assertThat(ann.post(HERE, Browser.encoded(Map.of("_token", token))).statusCode())
          .isEqualTo(200);
      assertThat(status(ann)).isEqualTo(401);

      postgres.startAgain();
      TestPostgres.awaitBack(hosted.database());
      Deadline.until(() -> ended(postgres.address()) == 1);
      assertThat(cloud.nobody().get("/readyz?verbose").body()).isEqualTo("ready\nplatform there\n");
    }
  }
}
