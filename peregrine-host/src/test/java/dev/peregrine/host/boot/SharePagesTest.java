package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.web.Browser;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pages that come from a bookmark or are shared by another app. */
class SharePagesTest {

  private World world;
  private Browser browser;

  @BeforeEach
  void start(@TempDir Path home) throws Exception {
    world = new World(home, 0, InstantSource.fixed(World.NOW), false);
    browser = new Browser(world.port());
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private Document shared(String title, String text, String url) throws Exception {
    return browser.open(
        "/add?title=%s&text=%s&url=%s".formatted(encoded(title), encoded(text), encoded(url)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void aSharedPageStandsInTheFormAndNothingIsAddedYet() throws Exception {
    Document page = shared("Bäckerin", "", "https://jobs.example/7?a=1&b=2");
    assertThat(page.select("#links").val()).isEqualTo("https://jobs.example/7?a=1&b=2");
    assertThat(world.as(() -> world.jobs.counts().of(Stage.PENDING))).isZero();
  }

  @Test
  void phonesShareTheLinkWithinAText() throws Exception {
    Document page = shared("", "Look at this: https://jobs.example/7", "");
    assertThat(page.select("#links").val()).isEqualTo("https://jobs.example/7");
  }

  @Test
  void aTextWithoutLinkIsThePostingsText() throws Exception {
    Document page = shared("Baker", "We bake bread.", "");
    assertThat(page.select("#links").val()).isEmpty();
    assertThat(page.select("#text").val()).isEqualTo("Baker\nWe bake bread.");
    assertThat(page.select("details[open] #text")).hasSize(1);
  }

  @Test
  void whatIsNoAddressOfThePageIsNoLink() throws Exception {
    Document page = shared("<script>alert(1)</script>", "", "javascript:alert(1)");
    assertThat(page.select("#links").val()).isEmpty();
    assertThat(page.select("main script")).isEmpty();
  }

  @Test
  void theBookmarkLeadsToWhereThisPageWasOpened() throws Exception {
    Document page = browser.open("/add");
    assertThat(page.select("a[href^=javascript:]").attr("href"))
        .startsWith("javascript:void(open('http://localhost:%d/add?url='".formatted(world.port()))
        .endsWith("encodeURIComponent(document.title)))");
  }

  @Test
  void browsersLearnHowToShareWithIt() throws Exception {
    Document page = browser.open("/add");
    HttpResponse<String> answer = browser.get(page.select("link[rel=manifest]").attr("href"));
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/manifest+json"));
    JsonNode manifest = JsonMapper.shared().readTree(answer.body());
    assertThat(manifest.at("/share_target/action").asString()).isEqualTo("/add");
    assertThat(manifest.at("/share_target/params/url").asString()).isEqualTo("url");
    assertThat(browser.get(manifest.at("/icons/0/src").asString()).statusCode()).isEqualTo(200);
  }
}
