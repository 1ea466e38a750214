package dev.peregrine.host.boot;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.peregrine.host.web.Chromium;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notices while a page is open: by the browser where it may, else on the page. */
class NotificationsInBrowserTest {

  private static final String HERE = "/settings/notifications";

  /** The real one shows nothing that a test could read. */
  private static final String RECORDED =
      """
      window.shown = [];
      window.Notification = class {
        static permission = 'default';
        static requestPermission() {
          window.asked = true;
          Notification.permission = 'granted';
          localStorage.setItem('test-granted', 'yes');
          return Promise.resolve('granted');
        }
        constructor(title, more) {
          window.shown.push(title + '|' + more.body);
          document.documentElement.dataset.shown = window.shown.length;
        }
      };
      if (localStorage.getItem('test-granted')) Notification.permission = 'granted';
      """;

  @TempDir Path home;
  private final List<String> complaints = new ArrayList<>();
  private World world;
  private Chromium chromium;

  @BeforeEach
  void start() throws Exception {
    NotifierJar.write(home.resolve("shipped/integration-bell.jar"));
    world = new World(home, 0, InstantSource.fixed(World.NOW), false);
    chromium = new Chromium();
    setDefaultAssertionTimeout(30_000);
  }

  @AfterEach
  void stop() {
    chromium.close();
    world.close();
    assertThat(complaints).isEmpty();
  }

  private BrowserContext context() {
    return chromium
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + world.port())
                .setTimezoneId("Europe/Berlin"));
  }

  private Page open(BrowserContext context, String path) {
    Page page = context.newPage();
    page.onPageError(complaints::add);
    page.navigate(path);
    return page;
  }

  private void turnOn(Page page) {
    page.locator("form[data-notices=on] button").click();
    assertThat(page.locator("form[data-notices=off] button")).isVisible();
    assertThat(page.locator("#toasts")).containsText("Notices are shown in this browser.");
    tick();
  }

  private void tick() {
    world.tenant.run(world.connecting.noticing()::tick);
  }

  private void remind(String what) {
    world.tenant.run(
        () ->
            world
                .afterApplying
                .reminders()
                .own()
                .add(OptionalLong.empty(), what, LocalDate.of(2026, 3, 12), 5));
    tick();
  }

  @Test
  void whereTheBrowserMayNotTheyAreShownOnThePageAsText() throws Exception {
    try (BrowserContext context = context()) {
      // One page: of several that are seen at once, any may be the one that shows it.
      Page page = open(context, HERE);
      turnOn(page);
      page.navigate("/settings");
      remind("<img src=x onerror=alert(1)> Call the registry");

      assertThat(page.locator("#toasts a"))
          .hasText("<img src=x onerror=alert(1)> Call the registry");
      assertThat(page.locator("#toasts img")).hasCount(0);
      page.waitForCondition(
          () ->
              world.tenant.calling(() -> world.connecting.noticing().outbox().waiting()).isEmpty());
    }
  }

  @Test
  void whereTheBrowserMayItShowsEachOnceHoweverManyTabsThereAre() throws Exception {
    try (BrowserContext context = context()) {
      context.addInitScript(RECORDED);
      Page first = open(context, HERE);
      assertThat(first.evaluate("Boolean(window.asked)")).isEqualTo(false);
      turnOn(first);
      Page second = open(context, "/settings");
      Page third = open(context, "/");
      remind("Call the registry");
      first.waitForCondition(
          () ->
              world.tenant.calling(() -> world.connecting.noticing().outbox().waiting()).isEmpty());

      List<Object> shown = new ArrayList<>();
      for (Page page : List.of(first, second, third)) {
        shown.addAll((List<?>) page.evaluate("window.shown"));
      }
      assertThat(shown).containsExactly("Call the registry|You noted it");
    }
  }

  @Test
  void whoSwitchesItOffIsShownNothing() throws Exception {
    try (BrowserContext context = context()) {
      Page page = open(context, HERE);
      turnOn(page);
      page.locator("form[data-notices=off] button").click();
      assertThat(page.locator("form[data-notices=on] button")).isVisible();
      remind("Call the registry");

      org.assertj.core.api.Assertions.assertThat(
              world.tenant.calling(() -> world.connecting.noticing().outbox().waiting()))
          .isEmpty();
    }
  }

  @Test
  void thePageIsUsableWithARuleOpenAndASampleChosen() throws Exception {
    world.as(
        () ->
            world
                .connecting
                .integrations()
                .connect("integration/bell", java.util.Map.of("file", home + "/rung.txt")));
    try (BrowserContext context = context()) {
      Page page = open(context, HERE);
      page.locator(".noticerules summary").first().click();
      page.locator("#postings_found-pace").selectOption("daily");
      assertThat(page.locator("#postings_found-at")).isVisible();
      page.locator("#event").selectOption("offer_received");
      assertThat(page.locator(".noticesample .strong")).hasText("Deichwerk AG makes…");

      assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }
  }
}
