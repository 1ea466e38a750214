package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.programs.ApiTokens;
import dev.peregrine.host.programs.Scope;
import dev.peregrine.host.web.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens as a person makes and revokes them. */
class ProgramsPagesTest {

  private static final String HERE = "/settings/programs";

  @TempDir Path home;
  private final AtomicReference<Instant> now = new AtomicReference<>(World.NOW);
  private World world;
  private Browser browser;
  private ApiTokens tokens;

  @BeforeEach
  void start() throws Exception {
    world = new World(home, 0, now::get, false);
    browser = new Browser(world.port());
    tokens = world.connecting.tokens();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private HttpResponse<String> post(String path, String... fields) throws Exception {
    var all = new LinkedHashMap<String, String>();
    for (int i = 0; i < fields.length; i += 2) {
      all.put(fields[i], fields[i + 1]);
    }
    return browser.submit(path, all);
  }

  private Document after(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return browser.open(answer.headers().firstValue("Location").orElseThrow());
  }

  private String made(String name) throws Exception {
    HttpResponse<String> answer = post(HERE, "name", name, "scope", "read", "days", "30");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    return Jsoup.parse(answer.body()).select("#made").attr("value");
  }

  @Test
  void aTokenIsShownOnceAndCounts() throws Exception {
    String token = made("  Home   script ");
    assertThat(world.as(() -> tokens.grant(token)))
        .hasValueSatisfying(
            grant -> {
              assertThat(grant.name()).isEqualTo("Home script");
              assertThat(grant.scopes()).containsExactly(Scope.READ);
            });
    Document page = browser.open(HERE);
    assertThat(page.html()).doesNotContain(token);
    assertThat(page.select(".plug").text()).contains("Home script", "Read", "Counts until");
  }

  @Test
  void itNoLongerCountsWhenItsDaysAreOver() throws Exception {
    String token = made("Home script");
    now.set(World.NOW.plus(Duration.ofDays(30)));
    assertThat(world.as(() -> tokens.grant(token))).isEmpty();
    assertThat(browser.open(HERE).select(".plug").text()).contains("Expired on");
  }

  @Test
  void aRevokedTokenNoLongerCountsUntilThatIsTakenBack() throws Exception {
    String token = made("Home script");
    long id = world.as(tokens::all).getFirst().id();
    Document page = after(post(HERE + "/revoke", "id", Long.toString(id)));
    assertThat(page.select(".toast").text()).contains("Revoked: Home script");
    assertThat(page.select(".plug")).isEmpty();
    assertThat(world.as(() -> tokens.grant(token))).isEmpty();
    assertThat(after(post(HERE + "/restore?id=" + id)).select(".plug").text())
        .contains("Home script");
    assertThat(world.as(() -> tokens.grant(token))).isPresent();
  }

  @Test
  void afterAnHourItStaysRevoked() throws Exception {
    String token = made("Home script");
    long id = world.as(tokens::all).getFirst().id();
    after(post(HERE + "/revoke", "id", Long.toString(id)));
    now.set(World.NOW.plus(ApiTokens.UNDO).plusSeconds(1));
    assertThat(after(post(HERE + "/restore?id=" + id)).select(".toast").text())
        .contains("It could not be taken back");
    assertThat(world.as(() -> tokens.grant(token))).isEmpty();
  }

  @Test
  void aFormThatNeedsAnotherLookKeepsWhatWasTyped() throws Exception {
    HttpResponse<String> nothing = post(HERE, "name", "Home script", "days", "7");
    assertThat(nothing.statusCode()).isEqualTo(422);
    Document page = Jsoup.parse(nothing.body());
    assertThat(page.select("[role=alert]").text()).contains("Nothing is ticked");
    assertThat(page.select("#name").attr("value")).isEqualTo("Home script");
    assertThat(page.select("#days option[selected]").text()).isEqualTo("7 days");
    made("Home script");
    // As when the answer with a token is reloaded.
    HttpResponse<String> twice = post(HERE, "name", "HOME script", "scope", "read");
    assertThat(twice.statusCode()).isEqualTo(409);
    assertThat(Jsoup.parse(twice.body()).select("[role=alert]").text()).contains("has a token");
    assertThat(world.as(tokens::all)).hasSize(1);
  }
}
