package dev.peregrine.host.boot;

import static com.microsoft.playwright.options.WaitForSelectorState.DETACHED;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForSelectorOptions;
import dev.peregrine.host.web.Browser;
import dev.peregrine.host.web.Chromium;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The demo as it is served, with everything real. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DemoTest {

  @TempDir static Path home;

  private DemoServer demo;

  @BeforeAll
  void start() {
    demo = new DemoServer(home, home, InstantSource.system());
  }

  @AfterAll
  void stop() {
    demo.close();
  }

  private Browser visitor() {
    return demo.visitor();
  }

  private static String firstJob(Browser visitor) throws Exception {
    return visitor.open("/review?view=list").select("a[href~=^/jobs/\\d+$]").attr("href");
  }

  @Test
  void eachVisitorHasACopyThatNobodyElseSeesAndACookieThatScriptsCannotRead() throws Exception {
    Browser ann = visitor();
    Browser bob = visitor();
    HttpResponse<String> first = ann.get("/");
    assertThat(first.headers().allValues("Set-Cookie"))
        .anyMatch(
            cookie ->
                cookie.matches("peregrine_visitor=[0-9a-f]{32}; .*")
                    && cookie.contains("HttpOnly")
                    && cookie.contains("SameSite=Lax"));
    assertThat(ann.get("/").headers().allValues("Set-Cookie"))
        .noneMatch(cookie -> cookie.startsWith("peregrine_visitor"));
    String job = firstJob(ann);
    assertThat(ann.submit(job + "/move", Map.of("to", "rejected")).statusCode()).isEqualTo(303);
    assertThat(firstJob(ann)).isNotEqualTo(job);
    assertThat(firstJob(bob)).isEqualTo(job);
  }

  @Test
  void aTierThatIsTriedGatesWhatItWouldGate() throws Exception {
    Browser ann = visitor();
    Browser bob = visitor();
    assertThat(ann.open("/").select(".banner button[aria-pressed=true]").text()).isEqualTo("Paid");
    var tried = ann.submit("/demo/tier", Map.of("value", "free", "from", "/review"));
    assertThat(tried.headers().firstValue("Location")).hasValue("/review");
    assertThat(ann.open("/").select(".banner button[aria-pressed=true]").text()).isEqualTo("Free");
    assertThat(bob.open("/").select(".banner button[aria-pressed=true]").text()).isEqualTo("Paid");
    assertThat(ann.open("/settings/licence").text()).contains("Free");
    assertThat(ann.submit("/demo/tier", Map.of("value", "ultra")).statusCode()).isEqualTo(303);
    assertThat(ann.open("/").select(".banner button[aria-pressed=true]").text()).isEqualTo("Free");
  }

  @Test
  void everyPageSaysThatItIsADemoAndRobotsStayAway() throws Exception {
    Browser ann = visitor();
    HttpResponse<String> robots = ann.get("/robots.txt");
    assertThat(robots.body()).isEqualTo("User-agent: *\nDisallow: /\n");
    assertThat(robots.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(ann.get("/review").headers().firstValue("X-Robots-Tag"))
        .hasValue("noindex, nofollow");
    Document page = ann.open("/interviews");
    assertThat(page.select(".banner").text()).contains("Demo", "invented", "60 minutes");
    assertThat(ann.open("/demo").select("#off li")).hasSizeGreaterThan(6);
  }

  @Test
  void aProgramGetsNoCopy() throws Exception {
    HttpResponse<String> asked =
        visitor().get("/api/v1/self", "Authorization", "Bearer pgn_somebody");
    assertThat(asked.statusCode()).isEqualTo(401);
    assertThat(asked.headers().allValues("Set-Cookie")).isEmpty();
    HttpResponse<String> token = visitor().submit("/settings/programs", Map.of("name", "x"));
    assertThat(token.statusCode()).isEqualTo(403);
    assertThat(token.body()).contains("The demo knows you by your browser");
  }

  @Test
  void whatIsOffIsRefusedWithAReasonAndNothingIsDone() throws Exception {
    Browser ann = visitor();
    HttpResponse<String> search = ann.submit("/discover", Map.of());
    assertThat(search.statusCode()).isEqualTo(403);
    assertThat(search.body()).contains("The demo calls no other server.");
    assertThat(ann.get("/settings/hardware").statusCode()).isEqualTo(403);
    Document page = ann.open("/");
    assertThat(page.select("#shut li[data-path~=discover]").attr("data-title"))
        .isEqualTo("off in the demo");
  }

  @Test
  void theTourLeadsFromPageToPageAndCanBeLeft() throws Exception {
    Browser ann = visitor();
    String path = ann.submit("/demo/tour", Map.of()).headers().firstValue("Location").orElseThrow();
    assertThat(path).isEqualTo("/#tourstep");
    for (int step = 1; step <= 8; step++) {
      Document page = ann.open(path);
      assertThat(page.select(".tourstep .sub").text()).isEqualTo(step + " of 8");
      assertThat(page.select(".tourstep a")).as("the step is about this page").isEmpty();
      path = ann.submit("/demo/tour/next", Map.of()).headers().firstValue("Location").orElseThrow();
    }
    assertThat(ann.open(path).select(".tourstep")).isEmpty();
    var _ = ann.submit("/demo/tour", Map.of());
    assertThat(ann.open("/today").select(".tourstep a").attr("href")).isEqualTo("/#tourstep");
    var _ = ann.submit("/demo/tour/leave", Map.of("from", "/today"));
    assertThat(ann.open("/today").select(".tourstep")).isEmpty();
  }

  /** In a real browser: the page moves with each step, and a key too many decides about a job. */
  @Test
  void theTourIsWalkedWithKeysAlone() {
    try (var chromium = new Chromium();
        BrowserContext context =
            chromium
                .browser()
                .newContext(
                    new NewContextOptions().setBaseURL("http://localhost:" + demo.port()))) {
      Page page = context.newPage();
      page.navigate("/");
      press(page, "Show me around", 40);
      List<String> paths = new ArrayList<>();
      for (int step = 1; step <= 8; step++) {
        page.waitForSelector(".tourstep .sub:text-is('%d of 8')".formatted(step));
        paths.add(URI.create(page.url()).getPath());
        var _ = page.waitForFunction("() => document.activeElement.id === 'tourstep'");
        if (step == 3) {
          press(page, "Back", 3);
          page.waitForSelector(".tourstep .sub:text-is('2 of 8')");
          press(page, "Next", 1);
          page.waitForSelector(".tourstep .sub:text-is('3 of 8')");
        }
        press(page, step == 8 ? "Finish" : "Next", 1);
      }
      page.waitForSelector(".tourstep", new WaitForSelectorOptions().setState(DETACHED));
      assertThat(paths)
          .containsExactly(
              "/", "/review", "/apply", "/interviews", "/mail", "/companies", "/today", "/numbers");
      page.navigate("/mail");
      press(page, "Show me around", 40);
      page.waitForSelector(".tourstep");
      press(page, "Leave the tour", 2);
      page.waitForSelector(".tourstep", new WaitForSelectorOptions().setState(DETACHED));
    }
  }

  /** Goes to a button with the Tab key and presses it with Enter. */
  private static void press(Page page, String button, int most) {
    for (int tabs = 1; tabs <= most; tabs++) {
      page.keyboard().press("Tab");
      Object here = page.evaluate("() => document.activeElement.textContent.trim()");
      if (button.equals(here)) {
        page.keyboard().press("Enter");
        return;
      }
    }
    throw new AssertionError(
        "\"%s\" is not among the next %d places of %s".formatted(button, most, page.url()));
  }

  @Test
  void whoBeginsAnewSeesWhatWasThereAtFirstAndCanGoBack() throws Exception {
    Browser ann = visitor();
    String job = firstJob(ann);
    var _ = ann.submit(job + "/move", Map.of("to", "rejected"));
    var _ = ann.submit("/demo/anew", Map.of());
    assertThat(ann.open("/").select("#toasts form").attr("action")).isEqualTo("/demo/anew/undo");
    assertThat(firstJob(ann)).isEqualTo(job);
    var _ = ann.submit("/demo/anew/undo", Map.of());
    assertThat(firstJob(ann)).isNotEqualTo(job);
  }

  @Test
  void mailsTalksOffersAndNotesAreThere() throws Exception {
    Browser ann = visitor();
    String board = ann.open("/interviews").text();
    assertThat(board).contains("Nordwind Energie", "Kontor Eins", "Atelier Sund", "Feldweg Labs");
    assertThat(ann.open("/mail").text()).contains("Ole Brandt", "Our offer: Product Designer");
    assertThat(ann.open("/today").text()).contains("Choose three screens of the alarm list");
    assertThat(ann.open("/interviews/offers").text()).contains("66,000");
  }

  @Test
  void storiesEarlierLettersAndBriefsAreThere() throws Exception {
    Browser ann = visitor();
    assertThat(ann.open("/stories").select("main").text())
        .contains("The alarm list in the harbour", "Two towns, one form, no agreement");
    assertThat(ann.open("/apply/own-letters").select("main").text())
        .contains("Brückenwerk, 2021", "Laborlicht, 2017")
        .doesNotContain("None yet");
    Document companies = ann.open("/companies");
    assertThat(companies.select("main").text())
        .contains("Nordwind Energie", "Klinikverbund Havel")
        .doesNotContain("nothing found");
    for (String path : companies.select("main a[href~=^/companies/[^/]+$]").eachAttr("href")) {
      Document brief = ann.open(path);
      assertThat(brief.select("main").text())
          .as(path)
          .contains(".example")
          .doesNotContain("Nothing could be looked up");
    }
  }

  @Test
  void theInventedPersonHasSearchedAndIsDoneWithTheSetup() throws Exception {
    Browser ann = visitor();
    Document home = ann.open("/");
    assertThat(home.text()).contains("Last search", "seen before").doesNotContain("of 7");
    assertThat(home.select("main th[scope=rowgroup]")).as("boards of the last search").hasSize(9);
    assertThat(ann.open("/setup/steps").text()).contains("left for later");
    assertThat(ann.open("/settings").text()).contains("5 of 7 done, 2 left for later");
  }

  @Test
  void nobodyInvitesForAWeekend() throws Exception {
    Browser ann = visitor();
    String invited = ann.open("/mail").select("a[href~=^/mail/\\d+$]").eachAttr("href").toString();
    assertThat(invited).isNotEqualTo("[]");
    for (int mail = 1; mail <= 12; mail++) {
      assertThat(ann.open("/mail/" + mail).select("main").text())
          .as("mail %d", mail)
          .doesNotContain("Saturday", "Sunday", "{+");
    }
  }
}
