package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.http.LocalServer;
import dev.peregrine.host.integrations.Doing;
import dev.peregrine.host.tiers.TestIssuer;
import dev.peregrine.host.web.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads and does to connect services, without script. */
class ConnectionPagesTest {

  private static final String LIST = "/settings/integrations";
  private static final String BELL = LIST + "/bell";

  private World world;
  private Browser browser;
  private LocalServer village;
  private volatile int status = 200;

  @BeforeEach
  void start(@TempDir Path home) throws Exception {
    IntegrationJar.bell(home);
    IntegrationJar.slate(home);
    village =
        LocalServer.answering(exchange -> LocalServer.reply(exchange, status, "text/plain", "two"));
    world = new World(home, 0, InstantSource.fixed(World.NOW), false);
    world.tenant.run(() -> TestIssuer.trust(world.tenant.config(), "http://127.0.0.1:1"));
    browser = new Browser(world.port());
  }

  @AfterEach
  void stop() {
    world.close();
    village.close();
  }

  private HttpResponse<String> connect(Map<String, String> more) throws Exception {
    var values =
        new HashMap<>(
            Map.of("base-url", village.at("").toString(), "rope", "two", "token", "t-secret-1"));
    values.putAll(more);
    return browser.submit(BELL, values);
  }

  private static Document page(HttpResponse<String> answer) {
    return Jsoup.parse(answer.body());
  }

  @Test
  void theListHasAllOfThemByKindWithHowTheyStand() throws Exception {
    Document page = browser.open(LIST);
    assertThat(page.select("#connections h2").eachText()).containsExactly("Tables", "Notices");
    assertThat(page.select(".plug h3").eachText())
        .containsExactly("Slate Locked", "Village bell Not connected");
    assertThat(page.select(".plug").last().text()).contains("Rings when something happens.");
    assertThat(page.select("[role=status]").text()).contains("No service is connected.");
    connect(Map.of());
    page = browser.open(LIST);
    assertThat(page.select(".plug h3").last().text()).isEqualTo("Village bell Connected");
    assertThat(page.select(".plug").last().text())
        .contains("The bell hangs on rope \"two\".", "Change or test");
  }

  @Test
  void settingsAreTriedBeforeTheyAreSaved() throws Exception {
    Document form = browser.open(BELL);
    assertThat(form.select("h1").text()).isEqualTo("Village bell");
    assertThat(form.select("main").text())
        .contains("others who read there see it", "At most three rings an hour.", "bell.example");
    assertThat(form.select(".spec a").attr("href")).isEqualTo("https://bell.example/about");
    status = 401;
    HttpResponse<String> refused = connect(Map.of());
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(page(refused).select("#refused").text())
        .contains("the token was revoked (401)", "Nothing was saved.");
    assertThat(refused.body()).doesNotContain("t-secret-1");
    assertThat(page(browser.get(BELL)).select("#set-rope").val()).isEmpty();
    status = 200;
    assertThat(connect(Map.of()).headers().firstValue("Location")).contains(BELL);
    form = browser.open(BELL);
    assertThat(form.select("#state").text())
        .contains("Connected since 12 March", "The bell hangs on rope \"two\".");
    assertThat(form.select("#set-rope").val()).isEqualTo("two");
  }

  @Test
  void aSecretThatWasTypedBeforeTheTrialFailedNeedNotBeTypedAgain() throws Exception {
    status = 503;
    assertThat(connect(Map.of()).statusCode()).isEqualTo(422);
    status = 200;
    assertThat(connect(Map.of("token", "")).statusCode()).isEqualTo(303);
    assertThat(world.as(() -> world.secrets.value("plugins/integration/bell/token")))
        .contains("t-secret-1");
  }

  @Test
  void whatIsMissingIsSaidAtItsField() throws Exception {
    Document page = page(connect(Map.of("rope", "")));
    assertThat(page.select("#set-rope-e").text()).contains("\"Rope\" is empty");
    assertThat(village.calls()).isEmpty();
  }

