package dev.peregrine.host.boot;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.peregrine.api.About;
import dev.peregrine.host.tiers.TestIssuer;
import dev.peregrine.host.web.Browser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads of licence, machine, and plugins that are locked. */
class LicencePagesTest {

  @TempDir Path home;
  private final WireMockServer issuer = new WireMockServer(options().dynamicPort());
  private World world;
  private Browser browser;

  @BeforeEach
  void start() throws Exception {
    issuer.start();
    world = new World(home, 0, InstantSource.fixed(World.NOW));
    browser = new Browser(world.port());
    TestIssuer.trust(world.tenant.config(), issuer.baseUrl());
  }

  @AfterEach
  void stop() {
    world.close();
    issuer.stop();
  }

  private Document activate(String key) throws Exception {
    var answer = browser.submit("/settings/licence/activate", Map.of("key", key));
    return answer.statusCode() == 303
        ? browser.open("/settings/licence")
        : Jsoup.parse(answer.body());
  }

  private void gives(String what, String tier) {
    String jwt =
        TestIssuer.licence(tier, World.MACHINE, World.NOW, World.NOW.plus(Duration.ofDays(30)));
    issuer.stubFor(
        post(urlEqualTo("/v1/" + what))
            .willReturn(
                okJson("{\"jwt\": \"" + jwt + "\"}")
                    .withHeader("Date", "Thu, 12 Mar 2026 08:41:00 GMT")));
  }

