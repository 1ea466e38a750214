package dev.peregrine.host.boot;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import dev.peregrine.host.web.Chromium;
import dev.peregrine.host.web.Rules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person can choose about the look, and that everything can be read in each choice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppearanceInBrowserTest {

  /** Every pair of text and ground that the pages use, and the edges of what can be pressed. */
  private static final String CONTRASTS =
      """
      () => {
        const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
        const probe = document.body.appendChild(document.createElement('i'));
        const rgb = role => {
          probe.style.color = `var(--${role})`;
          canvas.fillStyle = getComputedStyle(probe).color; canvas.fillRect(0, 0, 1, 1);
          return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
        };
        const light = c => { const [r, g, b] = c.map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
        const ratio = (a, b) => { const [x, y] = [light(rgb(a)), light(rgb(b))].sort((p, q) => q - p); return (x + .05) / (y + .05); };
        const grounds = ['page', 'surface', 'sunk', 'raised'], states = ['positive', 'caution', 'danger', 'info'];
        const soft = states.map(s => s + '-soft');
        const pairs = [];
        for (const text of ['text', 'muted']) for (const ground of [...grounds, 'accent-soft', ...soft]) pairs.push([text, ground]);
        for (const ground of [...grounds, 'accent-soft']) pairs.push(['accent', ground]);
        pairs.push(['on-accent', 'accent'], ['on-accent', 'accent-hover']);
        for (const state of states) for (const ground of [...grounds, state + '-soft']) pairs.push([state, ground]);
        const bad = [], root = document.documentElement.dataset;
        for (const theme of ['light', 'dark']) for (const colours of ['heather', 'paper', 'clear']) for (const contrast of ['normal', 'more']) {
          Object.assign(root, { theme, colours, contrast });
          const say = (need, a, b) => { const r = ratio(a, b); if (r < need) bad.push(`${theme} ${colours} ${contrast}: ${a} on ${b} ${r.toFixed(2)}`); };
          for (const [a, b] of pairs) say(contrast === 'more' ? 7 : 4.5, a, b);
          for (const [a, b] of [['edge', 'page'], ['edge', 'surface'], ['edge', 'raised']]) say(3, a, b);
        }
        return bad;
      }
      """;

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

  private BrowserContext context(int width, String look) {
    BrowserContext context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL("http://localhost:" + world.port())
                    .setViewportSize(width, width < 600 ? 844 : 900)
                    .setColorScheme(ColorScheme.LIGHT)
                    .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
    if (!look.isEmpty()) {
      context.addCookies(
          List.of(new Cookie("peregrine_look", look).setUrl("http://localhost:" + world.port())));
    }
    return context;
  }

  @Test
  void everyTextCanBeReadInAllColoursLightAndDarkCalmAndHigh() {
    try (BrowserContext context = context(1440, "")) {
      Page page = context.newPage();
      page.navigate("/settings/appearance");
      assertThat((List<?>) page.evaluate(CONTRASTS)).isEmpty();
    }
  }

  @Test
  void aFontIsLoadedOnlyWhereItWasChosen() {
    try (BrowserContext context = context(1440, "")) {
      Page page = context.newPage();
      var asked = new ArrayList<String>();
      page.onRequest(request -> asked.add(request.url()));
      page.navigate("/settings/appearance");
      page.evaluate("() => document.fonts.ready.then(() => true)");
      assertThat(asked).noneMatch(url -> url.contains("atkinson") || url.contains("dyslexic"));
      page.waitForResponse(
          "**/look", () -> page.locator("main").getByText("Easy to tell apart").click());
      page.evaluate("() => document.fonts.ready.then(() => true)");
      assertThat(asked).anyMatch(url -> url.endsWith("atkinson-next-latin.woff2"));
    }
    try (BrowserContext context =
        context(1440, "auto.normal.2.cosy.auto.on.legible.heather.usual.on")) {
      Page page = context.newPage();
      var asked = new ArrayList<String>();
      page.onRequest(request -> asked.add(request.url()));
      page.navigate("/");
      page.evaluate("() => document.fonts.ready.then(() => true)");
      assertThat(asked).noneMatch(url -> url.contains("inter-") || url.contains("dyslexic"));
      assertThat(asked).allMatch(url -> url.startsWith("http://localhost:"));
      assertThat((String) page.evaluate("() => getComputedStyle(document.body).fontFamily"))
          .startsWith("\"Atkinson Hyperlegible Next\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"legible.paper", "dyslexic.clear"})
  void theLargestTextInEachFontFitsAPhone(String look) throws Exception {
    try (BrowserContext context =
        context(390, "auto.normal.5.cosy.calm.on." + look + ".wide.off")) {
      Page page = context.newPage();
      var problems = new ArrayList<String>();
      for (String path :
          List.of(
              "/",
              "/review",
              "/review?view=list",
              "/search",
              "/sources",
              "/plugins",
              "/profile",
              "/settings",
              "/settings/appearance",
              "/settings/shortcuts",
              "/settings/backup",
              "/palette?q=designer")) {
        page.navigate(path);
        page.evaluate("() => document.fonts.ready.then(() => true)");
        Object wide =
            page.evaluate(
                "() => document.documentElement.scrollWidth > innerWidth ? [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth).map(e => e.outerHTML.slice(0, 90))[0] ?? 'shell' : ''");
        if (!wide.equals("")) {
          problems.add(path + ": wider than the window: " + wide);
        }
        shoot(page, "large-" + look + path.replaceAll("[^a-z]+", "-"));
      }
      assertThat(problems).isEmpty();
      assertThat(Rules.over(page).analyze().getViolations()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"auto,paper", "dark,paper", "auto,clear", "dark,clear"})
  void aPageInEachOfTheColours(String theme, String colours) throws Exception {
    String look = theme + ".normal.2.cosy.calm.on.usual." + colours + ".usual.on";
    try (BrowserContext context = context(1440, look)) {
      Page page = context.newPage();
      for (String path : List.of("/review", "/sources", "/settings/appearance")) {
        page.navigate(path);
        assertThat(Rules.over(page).analyze().getViolations()).isEmpty();
        shoot(page, theme + "-" + colours + path.replace('/', '-'));
      }
    }
  }

  @Test
  void aCookieFromBeforeThereWereMoreQuestionsStillCounts() {
    try (BrowserContext context = context(1440, "dark.more.4.compact.calm.off")) {
      Page page = context.newPage();
      page.navigate("/");
      assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
      assertThat(page.locator("html")).hasAttribute("data-text", "4");
      assertThat(page.locator("html")).hasAttribute("data-keys", "off");
      assertThat(page.locator("html")).hasAttribute("data-font", "usual");
    }
  }

  @Test
  void numbersInTheMenuCanBeHiddenSoThatNothingUrges() {
    try (BrowserContext context = context(1440, "")) {
      Page page = context.newPage();
      page.navigate("/settings/appearance");
      assertThat(page.locator("#n-rail-review")).isVisible();
      page.waitForResponse("**/look", () -> page.locator("main").getByText("Hidden").click());
      assertThat(page.locator("#n-rail-review")).isHidden();
      page.reload();
      assertThat(page.locator("#n-rail-review")).isHidden();
      assertThat(page.locator(".rail .finder kbd").first()).isVisible();
    }
  }

  private static void shoot(Page page, String name) throws Exception {
    Optional<String> folder = Optional.ofNullable(System.getProperty("shots"));
    if (folder.isPresent()) {
      Path to = Files.createDirectories(Path.of(folder.get()));
      page.screenshot(
          new Page.ScreenshotOptions().setPath(to.resolve(name + ".png")).setFullPage(true));
    }
  }
}
