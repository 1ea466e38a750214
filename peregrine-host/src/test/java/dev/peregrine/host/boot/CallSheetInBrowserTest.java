package dev.peregrine.host.boot;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.rounds.RoundKind;
import dev.peregrine.host.rounds.RoundPlan;
import dev.peregrine.host.storage.Deadline;
import dev.peregrine.host.web.Chromium;
import dev.peregrine.host.web.Rules;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sheet for a call on a phone whose connection comes and goes. */
class CallSheetInBrowserTest {

  private static final String NOTES = "#notes-text";
  private static final String STATE = "#notes-state";

  @TempDir Path home;
  private World world;
  private Chromium chromium;
  private BrowserContext phone;
  private long round;
  private String sheet;

  @BeforeEach
  void start() throws Exception {
    world = new World(home, 0, InstantSource.fixed(World.NOW), false);
    long job = world.seed().getFirst();
    round =
        world.as(
            () -> {
              world.jobs.move(List.of(job), Stage.PHONE_SCREEN, Optional.empty());
              return world.afterApplying.rounds().add(job, RoundPlan.of(RoundKind.RECRUITER)).id();
            });
    sheet = "/interviews/" + job + "/prep/sheet/" + round;
    chromium = new Chromium();
    phone = context(390);
  }

  @AfterEach
  void stop() {
    chromium.close();
    world.close();
  }

  private BrowserContext context(int width) {
    return chromium
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + world.port())
                .setViewportSize(width, 844)
                .setTimezoneId("Europe/Berlin"));
  }

  private Page kept() {
    Page page = phone.newPage();
    page.navigate(sheet);
    assertThat(page.locator("#kept")).containsText("Kept on this device");
    return page;
  }

  private String stored() throws Exception {
    return world.as(() -> world.afterApplying.rounds().notes(round).text());
  }

  private static int waiting(Page page) {
    return (Integer) page.evaluate("localStorage.length");
  }

  @Test
  void onceOpenedItOpensWithoutAConnectionAndNotesTypedThenAreSavedLater() throws Exception {
    kept().close();
    phone.setOffline(true);
    Page page = phone.newPage();
    page.navigate(sheet);
    assertThat(page.locator("#kept")).containsText("No connection");
    assertThat(page.locator("#posting")).isVisible();
    assertThat(page.evaluate("getComputedStyle(document.querySelector('.card')).borderRadius"))
        .as("its style is there")
        .isEqualTo("16px");
    page.fill(NOTES, "Typed in a tunnel");
    assertThat(page.locator(STATE)).containsText("Not saved yet");
    page.close();
    Page again = phone.newPage();
    again.navigate(sheet);
    assertThat(again.locator(NOTES)).hasValue("Typed in a tunnel");
    assertThat(again.locator(STATE)).containsText("Not saved yet");
    assertThat(waiting(again)).isEqualTo(1);
    phone.setOffline(false);
    again.evaluate("dispatchEvent(new Event('online'))");
    assertThat(again.locator(STATE)).containsText("Saved");
    world.tenant.run(() -> Deadline.until(() -> storedNow().equals("Typed in a tunnel")));
    assertThat(waiting(again)).isZero();
  }

  private String storedNow() {
    return world.afterApplying.rounds().notes(round).text();
  }

  @Test
  void whatWasSavedElsewhereMeanwhileIsShownAndNothingIsLost() throws Exception {
    kept().close();
    phone.setOffline(true);
    Page page = phone.newPage();
    page.navigate(sheet);
    page.fill(NOTES, "From the phone");
    assertThat(page.locator(STATE)).containsText("Not saved yet");
    world.as(() -> world.afterApplying.rounds().saveNotes(round, "From the desk", 0));
    phone.setOffline(false);
    page.evaluate("dispatchEvent(new Event('online'))");
    assertThat(page.locator("#notes-theirs")).containsText("From the desk");
    assertThat(page.locator(NOTES)).hasValue("From the phone");
    assertThat(stored()).isEqualTo("From the desk");
    page.getByText("Keep both").click();
    assertThat(page.locator("#notes-theirs")).hasCount(0);
    world.tenant.run(
        () -> Deadline.until(() -> storedNow().equals("From the desk\n\nFrom the phone")));
  }

  @Test
  void notesThatWaitInTheBrowserAreToldOnOtherPagesUntilTheirSheetIsOpened() throws Exception {
    Page page = kept();
    page.evaluate(
        "([key, page]) => localStorage.setItem(key, JSON.stringify({text: 'Waiting', seen: '0',"
            + " page}))",
        List.of("peregrine-notes-" + round, sheet));
    page.navigate("/stories");
    page.getByText("Open their sheet").click();
    assertThat(page.locator(STATE)).containsText("Saved");
    assertThat(page.locator(NOTES)).hasValue("Waiting");
    assertThat(stored()).isEqualTo("Waiting");
    page.navigate("/stories");
    assertThat(page.getByText("Open their sheet")).hasCount(0);
  }

  @Test
  void removedFromTheDeviceItOpensWithAConnectionOnly() {
    Page page = kept();
    page.getByText("Remove it from this device").click();
    assertThat(page.locator("#kept")).containsText("Removed");
    assertThat(page.evaluate("caches.keys().then(keys => keys.length)")).isEqualTo(0);
  }

  @Test
  void nothingButTheSheetIsKept() {
    Page page = kept();
    page.navigate("/interviews");
    phone.setOffline(true);
    assertThat(problemOf("/interviews")).contains("ERR_INTERNET_DISCONNECTED");
    assertThat(problemOf(sheet.replaceAll("/sheet/.*", ""))).contains("ERR_INTERNET_DISCONNECTED");
    assertThat(problemOf(sheet)).isEmpty();
  }

  /** Why a page does not open. */
  private String problemOf(String path) {
    try {
      phone.newPage().navigate(path);
      return "";
    } catch (com.microsoft.playwright.PlaywrightException offline) {
      return String.valueOf(offline.getMessage());
    }
  }

  @Test
  void itIsForAllPeople() {
    for (int width : new int[] {390, 1440}) {
      Page page = context(width).newPage();
      page.navigate(sheet);
      assertThat(page.locator("#kept")).containsText("Kept on this device");
      assertThat(Rules.over(page).analyze().getViolations()).isEmpty();
      assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isEqualTo(true);
    }
  }
}