  private static String line(Document page, String feature) {
    return page.select(".feature").stream()
        .filter(each -> each.select("h3").text().equals(feature))
        .map(Element::text)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theLicenceIsActivatedShownAndGivenBack() throws Exception {
    Document page = browser.open("/settings/licence");
    assertThat(page.select("#tier").text()).isEqualTo("Free");
    assertThat(page.text()).contains("No licence is active", "Paid, or a language model");
    assertThat(line(page, "Notion")).endsWith("Locked");

    gives("activate", "paid");
    page = activate(TestIssuer.KEY);
    assertThat(page.select("#tier").text()).isEqualTo("Paid");
    assertThat(page.text()).contains("EF56 is active until 11 April 2026", "Thank you.");
    assertThat(line(page, "Notion")).endsWith("Open");
    assertThat(line(page, "Your voice")).endsWith("Locked");
    assertThat(page.html()).doesNotContain("AB12");

    issuer.stubFor(post(urlEqualTo("/v1/deactivate")).willReturn(aResponse().withStatus(500)));
    var stuck = browser.submit("/settings/licence/deactivate", Map.of());
    assertThat(stuck.statusCode()).isEqualTo(422);
    page = Jsoup.parse(stuck.body());
    assertThat(page.select("[role=alert]").text()).contains("problem of its own", "anyway");
    assertThat(page.select("#tier").text()).isEqualTo("Paid");

    issuer.stubFor(post(urlEqualTo("/v1/deactivate")).willReturn(okJson("{}")));
    browser.submit("/settings/licence/deactivate", Map.of());
    page = browser.open("/settings/licence");
    assertThat(page.select(".toast").text()).contains("its seat is free");
    assertThat(page.select("#tier").text()).isEqualTo("Free");
  }

  @Test
  void aWrongKeyStaysInItsFieldAndIsExplained() throws Exception {
    Document page = activate("CFG-1");
    assertThat(page.select("#key").val()).isEqualTo("CFG-1");
    assertThat(page.select("#key").attr("aria-invalid")).isEqualTo("true");
    assertThat(page.select("#key-s").text()).contains("\"CFG-1\"", "CFG-PRNG-XXXX-XXXX-XXXX");
    issuer.stubFor(post(urlEqualTo("/v1/activate")).willReturn(aResponse().withStatus(404)));
    assertThat(activate(TestIssuer.KEY).select("#key-s").text()).contains("does not know");
  }

  @Test
  void developersChooseATier() throws Exception {
    browser.submit("/settings/licence/tier", Map.of("tier", "premium"));
    Document page = browser.open("/settings/licence");
    assertThat(page.select("#tier").text()).isEqualTo("Premium");
    assertThat(line(page, "Your voice")).endsWith("Open");
    browser.submit("/settings/licence/tier", Map.of("tier", ""));
    assertThat(browser.open("/settings/licence").select("#tier").text()).isEqualTo("Free");
  }

  @Test
  void theMachineIsShownWithItsProfileAndLookedAtAgain() throws Exception {
    Document page = browser.open("/settings/hardware");
    if (page.select("#profile").isEmpty()) {
      assertThat(page.select("[role=status]").text()).contains("ten seconds");
      return;
    }
    assertThat(page.select("#profile").text()).isIn("remote", "cpu", "single-gpu", "dual-gpu");
    assertThat(page.select(".machine dt").eachText())
        .contains("Graphics", "Memory", "Processors", "Disk", "Ollama", "Ports");
    assertThat(browser.submit("/settings/hardware/again", Map.of()).statusCode()).isEqualTo(303);
  }

  @Test
  void aLockedPluginSaysWhatItWouldDoAndWhatOpensIt() throws Exception {
    World.boardJar(
        world.dropFolder.resolve("integration-slack-1.0.jar"), "integration-slack", "1.0");
    world.plugins.rescan();
    Document page = browser.open("/plugins");
    Element card = page.select(".consent").first();
    assertThat(card.text())
        .contains("It tells you in Slack", "The Paid tier opens it; you have Free.");
    assertThat(card.select("button").first().hasAttr("disabled")).isTrue();
    var refused = browser.submit("/plugins/integration-slack/on", Map.of());
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(Jsoup.parse(refused.body()).select("h1").text()).isEqualTo("Slack");

    gives("activate", "paid");
    activate(TestIssuer.KEY);
    card = browser.open("/plugins").select(".consent").first();
    assertThat(card.text()).doesNotContain("tier");
    assertThat(card.select("button").first().hasAttr("disabled")).isFalse();
    assertThat(browser.submit("/plugins/integration-slack/on", Map.of()).statusCode())
        .isEqualTo(303);
  }

  @Test
  void anUpdateThatWantsMoreSaysWhatAndOffersTheVersionBefore() throws Exception {
    Path jar = world.dropFolder.resolve("board-mill.jar");
    World.boardJar(jar, "board-mill", "1.0");
    world.plugins.rescan();
    world.as(
        () -> {
          world.plugins.switchOn("board-mill");
          return true;
        });
    World.boardJar(jar, "board-mill", "2.0", "api.village.example, spy.example");
    world.plugins.rescan();
    Element card = browser.open("/plugins").select(".consent").first();
    assertThat(card.text()).contains("it talks to \"spy.example\" now", "Go back to 1.0");
    browser.submit("/plugins/board-mill/back", Map.of());
    Document page = browser.open("/plugins");
    assertThat(page.select(".consent")).isEmpty();
    assertThat(page.select(".toast").text()).contains("Back to 1.0 of", "board-mill");
    assertThat(page.select("#installed").text()).contains("Mill", "Board 1.0");
  }

  @Test
  void aPluginSaysWhomItCalledLately() throws Exception {
    issuer.stubFor(
        com.github.tomakehurst.wiremock.client.WireMock.get(urlEqualTo("/jobs"))
            .willReturn(okJson("{\"jobs\": [1, 2, 3]}")));
    var address = java.net.URI.create(issuer.baseUrl() + "/jobs");
    world.as(
        () ->
            world
                .http()
                .forExtension(
                    "board/village",
                    About.of("village", "Village jobs", "Jobs."),
                    dev.peregrine.host.http.Given.addresses(java.util.List.of(address)))
                .fetch(dev.peregrine.api.HttpCall.get(address)));
    Element row =
        browser.open("/plugins").select(".plug").stream()
            .filter(each -> each.select("h3").text().startsWith("Village jobs"))
            .findFirst()
            .orElseThrow();
    assertThat(row.select("summary").text())
        .startsWith("Lately 1 call to localhost, 1 kB, the last today, 09:41");
    assertThat(row.select(".lately tbody").text()).isEqualTo("localhost 1 – 1 kB today, 09:41");
    assertThat(row.select(".spec").text()).contains("Licence MIT", "api.village.example");
  }
}
