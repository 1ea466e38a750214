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

  private static final String SHELF =
      """
      package shelf;

      import dev.peregrine.api.*;
      import dev.peregrine.api.ExtensionException.Kind;
      import dev.peregrine.api.integration.*;
      import java.net.*;
      import java.nio.charset.StandardCharsets;
      import java.util.*;

      public final class Shelf implements DocumentStore {
        @Override public IntegrationDescriptor.ForDocumentStore descriptor() {
          return IntegrationDescriptor.ForDocumentStore.of(
              About.of("shelf", "Village shelf", "Documents on a shelf.")
                  .withHosts("shelf.example")
                  .withSettings(SettingSpec.baseUrl("https://shelf.example")));
        }
        @Override public String test(IntegrationContext context) { return "The shelf stands."; }
        @Override public Stored store(Upload upload, IntegrationContext context)
            throws ExtensionException, InterruptedException {
          String base = context.settings().address("base-url").orElseThrow().toString();
          var path = new StringBuilder("/" + upload.storedId().isPresent());
          for (String folder : upload.folder()) {
            path.append('/').append(URLEncoder.encode(folder, StandardCharsets.UTF_8));
          }
          path.append('/').append(URLEncoder.encode(upload.content().name(), StandardCharsets.UTF_8));
          HttpReply reply = context.http().exchange(HttpCall.get(URI.create(base + path)));
          switch (reply.status()) {
            case 200: return new Stored("id-" + upload.id(), Optional.empty(),
                Optional.of(URI.create("https://shelf.example/see")));
            case 401: throw new ExtensionException(Kind.BAD_SETTINGS, "The shelf is locked. Enter another key.");
            case 422: throw new ExtensionException(Kind.CHANGED_REMOTE, "The shelf does not take that file.");
            default: throw new ExtensionException(Kind.UNAVAILABLE, "The shelf fell (" + reply.status() + ").");
          }
        }
        @Override public Optional<Stored> find(String storedId, IntegrationContext context) { return Optional.empty(); }
      }
      """;

  /** Puts a document store, {@code integration/shelf}, among the plugins of a home. */
  public static void shelf(Path home) throws IOException {
    write(home, "integration-shelf", "shelf.Shelf", SHELF);
  }

  /** Puts the bell among the plugins that a home is shipped with. */
  public static void bell(Path home) throws IOException {
    write(home, "integration-bell", "bell.Bell", SOURCE);
  }

  /** Puts a tracker that needs a tier among the plugins that a home is shipped with. */
  public static void slate(Path home) throws IOException {
    write(home, "integration-notion", "slate.Slate", SLATE);
  }

  static void write(Path home, String id, String type, String source) throws IOException {
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
