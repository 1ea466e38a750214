package dev.peregrine.host.boot;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.rounds.RoundState;
import dev.peregrine.host.web.Chromium;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail comes in while the board is open, moves its application with its round, and back. */
class SignalsInBrowserTest {

  @TempDir Path home;
  private final List<String> complaints = new ArrayList<>();
  private World world;
  private Chromium chromium;
  private long job;

  @BeforeEach
  void start() throws Exception {
    world = new World(home, 0, InstantSource.fixed(World.NOW), false);
    job = world.seed().getFirst();
    world.as(() -> world.jobs.move(List.of(job), Stage.APPLIED, Optional.empty()));
    chromium = new Chromium();
    setDefaultAssertionTimeout(30_000);
  }

  @AfterEach
  void stop() {
    chromium.close();
    world.close();
    assertThat(complaints).isEmpty();
  }

  private Page board(BrowserContext context) {
    Page page = context.newPage();
    page.onPageError(complaints::add);
    page.navigate("/interviews");
    assertThat(page.locator(".overzone[data-drags]")).hasCount(1);
    return page;
  }

  private BrowserContext context(int width) {
    return chromium
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + world.port())
                .setViewportSize(width, 900)
                .setHasTouch(width < 600)
                .setIsMobile(width < 600)
                .setTimezoneId("Europe/Berlin")
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
  }

  private Stage stage() throws Exception {
    return world.as(() -> world.jobs.findById(job)).orElseThrow().stage();
  }

  @Test
  void aMailThatComesInMovesItsApplicationByKeysAndBack() throws Exception {
    try (BrowserContext context = context(1440)) {
      Page page = board(context);
      IncomingMail.signals(world, job);
      Locator tile = page.locator("#tile-" + job);
      assertThat(tile.locator(".signal")).containsText("Looks like an invitation to talk");
      assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
      page.keyboard().press("j");
      assertThat(tile).isFocused();
      page.keyboard().press("e");
      assertThat(tile.locator(".mail-text")).containsText("Ole Brandt");
      tile.locator(".signal .acts a").press("Enter");
      Locator sheet = page.locator("#moving");
      assertThat(sheet.locator("input[value=phone_screen]")).isChecked();
      assertThat(sheet.locator("input[value=phone_screen]")).isFocused();
      sheet.locator("input[name=agree]").first().check();
      sheet.locator("button.btn.primary").click();
      assertThat(page.locator(".tiles[data-lane=phone_screen] #tile-" + job)).hasCount(1);
      assertThat(tile).containsText("Tuesday, 14:00");
      assertThat(stage()).isEqualTo(Stage.PHONE_SCREEN);
      assertThat(state()).isEqualTo(RoundState.AGREED);
      page.locator("#toasts [data-do=undo]").click();
      assertThat(page.locator(".tiles[data-lane=applied] #tile-" + job)).hasCount(1);
      assertThat(tile.locator(".signal")).containsText("Looks like an invitation to talk");
      assertThat(stage()).isEqualTo(Stage.APPLIED);
      assertThat(state()).isEqualTo(RoundState.PROPOSED);
    }
  }

  private RoundState state() throws Exception {
    return world.as(() -> world.afterApplying.rounds().of(job)).getFirst().state();
  }

  @Test
  void onAPhoneItIsDismissedAndBroughtBackByTouch() throws Exception {
    IncomingMail.signals(world, job);
    try (BrowserContext context = context(390)) {
      Page page = board(context);
      Locator tile = page.locator("#tile-" + job);
      tile.locator(".signal > .acts button").tap();
      assertThat(tile.locator(".signal")).containsText("Looks like an offer");
      page.locator("#toasts [data-do=undo]").tap();
      assertThat(tile.locator(".signal")).containsText("Looks like an invitation to talk");
      tile.locator(".relabel summary").tap();
      tile.locator(".relabel button[value=neutral]").tap();
      assertThat(tile.locator(".signal")).containsText("Looks like an offer");
    }
  }
}