  @Test
  void troubleStandsOnBothPagesInOneLineAndAtTheFootOfTheNavigation() throws Exception {
    connect(Map.of());
    status = 401;
    HttpResponse<String> tried = browser.submit(BELL + "/test", Map.of());
    assertThat(tried.statusCode()).isEqualTo(422);
    for (String path : List.of(LIST, BELL)) {
      assertThat(browser.open(path).select(".note.danger").text())
          .as(path)
          .isEqualTo(
              "Village bell: the token was revoked (401). Enter a new one. (Since today, 09:41.)");
    }
    assertThat(browser.open("/settings").text()).contains("1 integration needs you");
    status = 200;
    assertThat(browser.submit(BELL + "/test", Map.of()).statusCode()).isEqualTo(303);
    assertThat(browser.open(LIST).select(".note.danger")).isEmpty();
    assertThat(browser.open("/settings").text()).doesNotContain("1 integration needs you");
  }

  @Test
  void whatItDoesStandsOnBothPagesWithALink() throws Exception {
    world
        .connecting
        .integrations()
        .add(key -> List.of(Doing.trouble("2 notices <wait>.", "/settings/notifications")));
    connect(Map.of());
    for (String path : List.of(LIST, BELL)) {
      Document page = browser.open(path);
      assertThat(page.select(".does a").last().text()).isEqualTo("2 notices <wait>.");
      assertThat(page.select(".does a").last().attr("href")).isEqualTo("/settings/notifications");
      assertThat(page.select("main .tag.caution").text()).isEqualTo("Waits");
    }
  }

  @Test
  void disconnectingCanBeUndoneAndForgettingLeavesNothing() throws Exception {
    connect(Map.of());
    assertThat(browser.submit(BELL + "/disconnect", Map.of()).statusCode()).isEqualTo(303);
    Document page = browser.open(LIST);
    assertThat(page.select(".toast").text()).contains("Disconnected", "Village bell");
    assertThat(page.select(".toast form").attr("action")).isEqualTo(BELL + "/undo");
    assertThat(browser.submit(BELL + "/undo", Map.of()).headers().firstValue("Location"))
        .contains(BELL);
    assertThat(browser.open(BELL).select("#state").text()).contains("Connected since");
    browser.submit(BELL + "/forget", Map.of());
    page = browser.open(BELL);
    assertThat(page.select("#state .card")).isEmpty();
    assertThat(page.select("#set-rope").val()).isEmpty();
    assertThat(world.as(() -> world.secrets.names())).isEmpty();
    assertThat(browser.submit(BELL + "/undo", Map.of()).headers().firstValue("Location"))
        .contains(LIST);
  }

  @Test
  void oneThatNeedsATierSaysSoAndCannotBeConnected() throws Exception {
    Document page = browser.open(LIST + "/notion");
    assertThat(page.select("form button.primary").hasAttr("disabled")).isTrue();
    assertThat(page.select("#l-notion").text()).contains("opens it; you have");
    HttpResponse<String> refused = browser.submit(LIST + "/notion", Map.of());
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(page(refused).select("#refused").text()).contains("is locked");
    TestIssuer.store(world.tenant.config(), "paid", World.MACHINE, World.NOW);
    assertThat(browser.submit(LIST + "/notion", Map.of()).statusCode()).isEqualTo(303);
    assertThat(browser.open(LIST).select(".plug h3").first().text()).isEqualTo("Slate Connected");
  }

  @Test
  void pluginsThatDoNotRunAreNamed() throws Exception {
    world.tenant.run(() -> world.plugins.switchOff("integration-bell"));
    Document page = browser.open(LIST);
    assertThat(page.select("section").last().text()).contains("Not running", "integration-bell");
    assertThat(browser.get(BELL).statusCode()).isEqualTo(404);
  }
}
