package dev.peregrine.host.boot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A plugin that tells a file, a line each, where a real one would tell a service. */
final class NotifierJar {

  private static final String SOURCE =
      """
      package bell;
      import dev.peregrine.api.*;
      import dev.peregrine.api.integration.*;
      import java.io.*;
      import java.nio.file.*;
      import java.util.Optional;
      public final class Bell implements Notifier {
        public IntegrationDescriptor.ForNotifier descriptor() {
          return IntegrationDescriptor.ForNotifier.of(About.of("bell", "Bell", "Rings.")
              .withSettings(new SettingSpec.Text("file", "File", "", true, Optional.empty())))
              .withLimits(20, 100);
        }
        public String test(IntegrationContext context) {
          return "The bell hangs.";
        }
        public void send(Notice notice, IntegrationContext context) throws ExtensionException {
          Path file = Path.of(context.settings().text("file").orElseThrow());
          if (Files.exists(file.resolveSibling("torn"))) {
            throw new ExtensionException(ExtensionException.Kind.BAD_SETTINGS, "The rope is torn.");
          }
          try {
            Files.writeString(file, notice.event().key() + " " + notice.title() + " " + notice.text() + "\\n",
                StandardOpenOption.CREATE, StandardOpenOption.APPEND);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      }
      """;

  private NotifierJar() {}

  static Path write(Path jar) throws IOException {
    return PluginJar.write(
        jar,
        Map.of(
            "Plugin-Id", "integration-bell",
            "Plugin-Version", "1.0",
            "Plugin-Requires", "0.1",
            "Plugin-License", "MIT",
            "Plugin-Provider", "Test"),
        "dev.peregrine.api.integration.Integration",
        "bell.Bell",
        SOURCE);
  }
}
