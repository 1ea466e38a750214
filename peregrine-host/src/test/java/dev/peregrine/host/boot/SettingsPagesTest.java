package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.web.Browser;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

  private HttpResponse<String> send(String path, Map<String, String> fields) throws Exception {
    var all = new LinkedHashMap<String, String>(fields);
    all.put("_token", browser.token());
    return browser.send(path, Browser.encoded(all));
  }

  private Document after(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return browser.open(answer.headers().firstValue("Location").orElseThrow());
  }

  @Test
  void aSecretIsShownAsSetOnlyAndNoPageOrFileHoldsIt() throws Exception {
    String secret = "correct-horse-battery";
    after(send("/plugins/settings/board/village", Map.of("app", "id", "key", secret, "age", "14")));

    Document page = browser.open("/settings/secrets");
    assertThat(page.select("main").text()).contains("village, key", "Set.", "secrets.key");
    for (String path :
        List.of("/settings/secrets", "/settings", "/plugins?settings=board/village", "/search")) {
      assertThat(browser.open(path).html()).as(path).doesNotContain(secret);
    }
    world.tenant.run(
        () -> assertThat(world.secrets.value("plugins/board/village/key")).contains(secret));
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(secret);
      }
    }
  }

  @Test
  void aSecretCanBeForgotten() throws Exception {
    world.tenant.run(() -> world.secrets.put("plugins/board/village/key", "${VILLAGE_KEY}"));
    assertThat(browser.open("/settings/secrets").select("main").text())
        .contains("From the variable VILLAGE_KEY.");
    Document page =
        after(send("/settings/secrets/forget", Map.of("name", "plugins/board/village/key")));
    assertThat(page.select("main").text()).contains("None is stored");
  }

  @Test
  void aLostKeyIsSaidOnThePageWithTheWayOut() throws Exception {
    world.tenant.run(() -> world.secrets.put("plugins/board/village/key", "abcdef"));
    Files.writeString(home.resolve("keys/secrets.key"), "A".repeat(43) + "=\n");
    world.close();
    world = new World(home, 0, InstantSource.fixed(World.NOW));
    browser = new Browser(world.port());

    Document page = browser.open("/settings/secrets");
    assertThat(page.select(".note.danger").text())
        .contains("They cannot be opened", "holds another one");
    assertThat(page.select("main").text()).contains("Set, but it cannot be opened.");
    page = after(send("/settings/secrets/anew", Map.of()));
    assertThat(page.select("main").text()).contains("None is stored");
    try (Stream<Path> files = Files.list(home.resolve("data"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .anyMatch(name -> name.startsWith("secrets.sealed.before-"));
    }
  }
}
