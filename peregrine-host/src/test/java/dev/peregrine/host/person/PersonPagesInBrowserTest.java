package dev.peregrine.host.person;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.peregrine.host.boot.World;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.web.Chromium;
import dev.peregrine.host.web.Rules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The person's pages as a person meets them. With {@code -Dshots=FOLDER} each is photographed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonPagesInBrowserTest {

  private World world;
  private Chromium chromium;
  private Resume mara;
  private long newer;

  @BeforeAll
  void start(@TempDir Path home) throws Exception {
    world = new World(home, 0, InstantSource.fixed(World.NOW), false);
    mara = SampleResume.store(world);
    newer = SampleResume.newer(world, mara);
    chromium = new Chromium();
  }

  @AfterAll
  void stop() {
    chromium.close();
    world.close();
  }

  private BrowserContext context(int width, ColorScheme scheme) {
    var options =
        new Browser.NewContextOptions()
            .setBaseURL("http://localhost:" + world.port())
            .setViewportSize(width, width < 600 ? 844 : 900)
            .setColorScheme(scheme)
            .setTimezoneId("Europe/Berlin")
            .setPermissions(List.of("clipboard-read", "clipboard-write"))
            .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE);
    if (width < 600) {
      options.setHasTouch(true).setIsMobile(true).setDeviceScaleFactor(1.5);
    }
    return chromium.browser().newContext(options);
  }

  private String here() {
    return "/profile/resumes/" + mara.id();
  }

  private Map<String, String> pages() {
    var pages = new LinkedHashMap<String, String>();
    pages.put("profile", "/profile");
    pages.put("resume", here());
    pages.put("new", "/profile/resumes/new");
    pages.put("merge", here() + "/merge?file=" + newer);
    pages.put("check", here() + "/check");
    pages.put("copy", "/profile/copy");
    pages.put("person", "/profile/person");
    pages.put("self", "/profile/self");
    return pages;
  }

  @ParameterizedTest
  @CsvSource({"1440,LIGHT", "1440,DARK", "390,LIGHT", "390,DARK"})
  void everyPageIsReachableForAllAndFits(int width, ColorScheme scheme) throws Exception {
    try (BrowserContext context = context(width, scheme)) {
      Page page = context.newPage();
      var problems = new ArrayList<String>();
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error")) {
              problems.add("console: " + message.text());
            }
          });
      page.onPageError(error -> problems.add("script: " + error));
      for (Map.Entry<String, String> each : pages().entrySet()) {
        page.navigate(each.getValue());
        page.evaluate("() => document.fonts.ready.then(() => true)");
        // Each width and each scheme once: colours are the same at every width.
        if ((width > 600) == (scheme == ColorScheme.LIGHT)) {
          Rules.over(page)
              .analyze()
              .getViolations()
              .forEach(
                  v ->
                      problems.add(
                          "%s: %s %s"
                              .formatted(
                                  each.getKey(), v.getId(), v.getNodes().getFirst().getHtml())));
        }
        if ((boolean) page.evaluate("() => document.documentElement.scrollWidth > innerWidth")) {
          problems.add(each.getKey() + ": wider than the window");
        }
        shoot(page, each.getKey(), width, scheme);
      }
      assertThat(problems).isEmpty();
    }
  }

  private static void shoot(Page page, String name, int width, ColorScheme scheme)
      throws Exception {
    Optional<String> folder = Optional.ofNullable(System.getProperty("shots"));
    if (folder.isPresent()) {
      Path to = Files.createDirectories(Path.of(folder.get()));
      String file = "%s-%s-%d.png".formatted(name, scheme.name().toLowerCase(Locale.ROOT), width);
      page.screenshot(new Page.ScreenshotOptions().setPath(to.resolve(file)).setFullPage(true));
    }
  }

  @Test
  void entriesMoveByKeysAndNothingIsLostOnTheWay() throws Exception {
    try (BrowserContext context = context(1440, ColorScheme.LIGHT)) {
      Page page = context.newPage();
      Resume other = SampleResume.store(world);
      page.navigate("/profile/resumes/" + other.id());
      page.locator("[name='basics.phone']").fill("0");
      assertThat(page.locator("[data-state]")).hasText("Not saved yet");
      page.getByLabel("Move Lead Product Designer, Lumen Logistik down").focus();
      page.keyboard().press("Enter");
      assertThat(page.getByLabel("Move Lead Product Designer, Lumen Logistik up")).isFocused();
      assertThat(page.locator("[name='basics.phone']")).hasValue("0");
      page.getByText("Certificates").click();
      assertThat(page.locator("[name='certificates[0].name']")).isFocused();
      page.keyboard().type("Scrum");
      page.keyboard().press("Control+s");
      assertThat(page.locator("#toasts")).containsText("Saved. The scores follow.");
      assertThat(page.locator("[name='work[1].name']")).hasValue("Lumen Logistik");
      page.locator("#toasts").getByText("Undo").click();
      assertThat(page.locator("[name='work[0].name']")).hasValue("Lumen Logistik");
    }
  }

  @Test
  void oneKeyCopiesAValueAndTheArrowsLeadOn() throws Exception {
    try (BrowserContext context = context(1440, ColorScheme.LIGHT)) {
      Page page = context.newPage();
      page.navigate("/profile/copy");
      page.locator("[data-copy]").first().focus();
      page.keyboard().press("ArrowDown");
      page.keyboard().press("ArrowDown");
      page.keyboard().press("Enter");
      assertThat(page.locator("#copied")).hasText("Copied: Last name");
      assertThat(page.evaluate("() => navigator.clipboard.readText()")).isEqualTo("Lindqvist");
    }
  }
}
