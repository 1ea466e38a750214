package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.web.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads about what leaves this machine. */
class PrivacyPagesTest {

  private static final String MODEL =
      """
      package own;
      import dev.peregrine.api.*;
      import dev.peregrine.api.llm.*;
      import java.util.*;
      import java.util.function.Consumer;
      public final class OwnModel implements LlmBackend {
        @Override public LlmDescriptor descriptor() {
          return LlmDescriptor.of(
              About.of("own", "Own model", "A model.").withHosts("*").withSettings(
                  new SettingSpec.Address("base-url", "Address", "", false, Optional.empty())),
              LlmDescriptor.Where.AT_ADDRESS);
        }
        @Override public Health probe(LlmContext context) { throw new UnsupportedOperationException(); }
        @Override public List<Model> models(LlmContext context) { return List.of(); }
        @Override public Completion complete(CompletionRequest request, LlmContext context, Consumer<String> tokens) {
          throw new UnsupportedOperationException();
        }
      }
      """;

  @TempDir Path home;
  private World world;
  private Browser browser;

  @BeforeEach
  void start() throws Exception {
    world = new World(home, 0, InstantSource.fixed(World.NOW));
    world.seed();
    var manifest = new LinkedHashMap<String, String>();
    manifest.put("Plugin-Id", "llm-own");
    manifest.put("Plugin-Version", "1.0");
    manifest.put("Plugin-Requires", "0.1");
    manifest.put("Plugin-Hosts", "*");
    manifest.put("Automatic-Module-Name", "llm.own");
    PluginJar.write(
        world.dropFolder.resolve("llm-own-1.0.jar"),
        manifest,
        "dev.peregrine.api.llm.LlmBackend",
        "own.OwnModel",
        MODEL);
    world.plugins.rescan();
    world.plugins.switchOn("llm-own");
    browser = new Browser(world.port());
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private void model(String address, boolean enabled) throws Exception {
    Files.createDirectories(home.resolve("config"));
    Files.writeString(
        home.resolve("config/llm.yaml"),
        "backends:\n  mine:\n    type: own\n    model: m\n    enabled: %s\n    settings:\n      base-url: %s\n"
            .formatted(enabled, address));
  }

  @Test
  void everyPageSaysThatTextLeavesAsSoonAsAModelElsewhereIsOn() throws Exception {
    model("https://203.0.113.9/v1", true);
    for (String path : List.of("/sources", "/review", "/settings", "/feedback", "/nowhere")) {
      Document page = browser.open(path);
      assertThat(page.select(".rail .leaves").text())
          .as(path)
          .contains("Text leaves this machine", "Own model (203.0.113.9)", "Change");
      assertThat(page.select("main .leaves")).as(path + ", narrow").hasSize(1);
      assertThat(page.select(".rail").text()).doesNotContain("All on this computer");
    }
    Document privacy = browser.open("/settings/privacy");
    assertThat(privacy.select("li:contains(Model mine)").text()).contains("Leaves your network");
    assertThat(browser.open("/settings").select(".setline:contains(Privacy)").text())
        .contains("go to Own model");
  }

  @Test
  void nothingIsSaidOfAModelOnThisMachineOrOneThatIsOff() throws Exception {
    model("http://127.0.0.1:11434", true);
    assertThat(browser.open("/sources").select(".leaves")).isEmpty();
    assertThat(browser.open("/settings/privacy").select("li:contains(Model mine)").text())
        .contains("Stays on this machine");
    model("https://203.0.113.9/v1", false);
    assertThat(browser.open("/sources").select(".leaves")).isEmpty();
    assertThat(browser.open("/sources").select(".rail").text()).contains("All on this computer");
  }

  @Test
  void thePageSaysWhatIsKeptWhereAndHowToTakeItOrDeleteIt() throws Exception {
    Document page = browser.open("/settings/privacy");
    assertThat(page.select("main").text())
        .contains(home.toString(), "data/staging.db", "no telemetry", "Nobody yet.");
    assertThat(page.select("a[href$=#everything-h]").text()).contains("Delete everything");
    assertThat(page.select("a[href$=postings.json]")).isNotEmpty();
  }
}
