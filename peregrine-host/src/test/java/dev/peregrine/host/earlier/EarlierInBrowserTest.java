package dev.peregrine.host.earlier;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.peregrine.host.boot.World;
import dev.peregrine.host.web.Chromium;
import dev.peregrine.host.web.Rules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Moving in as a person does it, with script. With {@code -Dshots=FOLDER} the pages are also
 * photographed.
 */
class EarlierInBrowserTest {

  private final List<String> problems = new ArrayList<>();

  @Test
  void aFolderIsNamedLookedAtBroughtAndReadOfAtEveryWidth(@TempDir Path folder) throws Exception {
    OldHome old =
        new OldHome(folder.resolve("peregrine"))
            .last()
            .job(
                "Java developer",
                "interviewing",
                "applied_at",
                "2026-02-03",
                "interviewing_at",
                "2026-02-17T13:00",
                "cover_letter",
                "Dear …")
            .job("Data engineer", "rejected", "salary", "direct_data", "applied_at", "2026-02-04")
            .job("Designer", "queued_for_operator")
            .row("job_contacts", "job_id", 1, "subject", "Your application")
            .file("config/blocklist.yaml", "companies: [Globex]\n")
            .file("config/email.yaml", "host: imap.example.org\npassword: hunter2\n")
            .file("config/broken.yaml", "a: [\n")
            .file(
                "config/user.yaml", "name: Ada\ntier: premium\ndocs_dir: ~/Documents/JobSearch\n");
    try (var world = new World(folder.resolve("home"), 0, InstantSource.fixed(World.NOW), false);
        var chromium = new Chromium()) {
      walk(world, chromium, old, 1440, ColorScheme.LIGHT, true);
      walk(world, chromium, old, 390, ColorScheme.DARK, false);
      walk(world, chromium, old, 390, ColorScheme.LIGHT, false);
      walk(world, chromium, old, 1440, ColorScheme.DARK, false);
    }
    assertThat(problems).isEmpty();
  }

  private void walk(
      World world, Chromium chromium, OldHome old, int width, ColorScheme scheme, boolean bring)
      throws Exception {
    var options =
        new Browser.NewContextOptions()
            .setBaseURL("http://localhost:" + world.port())
            .setViewportSize(width, 900)
            .setColorScheme(scheme);
    try (BrowserContext context = chromium.browser().newContext(options)) {
      Page page = context.newPage();
      page.navigate("/import");
      look(page, "import", width, scheme);
      page.locator("#path").fill(old.folder.toString());
      page.locator("form[action='/import/look'] button.primary").click();
      page.locator("#yes-h").waitFor();
      look(page, "import-look", width, scheme);
      if (bring) {
        page.locator("form[action='/import/bring'] button.primary").click();
        page.locator("#last-h").waitFor();
        assertThat(page.locator("#imports").textContent()).contains("Kept for later");
      }
      page.navigate("/import");
      look(page, "import-report", width, scheme);
    }
  }

  private void look(Page page, String name, int width, ColorScheme scheme) throws Exception {
    page.evaluate("() => document.fonts.ready.then(() => true)");
    Rules.over(page)
        .analyze()
        .getViolations()
        .forEach(
            v ->
                problems.add(
                    "%s: %s %s".formatted(name, v.getId(), v.getNodes().getFirst().getHtml())));
    if ((boolean) page.evaluate("() => document.documentElement.scrollWidth > innerWidth")) {
      problems.add("%s at %d: wider than the window".formatted(name, width));
    }
    Optional<String> shots = Optional.ofNullable(System.getProperty("shots"));
    if (shots.isPresent()) {
      Path to = Files.createDirectories(Path.of(shots.get()));
      String file = "%s-%s-%d.png".formatted(name, scheme.name().toLowerCase(Locale.ROOT), width);
      page.screenshot(new Page.ScreenshotOptions().setPath(to.resolve(file)).setFullPage(true));
    }
  }
}
