package dev.peregrine.host.boot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;

/**
 * Plugins for tests of integrations: {@code integration/bell}, a notifier whose service asks for a
 * token, and a tracker that needs a tier.
 */
public final class IntegrationJar {

  /** The key of its extension. */
  public static final String BELL = "integration/bell";

  private static final String SOURCE =
      """
      package bell;

      import dev.peregrine.api.*;
      import dev.peregrine.api.ExtensionException.Kind;
      import dev.peregrine.api.integration.*;
      import java.net.URI;
      import java.util.*;

      public final class Bell implements Notifier {
        @Override public IntegrationDescriptor.ForNotifier descriptor() {
          return IntegrationDescriptor.ForNotifier.of(
              About.of("bell", "Village bell", "Rings when something happens.")
                  .withHosts("bell.example")
                  .withHomepage("https://bell.example/about")
                  .withTerms("At most three rings an hour.")
                  .withSettings(
                      SettingSpec.baseUrl("https://bell.example"),
                      new SettingSpec.Text("rope", "Rope", "Which one to pull.", true, Optional.empty()),
                      new SettingSpec.Secret("token", "Token", "From the verger.", true)))
              .withTestIsSeen(true);
        }
        @Override public String test(IntegrationContext context) throws ExtensionException, InterruptedException {
          context.state().put("tried", "yes");
          return "The bell hangs on rope \\"" + call("/rope", context) + "\\".";
        }
        @Override public void send(Notice notice, IntegrationContext context)
            throws ExtensionException, InterruptedException {
          String rung = call("/ring", context);
          context.state().put("rung", rung);
        }
        private static String call(String path, IntegrationContext context)
            throws ExtensionException, InterruptedException {
          String base = context.settings().address("base-url").orElseThrow().toString();
          HttpReply reply = context.http().exchange(HttpCall.get(URI.create(base + path))
              .withHeader("Authorization", "Bearer " + context.settings().secret("token").orElseThrow()));
          switch (reply.status()) {
            case 200: return reply.text();
            case 401: throw new ExtensionException(Kind.BAD_SETTINGS, "Village bell: the token was revoked (401). Enter a new one.");
            default: throw new ExtensionException(Kind.UNAVAILABLE, "Village bell answered with " + reply.status() + ".");
          }
        }
      }
      """;

  private IntegrationJar() {}

  private static final String SLATE =
      """
      package slate;

      import dev.peregrine.api.*;
      import dev.peregrine.api.integration.*;
      import java.util.*;

      public final class Slate implements Tracker {
        @Override public IntegrationDescriptor.ForTracker descriptor() {
          return IntegrationDescriptor.ForTracker.of(About.of("notion", "Slate", "Jobs on a slate."));
        }
        @Override public String test(IntegrationContext context) { return "The slate is clean."; }
        @Override public List<TrackerTarget> targets(IntegrationContext context) { return List.of(); }
        @Override public TrackerTarget target(String id, IntegrationContext context) throws ExtensionException {
          throw new ExtensionException(ExtensionException.Kind.BAD_SETTINGS, "There is no table.");
        }
        @Override public void push(Push push, IntegrationContext context, java.util.function.Consumer<PushOutcome> done) {}
      }
      """;

  /** Puts the bell among the plugins that a home is shipped with. */
  public static void bell(Path home) throws IOException {
    write(home, "integration-bell", "bell.Bell", SOURCE);
  }

  /** Puts a tracker that needs a tier among the plugins that a home is shipped with. */
  public static void slate(Path home) throws IOException {
    write(home, "integration-notion", "slate.Slate", SLATE);
  }

  private static void write(Path home, String id, String type, String source) throws IOException {
    var manifest = new LinkedHashMap<String, String>();
    manifest.put("Plugin-Id", id);
    manifest.put("Plugin-Version", "1.0.0");
    manifest.put("Plugin-Requires", "0.1");
    manifest.put("Automatic-Module-Name", id.replace('-', '.'));
    PluginJar.write(
        home.resolve("shipped").resolve(id + "-1.0.0.jar"),
        manifest,
        "dev.peregrine.api.integration.Integration",
        type,
        source);
  }
}
