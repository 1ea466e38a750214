package dev.peregrine.host.llm;

import dev.peregrine.host.config.LlmFile;
import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.http.OutgoingOptions;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.plugins.Contexts;
import dev.peregrine.host.plugins.ExtensionGates;
import dev.peregrine.host.plugins.ExtensionSettings;
import dev.peregrine.host.plugins.PluginDecisions;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.secrets.SecretStore;
import dev.peregrine.host.secrets.TestSecrets;
import dev.peregrine.host.storage.TestHome;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;

/** Language models over a real plugin runtime, with a clock that the test sets. */
public final class LlmHome implements AutoCloseable {

  public final TestHome home;
  public final Tenant tenant;
  public final SecretStore secrets;
  public final Contexts contexts;
  public final PluginRuntime plugins;
  public final Tasks tasks;
  public final Llms llms;
  private final OutgoingHttp http;

  public LlmHome(Path root) {
    this(root, false);
  }

  public LlmHome(Path root, boolean demo) {
    ScriptedModel.forget();
    ScriptedModel.write(root.resolve("shipped"));
    home = new TestHome(root.resolve("home"));
    tenant = home.tenant();
    var live = new Live();
    http = new OutgoingHttp(OutgoingOptions.usual(), home.clock());
    secrets = TestSecrets.in(tenant.home(), Map.of("MODEL_KEY", "from-environment"));
    contexts = new Contexts(http, new ExtensionSettings(home.databases(), secrets), home.clock());
    plugins =
        new PluginRuntime(
            List.of(root.resolve("shipped")),
            root.resolve("plugins"),
            new PluginDecisions(root.resolve("plugins.yaml")),
            home.clock(),
            live,
            ExtensionGates.OPEN);
    plugins.start();
    tasks = new Tasks(home.databases(), live, home.clock(), Map.of());
    llms =
        new Llms(
            new LlmFile(),
            plugins,
            contexts,
            secrets,
            tasks,
            home.databases(),
            live,
            home.clock(),
            new Random(1),
            demo);
  }

  /** Writes the file of models as a person would. */
  public LlmHome yaml(String text) {
    try {
      Files.createDirectories(tenant.config());
      Files.writeString(tenant.config().resolve("llm.yaml"), text);
      return this;
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** A file with one backend for each script, in this order, called a, b, c … */
  public LlmHome scripts(String... scripts) {
    var text = new StringBuilder("backends:\n");
    for (int at = 0; at < scripts.length; at++) {
      text.append("  %c:%n    type: scripted%n    model: m%n".formatted('a' + at))
          .append("    patience_seconds: 1%n    settings:%n".formatted())
          .append("      script: \"%s\"%n".formatted(scripts[at].replace("\"", "\\\"")));
    }
    return yaml(text.toString());
  }

  public <T> T in(Callable<T> work) throws Exception {
    return tenant.call(work);
  }

  @Override
  public void close() {
    tasks.close();
    plugins.close();
    http.close();
    home.close();
  }
}
