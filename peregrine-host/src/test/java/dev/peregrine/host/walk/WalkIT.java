package dev.peregrine.host.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.peregrine.host.web.Chromium;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The way of a new person through the built program, in a real browser, with the shipped plugins
 * and a server that answers like their boards: some well, some badly. The steps build on each
 * other.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WalkIT {

  private static final List<String> BOARDS =
      List.of(
          "Arbeitnow",
          "Ashby",
          "Greenhouse",
          "Himalayas",
          "Jobicy",
          "Lever",
          "Remote OK",
          "Remotive",
          "We Work Remotely");

  private static final String RESUME =
      """
      Mara Winter
      Senior software engineer, Berlin

      Java developer with nine years of experience, most of it with Spring Boot, Kafka and PostgreSQL.
      At Hafenwerk I built the services that plan berths for 40 ships a day, in Java on Kubernetes.
      I care for tests, readable code and SQL that explains itself. Docker, REST, Git, Linux, gRPC.
      Languages: German, English.
      """;

  private static final LocatorAssertions.IsVisibleOptions SOON =
      new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

  private BoardServer boards;
  private Chromium chromium;
  private Program program;
  private Page page;
  private Path home;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    home = folder;
    boards = new BoardServer();
    boards.serve("/api/remote-jobs", "remotive.json");
    boards.serve("/api", "remoteok.json");
    boards.serve("/api/job-board-api", "arbeitnow.json");
    boards.serve("/remote-jobs.rss", "weworkremotely.rss");
    boards.serve("/v1/boards/example/jobs", "greenhouse.json");
    boards.serve("/v0/postings/example", "lever.json");
    boards.serve("/posting-api/job-board/example", "ashby.json");
    boards.serve("/api/v2/remote-jobs", 403, "text/html", "<html>Sign in</html>", Map.of());
    boards.serve("/jobs/api", 200, "text/html", "<!doctype html><title>Welcome</title>", Map.of());
    boards.serve(
        "/jobs/api/search", 200, "text/html", "<!doctype html><title>Welcome</title>", Map.of());
    chromium = new Chromium();
    program = Program.start(home);
    page =
        chromium
            .browser()
            .newPage(new Browser.NewPageOptions().setViewportSize(1440, 900).setLocale("en-GB"));
    page.setDefaultTimeout(20_000);
  }

  @AfterAll
  void stop() throws Exception {
    chromium.close();
    program.close();
    boards.close();
  }

  private void open(String path) {
    page.navigate(program.address() + path);
  }

  @Test
  @Order(1)
  void everyShippedBoardTakesAnotherServerAddress() {
    open("/plugins");
    for (String board : BOARDS) {
      page.getByRole(
              AriaRole.LINK,
              new Page.GetByRoleOptions().setName(Pattern.compile("Settings.*" + board)))
          .click();
      page.getByLabel("Server address").fill(boards.address());
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save").setExact(true))
          .click();
      assertThat(page.getByLabel("Server address")).hasValue(boards.address());
    }
  }

  @Test
  @Order(2)
  void threeAnswersStartTheFirstSearch() {
    open("/");
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .containsText("Three answers");
    page.getByLabel("What work are you looking for?").fill("Java developer");
    page.getByLabel("Where?", new Page.GetByLabelOptions().setExact(true)).fill("Berlin");
    page.getByText("Or paste its text").click();
    page.getByLabel("Text of your résumé").fill(RESUME);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Find jobs")).click();

    assertThat(page.locator("#run-remotive")).containsText("Done");
    assertThat(page.locator("#run-jobicy"))
        .containsText(
            Pattern.compile("Blocked"),
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
    assertThat(page.locator("#run-jobicy")).containsText("403");
    assertThat(page.locator("#run-himalayas")).containsText("web page");
    assertThat(page.locator("#run-arbeitnow")).containsText("Done");
  }

  @Test
  @Order(3)
  void employersAreNamedInTheSearchAndTheirBoardsAnswer() {
    open("/search");
    page.getByText("Employers to watch").click();
    for (String board : List.of("ashby", "greenhouse", "lever")) {
      page.locator("#employers-" + board).fill("example");
    }
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save").setExact(true))
        .first()
        .click();
    open("/");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Find new jobs"))
        .first()
        .click();
    assertThat(page.locator("#run-greenhouse"))
        .containsText("Done", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
    assertThat(page.locator("#run-lever"))
        .containsText("Done", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
    assertThat(page.locator("#run-ashby"))
        .containsText("Done", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
  }

  @Test
  @Order(4)
  void theBestMatchComesFirstAndSaysWhy() {
    open("/review?view=list");
    assertThat(page.locator("#rows > li").first()).isVisible(SOON);
    assertThat(page.locator("#rows")).containsText("Senior Java Developer");
    assertThat(page.locator("#rows")).not().containsText("Pflegefachkraft");
    // The same job on two boards is one row.
    assertThat(
            page.locator("#rows > li", new Page.LocatorOptions().setHasText("Nordlicht Energie")))
        .hasCount(1);

    page.locator("#rows a", new Page.LocatorOptions().setHasText("Senior Java Developer")).click();
    assertThat(page.getByText("Why this score")).isVisible();
    assertThat(page.locator("main")).containsText("Seen on 2 boards");
    assertThat(page.locator("main mark").first()).isVisible();
    assertThat(page.locator("main script, main img[onerror]")).hasCount(0);
    assertThat(page.title()).doesNotContain("hostile");
  }

  @Test
  @Order(5)
  void decisionsAreKeysAndEveryOneCanBeTakenBack() {
    open("/review");
    String first = page.locator(".deck h2").innerText();
    page.keyboard().press("ArrowRight");
    assertThat(page.locator(".deck h2")).not().hasText(first);
    String second = page.locator(".deck h2").innerText();
    page.keyboard().press("ArrowLeft");
    assertThat(page.locator(".deck h2")).not().hasText(second);
    page.keyboard().press("z");
    assertThat(page.locator(".deck h2")).hasText(second);
    page.keyboard().press("z");
    assertThat(page.locator(".deck h2")).hasText(first);
    page.keyboard().press("ArrowRight");
    assertThat(page.locator(".deck h2")).hasText(second);
    open("/review?view=list&stage=approved");
    assertThat(page.locator("#rows > li")).hasCount(1);
    assertThat(page.locator("#rows")).containsText(first);
  }

  @Test
  @Order(6)
  void whatARuleHidIsFoundUnderItsName() {
    open("/review?view=list&stage=hidden");
    assertThat(page.locator("#rows")).containsText("Pflegefachkraft");
  }

  @Test
  @Order(7)
  void aKillLosesNothing() throws Exception {
    open("/review?view=list");
    int before = page.locator("#rows > li").count();
    assertThat(before).isPositive();
    program.kill();
    program = Program.start(home);
    open("/review?view=list");
    assertThat(page.locator("#rows > li")).hasCount(before);
    open("/review?view=list&stage=approved");
    assertThat(page.locator("#rows > li")).hasCount(1);
  }

  @Test
  @Order(8)
  void aKillDuringARunKeepsWhatWasStoredAndSaysThatItWasBrokenOff() throws Exception {
    boards.serve("/api/job-board-api", "arbeitnow.json", "nordlicht", "suedlicht");
    boards.hold("/remote-jobs.rss");
    open("/");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Find new jobs"))
        .first()
        .click();
    // The run before stands there until this one has begun.
    assertThat(page.locator("#run-weworkremotely")).not().containsText("Done");
    assertThat(page.locator("#run-arbeitnow"))
        .containsText("Done", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
    open("/review?view=list");
    int stored = page.locator("#rows > li").count();

    program.kill();
    program = Program.start(home);

    open("/review?view=list");
    assertThat(page.locator("#rows > li")).hasCount(stored);
    open("/");
    assertThat(page.locator("#run-arbeitnow")).containsText("Done");
    assertThat(page.locator("#run-weworkremotely")).containsText("Stopped");
    assertThat(page.locator("#tasks")).containsText("Interrupted by restart");
  }
}
