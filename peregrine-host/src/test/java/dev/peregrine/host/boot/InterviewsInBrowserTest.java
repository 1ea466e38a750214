package dev.peregrine.host.boot;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import dev.peregrine.host.pipeline.Ending;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.web.Chromium;
import dev.peregrine.host.web.Rules;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** From applied to hired and to the end, by mouse, by keys alone and by touch, with a way back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterviewsInBrowserTest {

  private static final List<Stage> WAY =
      List.of(Stage.PHONE_SCREEN, Stage.INTERVIEWING, Stage.OFFER, Stage.HIRED);

  private final List<String> complaints = new ArrayList<>();
  private World world;
  private Chromium chromium;
  private List<Long> ids;
  private long job;

  @BeforeAll
  void start(@TempDir Path home) throws Exception {
    world = new World(home, 0, InstantSource.fixed(World.NOW), false);
    ids = world.seed();
    job = ids.getFirst();
    chromium = new Chromium();
    // A busy machine is slow, not wrong.
    setDefaultAssertionTimeout(30_000);
  }

  @AfterAll
  void stop() {
    chromium.close();
    world.close();
  }

  @BeforeEach
  void threeThatWait() throws Exception {
    complaints.clear();
    move(Stage.PENDING, ids.subList(0, 3));
    move(Stage.APPLIED, ids.subList(0, 3));
  }

  @AfterEach
  void theBrowserHadNothingToComplainAbout() {
    assertThat(complaints).isEmpty();
  }

  private void move(Stage to, List<Long> some) throws Exception {
    world.as(() -> world.jobs.move(some, to, Optional.empty()));
  }

  private Stage stored() throws Exception {
    return world.as(() -> world.jobs.findById(job)).orElseThrow().stage();
  }

  private BrowserContext context(int width) {
    return chromium
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + world.port())
                .setViewportSize(width, width < 600 ? 844 : 900)
                .setHasTouch(width < 600)
                .setIsMobile(width < 600)
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
  }

  private Page board(BrowserContext context) {
    Page page = context.newPage();
    page.onConsoleMessage(
        said -> {
          if (said.type().equals("error")) {
            complaints.add(said.text());
          }
        });
    page.onPageError(complaints::add);
    page.navigate("/interviews");
    assertThat(page.locator(".overzone[data-drags]")).hasCount(1);
    return page;
  }

  private Locator tile(Page page) {
    return page.locator("#tile-" + job);
  }

  /**
   * As the server drew it: while it is dragged, a tile is in the lane before it is stored there.
   */
  private void isIn(Page page, Stage stage) throws Exception {
    assertThat(
            page.locator(
                ".tiles[data-lane=%s] #tile-%d[data-stage=%s]"
                    .formatted(stage.key(), job, stage.key())))
        .hasCount(1);
    assertThat(stored()).isEqualTo(stage);
  }

  /** As a hand does it: down, a little aside, across, and up. */
  private void drag(Page page, String to) {
    assertThat(page.locator(".overzone[data-drags]")).hasCount(1);
    BoundingBox from = tile(page).boundingBox();
    page.mouse().move(from.x + 60, from.y + 12);
    page.mouse().down();
    page.mouse().move(from.x + 80, from.y + 30, new Mouse.MoveOptions().setSteps(4));
    assertThat(page.locator("#board.dragging")).hasCount(1);
    BoundingBox there = page.locator(to).boundingBox();
    page.mouse()
        .move(
            there.x + there.width / 2,
            there.y + Math.min(40, there.height / 2),
            new Mouse.MoveOptions().setSteps(12));
    assertThat(page.locator(to + " .sortable-ghost")).hasCount(1);
    page.mouse().up();
  }

  @Test
  void byMouseFromAppliedToHiredAndBackAtEachStep() throws Exception {
    try (BrowserContext context = context(1440)) {
      Page page = board(context);
      Stage before = Stage.APPLIED;
      for (Stage stage : WAY) {
        String lane = ".tiles[data-lane=%s]".formatted(stage.key());
        toward(page, stage, lane);
        assertThat(page.locator("#toasts")).containsText("Moved");
        isIn(page, stage);
        page.locator("#toasts [data-do=undo]").click();
        assertThat(page.locator("#toasts")).containsText("Undone");
        isIn(page, before);
        toward(page, stage, lane);
        assertThat(page.locator("#toasts")).containsText("Moved");
        isIn(page, stage);
        before = stage;
      }
      assertThat(page.locator("#lane-hired")).containsText("You have the job");
    }
  }

  /** Dragged from lane to lane; the last step is confirmed in the sheet. */
  private void toward(Page page, Stage stage, String lane) {
    if (stage != Stage.HIRED) {
      drag(page, lane);
      return;
    }
    tile(page).locator("[data-move]").click();
    page.locator("#moving label:has(input[value=hired])").click();
    page.locator("#moving button.primary").click();
  }

  @Test
  void byMouseToTheEndWhereItIsAskedHowItEnded() throws Exception {
    try (BrowserContext context = context(1440)) {
      Page page = board(context);
      drag(page, ".overzone");
      page.locator("#moving label").filter(said("Nobody answers")).click();
      page.locator("#moving button.primary").click();
      assertThat(tile(page)).hasCount(0);
      assertThat(page.locator(".ended")).containsText("Never answered");
      assertThat(world.as(() -> world.jobs.findById(job)).orElseThrow().ending())
          .contains(Ending.GHOSTED);
      page.locator("#toasts [data-do=undo]").click();
      isIn(page, Stage.APPLIED);
    }
  }

  private static Locator.FilterOptions said(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  /** In the sheet, by keys: down to the answer, chosen, sent. */
  private void choose(Page page, String answer) {
    assertThat(page.locator("#moving")).isVisible();
    Locator wanted = page.locator("#moving input[value=%s]".formatted(answer));
    assertThat(page.locator("#moving input[type=radio]").first()).isFocused();
    page.keyboard().press("Space");
    for (int presses = 0; presses < 9 && !wanted.isChecked(); presses++) {
      page.keyboard().press("ArrowDown");
    }
    page.keyboard().press("Enter");
    assertThat(page.locator("#moving")).isHidden();
  }

  @Test
  void byKeysAloneFromAppliedToHiredAndToTheEndAndBackAtEachStep() throws Exception {
    try (BrowserContext context = context(1440)) {
      Page page = board(context);
      while (!page.evaluate("document.activeElement.id").equals("tile-" + job)) {
        page.keyboard().press("j");
      }
      Stage before = Stage.APPLIED;
      for (Stage stage : WAY) {
        for (int time = 0; time < 2; time++) {
          page.keyboard().press("m");
          choose(page, stage.key());
          isIn(page, stage);
          if (time == 0) {
            page.keyboard().press("z");
            assertThat(page.locator("#toasts")).containsText("Undone");
            isIn(page, before);
          }
        }
        before = stage;
      }
      page.keyboard().press("m");
      choose(page, "rejected");
      assertThat(tile(page)).hasCount(0);
      page.keyboard().press("z");
      isIn(page, Stage.HIRED);
    }
  }

  @Test
  void byTouchAt390PixelsToHiredAndToTheEndAndBack() throws Exception {
    try (BrowserContext context = context(390)) {
      Page page = board(context);
      Stage before = Stage.APPLIED;
      for (Stage stage : WAY) {
        tap(page, stage.key());
        isIn(page, stage);
        page.locator("#toasts [data-do=undo]").tap();
        assertThat(page.locator("#toasts")).containsText("Undone");
        isIn(page, before);
        tap(page, stage.key());
        isIn(page, stage);
        before = stage;
      }
      tap(page, "withdrawn");
      assertThat(tile(page)).hasCount(0);
      page.locator("#toasts [data-do=undo]").tap();
      isIn(page, Stage.HIRED);
      assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isEqualTo(true);
    }
  }

  private void tap(Page page, String to) {
    if (page.locator("#toasts [data-close]").isVisible()) {
      page.locator("#toasts [data-close]").tap(); // it may lie over the button
    }
    tile(page).locator("[data-move]").tap();
    page.locator("#moving label:has(input[value=%s])".formatted(to)).tap();
    page.locator("#moving button.primary").tap();
    assertThat(page.locator("#moving")).isHidden();
    assertThat(page.locator("#toasts")).not().containsText("Undone");
  }

  @Test
  void keysDoNothingWhileAControlHasTheFocus() {
    try (BrowserContext context = context(1440)) {
      Page page = board(context);
      tile(page).locator(".pick").focus();
      page.keyboard().press("m");
      page.keyboard().press("j");
      assertThat(page.locator("#moving")).isHidden();
      assertThat(tile(page).locator(".pick")).isFocused();
      tile(page).locator("[data-move]").focus();
      page.keyboard().press("x");
      assertThat(tile(page).locator(".pick")).not().isChecked();
    }
  }

  @Test
  void severalAreChosenByKeysAndMovedAsOne() throws Exception {
    try (BrowserContext context = context(1440)) {
      Page page = board(context);
      for (String key : List.of("j", "x", "j", "x")) {
        page.keyboard().press(key);
      }
      assertThat(page.locator("[data-picked]").first()).hasText("2");
      page.locator("#bulk-to").selectOption("interviewing");
      page.locator("#bulk button.primary").click();
      assertThat(page.locator(".tiles[data-lane=interviewing] .tile")).hasCount(2);
      page.locator("#toasts [data-do=undo]").click();
      assertThat(page.locator(".tiles[data-lane=applied] .tile")).hasCount(3);
    }
  }

  @Test
  void twoWindowsMovingOneCardAreToldAndNothingIsOverwritten() throws Exception {
    try (BrowserContext context = context(1440)) {
      Page slow = board(context);
      tile(slow).locator("[data-move]").click();
      slow.locator("#moving input[value=offer]").check();
      move(Stage.INTERVIEWING, List.of(job)); // the other window
      slow.locator("#moving button.primary").click();
      assertThat(slow.locator("#toasts")).containsText("was moved meanwhile");
      isIn(slow, Stage.INTERVIEWING);
    }
  }

  @Test
  void whatAnotherWindowDoesIsSeenButTakesNoSelectionAway() throws Exception {
    try (BrowserContext context = context(1440)) {
      Page page = board(context);
      move(Stage.OFFER, List.of(job));
      isIn(page, Stage.OFFER);
      tile(page).locator(".pick").check();
      move(Stage.HIRED, List.of(ids.get(1)));
      page.locator("#bulk-to").selectOption("interviewing");
      assertThat(tile(page).locator(".pick")).isChecked();
      page.locator("[data-clear]").click();
      assertThat(page.locator(".tiles[data-lane=hired] .tile")).hasCount(1);
    }
  }

  @Test
  void theFoldedLaneStaysFolded() {
    try (BrowserContext context = context(1440)) {
      Page page = board(context);
      page.locator("#lane-applied > summary").click();
      assertThat(tile(page)).isHidden();
      page.reload();
      assertThat(tile(page)).isHidden();
      page.locator("#lane-applied > summary").click();
      page.reload();
      assertThat(tile(page)).isVisible();
    }
  }

  @Test
  void theSheetIsAccessible() {
    for (int width : new int[] {1440, 390}) {
      try (BrowserContext context = context(width)) {
        Page page = board(context);
        tile(page).locator("[data-move]").click();
        assertThat(page.locator("#moving h2")).hasText(Pattern.compile("Move .+"));
        assertThat(Rules.over(page).analyze().getViolations()).isEmpty();
      }
    }
  }
}
