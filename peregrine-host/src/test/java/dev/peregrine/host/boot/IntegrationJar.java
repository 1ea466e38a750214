package dev.peregrine.host.boot;

import java.io.IOException;
import java.net.URI;
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

  private static final String LAMP =
      """
      package lamp;

      import dev.peregrine.api.*;
      import dev.peregrine.api.ExtensionException.Kind;
      import dev.peregrine.api.integration.*;
      import java.net.URI;
      import java.util.*;

      public final class Lamp implements Notifier {
        @Override public IntegrationDescriptor.ForNotifier descriptor() {
          return IntegrationDescriptor.ForNotifier.of(
              About.of("NAME", "Harbour NAME", "Shines when something happens.")
                  .withHosts("lamp.example")
                  .withSettings(
                      SettingSpec.baseUrl("https://lamp.example"),
                      new SettingSpec.Address("provider", "Provider", "", false, Optional.empty()),
                      new SettingSpec.Text("client-id", "Client id", "", true, Optional.empty()),
                      new SettingSpec.Secret("client-secret", "Client secret", "", false)))
              .withSignIn(SignIn.of("SERVER/authorize", "SERVER/token", "lamp.shine", "offline")
                  .withClientSecret("client-secret")DEVICE);
        }
        @Override public String test(IntegrationContext context) throws ExtensionException, InterruptedException {
          return "The lamp of " + ask("/me", context) + ".";
        }
        @Override public void send(Notice notice, IntegrationContext context)
            throws ExtensionException, InterruptedException {
          context.state().put("shone", ask("/shine", context));
        }
        private static String ask(String path, IntegrationContext context)
            throws ExtensionException, InterruptedException {
          HttpReply reply = call(path, context.accessToken(), context);
          if (reply.status() == 401) {
            reply = call(path, context.renewedAccessToken(), context);
          }
          if (reply.status() != 200) {
            throw new ExtensionException(Kind.UNAVAILABLE, "Harbour lamp answered with " + reply.status() + ".");
          }
          return reply.text();
        }
        private static HttpReply call(String path, String token, IntegrationContext context)
            throws ExtensionException, InterruptedException {
          return context.http().exchange(
              HttpCall.get(URI.create(context.settings().address("base-url").orElseThrow() + path))
                  .withHeader("Authorization", "Bearer " + token));
        }
      }
      """;

  /**
   * Puts a lamp that is signed in at among the plugins that a home is shipped with.
   *
   * @param id such as {@code lamp}
   * @param server who gives tokens
   * @param codes whether also for codes that are typed in elsewhere
   */
  public static void lamp(Path home, String id, URI server, boolean codes) throws IOException {
    String root = server.toString().replaceFirst("/$", "");
    write(
        home,
        "integration-" + id,
        "lamp.Lamp",
        LAMP.replace("SERVER", root)
            .replace("DEVICE", codes ? ".withDevice(\"" + root + "/device\")" : "")
            .replace("NAME", id));
  }

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
