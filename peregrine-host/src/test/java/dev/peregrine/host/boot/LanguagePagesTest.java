package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.web.Browser;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages in the language of whoever reads them. */
class LanguagePagesTest {

  @TempDir Path home;
  private World world;
  private Browser browser;

  @BeforeEach
  void start() throws Exception {
    world = new World(home, 0, InstantSource.fixed(World.NOW));
    browser = new Browser(world.port());
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private Document asked(String path, String acceptLanguage) throws Exception {
    return Jsoup.parse(browser.get(path, "Accept-Language", acceptLanguage).body());
  }

  private void choose(String tag) throws Exception {
    Document page = browser.open("/settings/appearance");
    String token = page.select("input[name=_token]").attr("value");
    assertThat(
            browser
                .send(
                    "/language",
                    Browser.encoded(
                        Map.of("_token", token, "language", tag, "back", "/settings/appearance")))
                .statusCode())
        .isEqualTo(303);
  }

  @Test
  void whoAsksForNothingReadsEnglish() throws Exception {
    Document page = browser.open("/settings/appearance");
    assertThat(page.select("html").attr("lang")).isEqualTo("en");
    assertThat(page.select("html").attr("dir")).isEqualTo("ltr");
    assertThat(page.select("[popovertarget=look]").text()).contains("Make it comfortable");
  }

  @Test
  void theBrowsersLanguageCountsUntilThePersonChoosesOne() throws Exception {
    Document german = asked("/settings/appearance", "de-DE,de;q=0.9");
    assertThat(german.select("html").attr("lang")).isEqualTo("de");
    assertThat(german.select("[popovertarget=look]").text()).contains("Mach es dir bequem");
    assertThat(german.select("#language-page option[selected]").text())
        .isEqualTo("Wie mein Browser");
    choose("en");
    assertThat(asked("/settings/appearance", "de").select("html").attr("lang")).isEqualTo("en");
    choose("");
    assertThat(asked("/settings/appearance", "de").select("html").attr("lang")).isEqualTo("de");
    choose("klingon");
    assertThat(asked("/settings/appearance", "fr").select("html").attr("lang")).isEqualTo("en");
  }

  @Test
  void whatGoesWrongIsSaidInTheirLanguage() throws Exception {
    Document page = asked("/nirgends", "de");
    assertThat(page.select("h1").text()).isEqualTo("Hier ist nichts");
    assertThat(page.select(".lede").text()).isEqualTo("Unter „/nirgends“ gibt es keine Seite.");
  }

  @Test
  void whatHappenedToAJobIsToldInTheLanguageOfWhoReads() throws Exception {
    long job = world.seed().getFirst();

    assertThat(asked("/jobs/" + job, "de").select(".track").text()).contains("Gefunden");
    assertThat(asked("/jobs/" + job, "en").select(".track").text()).contains("Found");
  }

  @Test
  void aMirroredPageSaysSo() throws Exception {
    choose("ar-XB");
    Document page = browser.open("/settings/appearance");
    assertThat(page.select("html").attr("dir")).isEqualTo("rtl");
  }
}
