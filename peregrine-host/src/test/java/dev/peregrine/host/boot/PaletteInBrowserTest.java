package dev.peregrine.host.boot;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.peregrine.host.web.Chromium;
import dev.peregrine.host.web.Rules;
import dev.peregrine.host.web.Shortcut;
import dev.peregrine.host.web.Shortcuts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command palette and the shortcuts, by keys, by touch and without script. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaletteInBrowserTest {

  private World world;
  private Chromium chromium;

  @BeforeAll
  void start(@TempDir Path home) throws Exception {
    world = new World(home, 0, InstantSource.fixed(World.NOW));
    PreviewServer.fillAround(world, world.seed());
    chromium = new Chromium();
  }

  @AfterAll
  void stop() {
    chromium.close();
    world.close();
  }

  private BrowserContext context(int width, ColorScheme scheme, boolean script) {
    return chromium
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + world.port())
                .setViewportSize(width, width < 600 ? 844 : 900)
                .setHasTouch(width < 600)
                .setColorScheme(scheme)
                .setJavaScriptEnabled(script)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
  }

  private static Locator field(Page page) {
    return page.locator("#palette [role=combobox]");
  }

  private static Locator selected(Page page) {
    return page.locator("#palette [role=option][aria-selected=true]");
  }

  @Test
  void itIsOpenedMovedInAndLeftByKeysAndFocusComesBack() {
    try (BrowserContext context = context(1440, ColorScheme.LIGHT, true)) {
      Page page = context.newPage();
      page.navigate("/review?view=list");
      page.locator("#q").focus();
      page.keyboard().press("Control+k");
      Locator field = field(page);
      assertThat(field).isFocused();
      assertThat(field).hasAttribute("aria-expanded", "true");
      assertThat(selected(page)).containsText("Find new jobs");
      page.keyboard().press("ArrowDown");
      assertThat(selected(page)).containsText("Add a job");
      assertThat(field).hasAttribute("aria-activedescendant", selected(page).getAttribute("id"));
      page.keyboard().press("ArrowUp");
      page.keyboard().press("ArrowUp");
      assertThat(page.locator("#palette [role=option]").last())
          .hasAttribute("aria-selected", "true");
      page.keyboard().press("Escape");
      assertThat(page.locator("#palette")).isHidden();
      assertThat(page.locator("#q")).isFocused();
    }
  }

  @Test
  void anEnterPressedBeforeTheAnswerIsThereMeansWhatWasTyped() {
    try (BrowserContext context = context(1440, ColorScheme.LIGHT, true)) {
      Page page = context.newPage();
      page.navigate("/");
      page.keyboard().press("Control+k");
      assertThat(selected(page)).isVisible();
      page.keyboard().type("backp");
      page.keyboard().press("ArrowDown");
      page.keyboard().press("Enter");
      page.waitForURL("**/settings/backup");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "apperance,Appearance",
    "aperrance,Appearance",
    "dark,Appearance",
    "shotrcuts,Shortcuts",
    "plguins,Plugins",
    "interacton desinger,Interaction Designer",
    "lumen,Interaction Designer"
  })
  void twoLettersMayBeWrong(String typed, String found) {
    try (BrowserContext context = context(1440, ColorScheme.LIGHT, true)) {
      Page page = context.newPage();
      page.navigate("/settings");
      page.keyboard().press("Control+k");
      field(page).fill(typed);
      assertThat(selected(page)).containsText(found);
      page.keyboard().press("Enter");
      assertThat(page.locator("h1")).hasText(found);
    }
  }

  @Test
  void whatIsToBeDoneIsDoneAndSaid() {
    try (BrowserContext context = context(1440, ColorScheme.LIGHT, true)) {
      Page page = context.newPage();
      page.navigate("/settings");
      page.keyboard().press("Control+k");
      field(page).fill("back up now");
      assertThat(selected(page)).containsText("Back up now");
      page.keyboard().press("Enter");
      page.waitForURL("**/settings/backup");
      assertThat(page.locator("[data-toast]")).containsText("being made");
    }
  }

  @ParameterizedTest
  @CsvSource({"1440,LIGHT", "1440,DARK", "390,LIGHT", "390,DARK"})
  void itFitsAndIsReachableForAll(int width, ColorScheme scheme) throws Exception {
    try (BrowserContext context = context(width, scheme, true)) {
      Page page = context.newPage();
      page.navigate("/");
      if (width < 600) {
        page.locator("[popovertarget=more]:visible").click();
        page.locator("#more [data-key=find]").click();
        assertThat(page.locator("#more")).isHidden();
      } else {
        page.locator(".rail [data-key=find]").click();
      }
      assertThat(field(page)).isFocused();
      assertThat(selected(page)).isVisible();
      assertThat(Rules.over(page).analyze().getViolations()).isEmpty();
      shoot(page, "palette-open", width, scheme);
      field(page).fill("designer");
      assertThat(page.locator("#palette [role=status]")).containsText("fit.");
      assertThat(Rules.over(page).analyze().getViolations()).isEmpty();
      shoot(page, "palette-jobs", width, scheme);
      field(page).fill("xqzv");
      assertThat(page.locator("#palette [role=status]")).containsText("Nothing fits");
      assertThat(page.locator("#palette [role=option]")).hasCount(0);
      assertThat(field(page)).hasAttribute("aria-expanded", "false");
      assertThat((boolean) page.evaluate("() => document.documentElement.scrollWidth > innerWidth"))
          .isFalse();
    }
  }

  @Test
  void withoutScriptItsLinkLeadsToAPageWithTheSameFormAndWhatItFindsIsDone() {
    try (BrowserContext context = context(1440, ColorScheme.LIGHT, false)) {
      Page page = context.newPage();
      page.navigate("/");
      page.locator(".rail [data-key=find]").click();
      page.waitForURL("**/palette");
      page.getByLabel("What to find").fill("desinger");
      page.locator("main .btn.primary").click();
      assertThat(page.locator("main .options")).containsText("Interaction Designer");
      page.getByLabel("What to find").fill("find new jobs");
      page.locator("main .btn.primary").click();
      page.locator("main .options button").click();
      assertThat(page.locator("[data-toast]")).containsText("search");
    }
  }

  @Test
  void theSheetOfShortcutsShowsAllOfThemAndEachHasAControl() throws Exception {
    try (BrowserContext context = context(1440, ColorScheme.LIGHT, true)) {
      Page page = context.newPage();
      page.navigate("/review");
      page.keyboard().press("?");
      assertThat(page.locator("#keys")).isVisible();
      for (Shortcut shortcut : Shortcuts.all()) {
        assertThat(page.locator("#keys")).containsText(shortcut.does());
      }
      assertThat(Rules.over(page).analyze().getViolations()).isEmpty();
      shoot(page, "shortcuts-sheet", 1440, ColorScheme.LIGHT);
      String title = page.locator("#p-title").textContent();
      page.keyboard().press("l");
      page.keyboard().press("Escape");
      assertThat(page.locator("#keys")).isHidden();
      assertThat(page.locator("#p-title")).hasText(title);
      assertThat(
              (List<?>)
                  page.evaluate(
                      "async () => { const { shortcuts } = await import(document.querySelector('script[type=module]').src.replace('shell', 'keys'));"
                          + " return [...document.querySelectorAll('[data-key]')].map(b => b.dataset.key).filter(k => !shortcuts.some(s => s.name === k)); }"))
          .isEmpty();
    }
  }

  @Test
  void keysAloneCanBeSwitchedOffAndThoseWithControlStay() {
    try (BrowserContext context = context(1440, ColorScheme.LIGHT, true)) {
      Page page = context.newPage();
      page.navigate("/settings/appearance");
      page.waitForResponse("**/look", () -> page.locator("main").getByText("Dark").click());
      page.navigate("/settings/shortcuts");
      page.waitForResponse(
          "**/look",
          () ->
              page.locator("main")
                  .getByText("Off", new Locator.GetByTextOptions().setExact(true))
                  .click());
      page.navigate("/review");
      assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
      String title = page.locator("#p-title").textContent();
      page.keyboard().press("l");
      page.keyboard().press("?");
      page.keyboard().press("Control+/");
      assertThat(page.locator("#keys")).isVisible();
      assertThat(page.locator("#keys")).containsText("Keys alone are off");
      page.keyboard().press("Escape");
      assertThat(page.locator("#p-title")).hasText(title);
      page.keyboard().press("Control+k");
      assertThat(field(page)).isFocused();
    }
  }

  private static void shoot(Page page, String name, int width, ColorScheme scheme)
      throws Exception {
    Optional<String> folder = Optional.ofNullable(System.getProperty("shots"));
    if (folder.isPresent()) {
      Path to = Files.createDirectories(Path.of(folder.get()));
      String file =
          "%s-%s-%d.png".formatted(name, scheme.name().toLowerCase(java.util.Locale.ROOT), width);
      page.screenshot(new Page.ScreenshotOptions().setPath(to.resolve(file)));
    }
  }
}
