package dev.peregrine.host.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real browser for tests: the one that {@code PEREGRINE_CHROMIUM} names (variable or system
 * property), else one of the system, else Playwright's own download.
 */
public final class Chromium implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private final Playwright playwright;
  private final Browser browser;

  public Chromium() {
    Optional<Path> found = executable();
    var options =
        new BrowserType.LaunchOptions()
            .setArgs(
                List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync"));
    found.ifPresent(options::setExecutablePath);
    playwright =
        Playwright.create(
            found.isPresent()
                ? new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))
                : new Playwright.CreateOptions());
    browser = playwright.chromium().launch(options);
  }

  public Browser browser() {
    return browser;
  }

  static Optional<Path> executable() {
    String named =
        Optional.ofNullable(System.getProperty("PEREGRINE_CHROMIUM"))
            .or(() -> Optional.ofNullable(System.getenv("PEREGRINE_CHROMIUM")))
            .orElse("");
    if (!named.isEmpty()) {
      return Optional.of(Path.of(named));
    }
    return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
        .filter(folder -> !folder.isEmpty())
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public void close() {
    playwright.close();
  }
}
