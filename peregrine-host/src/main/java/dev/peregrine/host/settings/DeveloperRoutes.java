package dev.peregrine.host.settings;

import dev.peregrine.host.secrets.Masked;
import dev.peregrine.host.secrets.SecretStore;
import dev.peregrine.host.settings.DeveloperPage.ConfigFile;
import dev.peregrine.host.settings.DeveloperPage.Fact;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Paths, versions, configuration files and the end of the log. */
public final class DeveloperRoutes implements Routes {

  private static final String HERE = "/settings/developer";
  private static final int LOG_BYTES = 32 * 1024;

  private final SecretStore secrets;
  private final Path home;
  private final String version;
  private final Map<String, Supplier<Optional<String>>> files;

  /**
   * @param files by name: what is wrong with the file, empty for nothing
   */
  public DeveloperRoutes(
      SecretStore secrets,
      Path home,
      String version,
      Map<String, Supplier<Optional<String>>> files) {
    this.secrets = secrets;
    this.home = home;
    this.version = version;
    this.files = files;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.setting(new SettingsEntry(SettingsGroup.DEVELOPER, "Developer", HERE, 10, this::said));
    routes.get(
        HERE,
        visit ->
            visit.show(
                new DeveloperPage(
                    visit.shell("Developer", "settings"),
                    SettingsNav.of(routes.settings(), HERE),
                    facts(),
                    files(),
                    log())));
  }

  private String said() {
    List<ConfigFile> wrong = files().stream().filter(file -> !file.fine()).toList();
    return wrong.isEmpty()
        ? "Version %s. All configuration files are in order.".formatted(version)
        : "Version %s. %s needs a look.".formatted(version, wrong.getFirst().path());
  }

  private List<Fact> facts() {
    return List.of(
        new Fact("Version", version),
        new Fact("Java", Runtime.version().toString()),
        new Fact(
            "System",
            System.getProperty("os.name", "") + " " + System.getProperty("os.version", "")),
        new Fact("Everything is kept in", home.toString()),
        new Fact("Database", home.resolve("data").resolve("staging.db").toString()),
        new Fact("Log", home.resolve("logs").resolve("peregrine.log").toString()));
  }

  private List<ConfigFile> files() {
    return files.entrySet().stream()
        .map(
            entry -> {
              Optional<String> problem = entry.getValue().get();
              boolean there = Files.exists(home.resolve("config").resolve(entry.getKey()));
              return new ConfigFile(
                  "config/" + entry.getKey(),
                  problem.isEmpty(),
                  problem.orElse(there ? "In order." : "Not there: what is usual counts."));
            })
        .toList();
  }

  private String log() {
    Path file = home.resolve("logs").resolve("peregrine.log");
    if (Files.notExists(file)) {
      return "";
    }
    try (var reading = new RandomAccessFile(file.toFile(), "r")) {
      long from = Math.max(0, reading.length() - LOG_BYTES);
      reading.seek(from);
      var bytes = new byte[(int) (reading.length() - from)];
      reading.readFully(bytes);
      String text = new String(bytes, StandardCharsets.UTF_8);
      // The first line may be cut, and a secret in it could no longer be told.
      return Masked.text(from == 0 ? text : text.substring(text.indexOf('\n') + 1), secrets);
    } catch (IOException gone) {
      return "The log cannot be read (%s).".formatted(gone.getClass().getSimpleName());
    }
  }
}
