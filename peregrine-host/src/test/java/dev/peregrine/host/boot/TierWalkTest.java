package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.host.storage.Deadline;
import dev.peregrine.host.tasks.TaskState;
import dev.peregrine.host.tenancy.LockedException;
import dev.peregrine.host.tiers.Feature;
import dev.peregrine.host.tiers.Features;
import dev.peregrine.host.tiers.Machine;
import dev.peregrine.host.tiers.TestIssuer;
import dev.peregrine.host.web.Browser;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Visitor;
import dev.peregrine.host.web.WebOptions;
import dev.peregrine.host.web.WebServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Every feature, for every tier, with and without a model of one's own, through every door. */
class TierWalkTest {

  /** The last one is none: a licence may say anything. */
  private static final List<String> TIERS = List.of("free", "paid", "premium", "ultra", "gold");

  private static final String MODEL =
      """
      package own;
      import dev.peregrine.api.*;
      import dev.peregrine.api.llm.*;
      import java.util.*;
      import java.util.function.Consumer;
      public final class OwnModel implements LlmBackend {
        @Override public LlmDescriptor descriptor() {
          return LlmDescriptor.of(About.of("own", "Own model", "A model of one's own."), LlmDescriptor.Where.IN_PROCESS);
        }
        @Override public Health probe(LlmContext context) { throw new UnsupportedOperationException(); }
        @Override public List<Model> models(LlmContext context) { return List.of(); }
        @Override public Completion complete(CompletionRequest request, LlmContext context, Consumer<String> tokens) {
          throw new UnsupportedOperationException();
        }
      }
      """;

  @TempDir Path home;

  @Command(name = "walk")
  static final class Gated extends TenantCommand {

    @Parameters private String feature = "";

    @Override
    Optional<Feature> needs() {
      return Feature.of(feature);
    }

    @Override
    int run(Peregrine peregrine, Output output) {
      output.line("went through");
      return ExitCode.DONE;
    }
  }

  @Test
  void throughAWebRouteAndATask() throws Exception {
    try (var world = new World(home, 0, InstantSource.fixed(World.NOW), false);
        var server =
            new WebServer(
                WebOptions.local(0, ZoneId.of("UTC")),
                request -> Visitor.of(world.tenant),
                world.live,
                List.of(routes -> gated(routes, world)),
                InstantSource.fixed(World.NOW),
                new Random(1))) {
      TestIssuer.trust(world.tenant.config(), "http://127.0.0.1:1");
      for (Feature feature : Feature.values()) {
        world.tasks.register(feature.key(), world.entitlements.gate(feature), run -> "Done.");
      }
      var browser = new Browser(server.port());
      for (String tier : TIERS) {
        TestIssuer.store(world.tenant.config(), tier, World.MACHINE, World.NOW);
        for (boolean own : List.of(false, true)) {
          world.ownBackend = own;
          for (Feature feature : Feature.values()) {
            boolean open = Features.canUse(tier, feature.key(), own);
            web(browser, feature, open);
            task(world, feature, open);
          }
        }
      }
    }
  }

  private static void gated(RouteRegistry routes, World world) {
    for (Feature feature : Feature.values()) {
      routes
          .behind(world.entitlements.gate(feature))
          .get("/try/" + feature.key(), visit -> visit.download("went.txt", "went through"));
    }
  }

  private static void web(Browser browser, Feature feature, boolean open) throws Exception {
    var answer = browser.get("/try/" + feature.key());
    assertThat(answer.statusCode()).as(feature.key()).isEqualTo(open ? 200 : 403);
    if (open) {
      assertThat(answer.body()).isEqualTo("went through");
      return;
    }
    var page = Jsoup.parse(answer.body());
    assertThat(page.select("h1").text()).isEqualTo(feature.label());
    assertThat(page.select("main").text()).contains(feature.does(), "tier", "opens it; you have");
    assertThat(page.select("main").text().contains("language model of your own"))
        .isEqualTo(feature.opensByOwnBackend());
    var part = browser.get("/try/" + feature.key(), "HX-Request", "true");
    assertThat(part.statusCode()).isEqualTo(403);
    assertThat(Jsoup.parse(part.body()).text()).contains("is locked", feature.does());
  }

  private static void task(World world, Feature feature, boolean open) throws Exception {
    world.as(
        () -> {
          if (!open) {
            int before = world.tasks.recent(500).size();
            assertThatThrownBy(() -> world.tasks.submit(feature.key(), "", "Try", ""))
                .isInstanceOf(LockedException.class)
                .hasMessageContaining(feature.does());
            assertThat(world.tasks.recent(500)).hasSize(before);
            return true;
          }
          long id = world.tasks.submit(feature.key(), "", "Try", "").id();
          Deadline.until(() -> world.tasks.find(id).orElseThrow().state() == TaskState.COMPLETED);
          return true;
        });
  }

  @Test
  void throughACommand() throws Exception {
    Path withModel = home.resolve("own");
    Path without = home.resolve("none");
    Path jar = home.resolve("llm-own-1.0.jar");
    var manifest = new LinkedHashMap<String, String>();
    manifest.put("Plugin-Id", "llm-own");
    manifest.put("Plugin-Version", "1.0");
    manifest.put("Plugin-Requires", "0.1");
    manifest.put("Automatic-Module-Name", "llm.own");
    PluginJar.write(jar, manifest, "dev.peregrine.api.llm.LlmBackend", "own.OwnModel", MODEL);
    assertThat(run("plugin", "install", jar.toString(), "--home", withModel.toString()).code)
        .isZero();
    Files.createDirectories(withModel.resolve("config"));
    Files.writeString(
        withModel.resolve("config").resolve("llm.yaml"), "backends:\n  mine:\n    type: own\n");
    String machine = Machine.fingerprint();
    for (Path folder : List.of(without, withModel)) {
      Path config = Files.createDirectories(folder.resolve("config"));
      TestIssuer.trust(config, "http://127.0.0.1:1");
      for (String tier : TIERS) {
        TestIssuer.store(config, tier, machine, Instant.now().minusSeconds(60));
        for (Feature feature : Feature.values()) {
          boolean open = Features.canUse(tier, feature.key(), folder.equals(withModel));
          Said said = run("walk", feature.key(), "--home", folder.toString());
          assertThat(said.code)
              .as("%s for %s: %s", feature.key(), tier, said.err)
              .isEqualTo(open ? ExitCode.DONE : ExitCode.FAILED);
          if (!open) {
            assertThat(said.out).isEmpty();
            assertThat(said.err).contains(feature.does(), "opens it; you have");
          }
        }
      }
    }
  }

  private record Said(int code, String out, String err) {}

  private static Said run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        Main.line(new PrintWriter(out), new PrintWriter(err))
            .addSubcommand(new Gated())
            .execute(arguments);
    return new Said(code, out.toString(), err.toString());
  }
}
