package dev.peregrine.host.boot;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.peregrine.host.web.Chromium;
import dev.peregrine.host.web.Rules;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Feedback from any page: over it where there is script, as a page where there is none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedbackInBrowserTest {

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

  private BrowserContext context(int width, boolean script) {
    return chromium
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + world.port())
                .setViewportSize(width, 900)
                .setJavaScriptEnabled(script)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
  }

  @Test
  void itIsWrittenAndSeenOverThePageAndStaysWhereItWasLeft() {
    try (BrowserContext context = context(1440, true)) {
      Page page = context.newPage();
      page.navigate("/review");
      page.locator(".rail a[href^='/feedback?']").click();
      Locator dialog = page.locator("#feedback");
      assertThat(dialog).isVisible();
      assertThat(dialog.locator("input[name=title]")).isFocused();
      assertThat(dialog.locator("input[name=from]")).hasValue("/review");
      assertThat(Rules.over(page).include(List.of("#feedback")).analyze().getViolations())
          .isEmpty();
      dialog.locator("input[name=title]").fill("The ring is empty");
      dialog.locator("textarea[name=text]").fill("After a review it shows nothing.");
      page.keyboard().press("Escape");
      assertThat(dialog).isHidden();
      page.locator(".rail a[href^='/feedback?']").click();
      assertThat(dialog.locator("input[name=title]")).hasValue("The ring is empty");
      dialog.locator(".btn.primary").click();
      assertThat(dialog.locator("pre")).containsText("After a review it shows nothing.");
      assertThat(dialog.locator("h2").first()).isFocused();
      dialog.locator("form[action='/feedback'] button").click();
      assertThat(dialog.locator("textarea[name=text]"))
          .hasValue("After a review it shows nothing.");
      assertThat(page.url()).endsWith("/review");
    }
  }

  @Test
  void onAPhoneItComesFromUnderMore() {
    try (BrowserContext context = context(390, true)) {
      Page page = context.newPage();
      page.navigate("/");
      page.locator("[popovertarget=more]").click();
      page.locator("#more a[href^='/feedback?']").click();
      assertThat(page.locator("#more")).isHidden();
      assertThat(page.locator("#feedback input[name=title]")).isFocused();
    }
  }

  @Test
  void withoutScriptTheLinkLeadsToThePage() {
    try (BrowserContext context = context(1440, false)) {
      Page page = context.newPage();
      page.navigate("/review");
      page.locator(".rail a[href^='/feedback?']").click();
      page.waitForURL("**/feedback?from=**");
      assertThat(page.locator("main h1")).isVisible();
    }
  }
}
