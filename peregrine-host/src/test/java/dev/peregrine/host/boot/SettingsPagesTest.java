package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.web.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads and does under Settings, without script. */
class SettingsPagesTest {

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

  @Test
  void everyLineOfTheSettingsSaysHowItIsAndLeadsSomewhere() throws Exception {
    Document page = browser.open("/settings");
    assertThat(page.select(".setline")).hasSizeGreaterThan(5);
    for (Element line : page.select(".setline")) {
      assertThat(line.select(".sub").text()).as(line.select("a").text()).isNotEmpty();
      String path = line.select("a").attr("href");
      Document there = browser.open(path);
      assertThat(there.select("h1").text()).as(path).isNotEqualTo("Nothing here");
      if (path.contains("#")) {
        assertThat(there.getElementById(path.substring(path.indexOf('#') + 1)))
            .as(path)
            .isNotNull();
      }
    }
  }

  @Test
  void aPageOfTheSettingsShowsWhereItStands() throws Exception {
    Document page = browser.open("/settings/appearance");
    assertThat(page.select(".setnav [aria-current=page]").text()).isEqualTo("Appearance");
    assertThat(page.select(".rail [aria-current=page]").text()).isEqualTo("Settings");
  }

  @Test
  void aLineThatCannotSayHowItIsDoesNotTakeTheOthersAlong() throws Exception {
    Files.writeString(home.resolve("config/blocklist.yaml"), "companies: [\n");
    Document page = browser.open("/settings");
    assertThat(page.select(".setline:contains(Never show)").text())
        .contains("config/blocklist.yaml, line");
    assertThat(page.select(".setline:contains(Plugins)").text()).contains("switched on");
  }
}
