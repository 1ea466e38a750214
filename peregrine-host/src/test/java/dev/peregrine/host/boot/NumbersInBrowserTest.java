package dev.peregrine.host.boot;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.peregrine.host.web.Chromium;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Charts, and the tables they are drawn from. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NumbersInBrowserTest {

  private World world;
  private Chromium chromium;

  @BeforeAll
  void start(@TempDir Path home) throws Exception {
    world = new World(home, 0, InstantSource.fixed(World.NOW));
    SentJobs.fill(world);
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
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setJavaScriptEnabled(script));
  }

  @Test
  void everyChartIsDrawnWithoutBreakingTheRulesOfThePage() {
    try (BrowserContext context = context(1440, ColorScheme.DARK, true)) {
      Page page = context.newPage();
      List<String> problems = new ArrayList<>();
      page.onConsoleMessage(
          message -> {
            if (!message.type().equals("log")) {
              problems.add(message.text());
            }
          });
      page.onPageError(problems::add);
      for (String by : List.of("score", "board", "source", "resume", "weekday", "agency")) {
        page.navigate("/numbers?range=all&by=" + by);
        assertThat(page.locator(".chart svg")).hasCount(5);
      }
      assertThat(page.locator(".chart[data-chart=funnel] svg")).containsText("Kept by your rules");
      assertThat(page.locator(".chart[data-chart=flow] svg")).containsText("Village jobs");
      assertThat(problems).isEmpty();
    }
  }

  @Test
  void chartsFollowTheSchemeAndDoNotMove() {
    try (BrowserContext context = context(1440, ColorScheme.LIGHT, true)) {
      Page page = context.newPage();
      page.navigate("/numbers?range=all");
      Locator word = page.locator(".chart[data-chart=funnel] svg text").first();
      assertThat(word).isVisible();
      String light = word.getAttribute("fill");
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      assertThat(word).not().hasAttribute("fill", light);
      assertThat(page.locator(".chart animate, .chart animateTransform")).hasCount(0);
    }
  }

  @Test
  void picturesThatAreTakenAwayNameNoBoard() throws Exception {
    try (BrowserContext context = context(1440, ColorScheme.LIGHT, true)) {
      Page page = context.newPage();
      page.navigate("/numbers?range=all&by=board");
      for (String figure : List.of("flow", "answers")) {
        Locator takes = page.locator("#" + figure + " .takes");
        Download svg = page.waitForDownload(() -> takes.getByText("SVG").click());
        assertThat(Files.readString(svg.path()))
            .startsWith("<svg")
            .contains("Board A", "Board B")
            .doesNotContain("Village", "Added by you");
        Download png = page.waitForDownload(() -> takes.getByText("PNG").click());
        byte[] bytes = Files.readAllBytes(png.path());
        assertThat(Arrays.copyOf(bytes, 4)).isEqualTo(new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        assertThat(bytes.length).isGreaterThan(5_000);
      }
    }
  }

  @Test
  void withoutScriptTheTablesSayItAll() {
    try (BrowserContext context = context(390, ColorScheme.LIGHT, false)) {
      Page page = context.newPage();
      page.navigate("/numbers?range=all");
      assertThat(page.locator("#funnel-table")).isVisible();
      assertThat(page.locator(".chart").first()).isHidden();
      assertThat(page.locator("[data-take]").first()).isHidden();
      page.locator("#flow summary").click();
      assertThat(page.locator("#flow-table")).isVisible();
    }
  }

  @Test
  void onAPhoneTheWayIsATable() {
    try (BrowserContext context = context(390, ColorScheme.LIGHT, true)) {
      Page page = context.newPage();
      page.navigate("/numbers?range=all");
      assertThat(page.locator(".chart[data-chart=flow]")).isHidden();
      assertThat(page.locator("#flow-table")).isVisible();
      assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isEqualTo(true);
    }
  }
}
