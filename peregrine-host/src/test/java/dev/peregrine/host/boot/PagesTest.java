package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.RemoteMode;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.plugins.PluginState;
import dev.peregrine.host.web.Browser;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads and does on the pages, without script. */
class PagesTest {

  @TempDir Path home;
  private World world;
  private Browser browser;

  @BeforeEach
  void start() throws Exception {
    world = new World(home, 0, InstantSource.fixed(World.NOW));
    browser = new Browser(world.port());
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private static Document read(HttpResponse<String> answer) {
    return Jsoup.parse(answer.body());
  }

  private Document after(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return browser.open(answer.headers().firstValue("Location").orElseThrow());
  }

  private HttpResponse<String> press(Document page, String button) throws Exception {
    Element found =
        page.select("button").stream()
            .filter(b -> b.text().startsWith(button))
            .findFirst()
            .orElseThrow(
                () -> new AssertionError("No button \"" + button + "\" in " + page.text()));
    Element form =
        found.hasAttr("form") ? page.getElementById(found.attr("form")) : found.closest("form");
    var fields = new java.util.LinkedHashMap<String, String>();
    form.select("input[type=hidden]").forEach(i -> fields.put(i.attr("name"), i.attr("value")));
    if (found.hasAttr("name")) {
      fields.put(found.attr("name"), found.attr("value"));
    }
    return browser.send(form.attr("action"), Browser.encoded(fields));
  }

  @Test
  void whoComesFirstIsAskedThreeThings() throws Exception {
    Document page = browser.open("/");
    assertThat(page.select("h1").text()).isEqualTo("Three answers, then jobs");
    assertThat(page.select(".rail")).isEmpty();
  }

  @Test
  void skippingLeadsHomeWhichSaysHowToBegin() throws Exception {
    Document page = after(press(browser.open("/"), "Skip for now"));
    assertThat(page.select("h1").text()).isEqualTo("Good morning");
    assertThat(page.select(".next").text()).contains("Say what you look for");
    assertThat(browser.open("/").select("h1").text()).isEqualTo("Good morning");
  }

  private HttpResponse<String> multipart(
      String path, Map<String, String> fields, String file, byte[] bytes) throws Exception {
    var body = new java.io.ByteArrayOutputStream();
    for (var field : fields.entrySet()) {
      body.write(
          "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
              .formatted(field.getKey(), field.getValue())
              .getBytes(StandardCharsets.UTF_8));
    }
    if (bytes.length > 0) {
      body.write(
          "--x\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n"
              .formatted(path.startsWith("/plugins") ? "file" : "cv", file)
              .getBytes(StandardCharsets.UTF_8));
      body.write(bytes);
      body.write("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    body.write(
        ("--x\r\nContent-Disposition: form-data; name=\"_token\"\r\n\r\n"
                + browser.token()
                + "\r\n--x--\r\n")
            .getBytes(StandardCharsets.UTF_8));
    return browser
        .client()
        .send(
            HttpRequest.newBuilder(URI.create(browser.root() + path))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build(),
            BodyHandlers.ofString());
  }

  @Test
  void theAnswersBecomeASearchProfileAndAResume() throws Exception {
    HttpResponse<String> answer =
        multipart(
            "/setup",
            Map.of(
                "what",
                "Product designer, UX designer",
                "where",
                "Berlin",
                "remote",
                "yes",
                "pasted",
                "I design systems."),
            "",
            new byte[0]);
    assertThat(after(answer).select("h1").text()).isEqualTo("Good morning");
    world.as(
        () -> {
          var profile = world.profiles.all().getFirst();
          assertThat(profile.titles()).containsExactly("Product designer", "UX designer");
          assertThat(profile.locations()).containsExactly("Berlin");
          assertThat(profile.remote()).isEmpty();
          assertThat(world.resumes.current().orElseThrow().text()).isEqualTo("I design systems.");
          return true;
        });
  }

  @Test
  void onlyRemoteIsOnlyRemote() throws Exception {
    multipart("/setup", Map.of("what", "Nurse", "where", "Berlin", "only", "yes"), "", new byte[0]);
    assertThat(world.as(() -> world.profiles.all().getFirst().remote()))
        .containsExactly(RemoteMode.REMOTE);
  }

  @Test
  void aResumeThatCannotBeReadKeepsWhatWasTyped() throws Exception {
    byte[] nonsense = "%PDF-1.7 this is no document".getBytes(StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        multipart("/setup", Map.of("what", "Nurse \"A\"", "where", "Köln"), "cv.pdf", nonsense);
    Document page = read(answer);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(page.select("#what").val()).isEqualTo("Nurse \"A\"");
    assertThat(page.select("#where").val()).isEqualTo("Köln");
    assertThat(page.select("#cv-e").text()).contains("cv.pdf");
    assertThat(world.as(() -> world.profiles.all())).isEmpty();
  }

  @Test
  void homeSaysWhereThingsStandAndWhatIsNext() throws Exception {
    PreviewServer.fill(world);
    Document page = browser.open("/");
    assertThat(page.select(".path").text()).contains("9 To review", "1 Approved");
    assertThat(page.select(".next").text()).contains("Review 9 jobs", "Senior Product Designer");
    assertThat(page.select("#today").text()).contains("A new plugin waits for your decision");
    page.select("a[href^=/]")
        .forEach(
            link -> {
              try {
                assertThat(browser.get(link.attr("href")).statusCode())
                    .as(link.attr("href"))
                    .isIn(200, 303);
              } catch (Exception e) {
                throw new AssertionError(link.attr("href"), e);
              }
            });
  }

  @Test
  void theCardSaysWhyAndThePartsAddUp() throws Exception {
    world.seed();
    Document page = browser.open("/review");
    assertThat(page.select("#p-title").text()).isEqualTo("Senior Product Designer, Grid Tools");
    assertThat(page.select(".swipe .facts").text())
        .contains("Berlin · hybrid", "€68,000 – €76,000 a year", "Posted 2 days ago");
    int sum =
        page.select(".terms .n").stream()
            .mapToInt(n -> Integer.parseInt(n.text().replace("+", "")))
            .sum();
    assertThat(sum).isEqualTo(82);
    assertThat(page.select(".chip.gap").eachText()).containsExactly("SCADA", "energy market", "B2");
  }

  @Test
  void aHostileDescriptionIsTextWithMarks() throws Exception {
    world.seed();
    Document page = browser.open("/review");
    assertThat(page.select(".prose script, .prose img, .prose [style], .prose [onclick]"))
        .isEmpty();
    assertThat(page.select(".prose mark").eachText()).contains("design system", "User research");
    assertThat(page.select(".prose mark.miss").eachText()).contains("SCADA");
  }

  @Test
  void approvingShowsTheNextCardAndUndoBringsItBack() throws Exception {
    world.seed();
    Document next = after(press(browser.open("/review"), "Approve"));
    assertThat(next.select("#p-title").text()).isEqualTo("Product Designer, Booking");
    assertThat(next.select("[data-toast]").text()).contains("Approved", "Senior Product Designer");
    Document back = after(press(next, "Undo"));
    assertThat(back.select("#p-title").text()).isEqualTo("Senior Product Designer, Grid Tools");
    assertThat(world.as(() -> world.jobs.counts().of(Stage.APPROVED))).isZero();
  }

  @Test
  void skippedCardsComeAgainAfterTheLastOne() throws Exception {
    world.seed();
    Document page = browser.open("/review");
    for (int i = 0; i < 10; i++) {
      page = after(press(page, "Skip"));
    }
    assertThat(page.text()).contains("That was the last one", "10 that you skipped still wait");
    assertThat(world.as(() -> world.jobs.counts().of(Stage.PENDING))).isEqualTo(10L);
    Document undone = after(press(page, "Undo"));
    assertThat(undone.select("#p-title").text()).isEqualTo("Designer");
  }

  @Test
  void aFilteredStackStaysFilteredAndSaysSo() throws Exception {
    world.seed();
    Document page = browser.open("/review?q=Lumen");
    assertThat(page.text()).contains("Only “Lumen”", "Interaction Designer");
    Document next = after(press(page, "Reject"));
    assertThat(next.text()).contains("Nothing fits these filters", "Show all");
  }

  @Test
  void withoutJobsReviewSaysWhatBelongsThere() throws Exception {
    assertThat(browser.open("/review").text()).contains("No jobs to review", "Find new jobs");
    assertThat(browser.open("/review?view=list&stage=approved").text()).contains("Nothing here");
  }

  @Test
  void theListShowsWhatIsHiddenAndWhyAndShowsItAgain() throws Exception {
    List<Long> ids = world.seed();
    Document page = browser.open("/review?view=list&stage=hidden&board=village&rule=age");
    assertThat(page.select("#rows > li")).hasSize(1);
    assertThat(page.select("#rows").text())
        .contains("Too old: 40 days", "Product Designer", "Quell Software");
    HttpResponse<String> answer =
        browser.submit(
            "/review/move?view=list&stage=hidden",
            Map.of("id", ids.get(11).toString(), "to", "show"));
    assertThat(after(answer).select("[data-toast]").text()).contains("Undo");
    assertThat(world.as(() -> world.jobs.findById(ids.get(11)).orElseThrow().hidden())).isEmpty();
  }

  @Test
  void nonsenseInTheAddressShowsTheListAllTheSame() throws Exception {
    world.seed();
    for (String query :
        List.of(
            "min=abc",
            "age=-1",
            "stage=nowhere&view=list",
            "after=zzz",
            "after=%00&view=list",
            "at=99999",
            "trail=x.y.m.s99999999999999999999",
            "pay=1e9",
            "sort=up",
            "q=%22unclosed&view=list",
            "q=*&view=list",
            "q=-&view=list",
            "q=a%20OR%20NOT&view=list")) {
      assertThat(browser.get("/review?" + query).statusCode()).as(query).isEqualTo(200);
    }
  }

  @Test
  void theJobPageTellsAllAndMovesIt() throws Exception {
    List<Long> ids = world.seed();
    Document page = browser.open("/jobs/" + ids.getFirst());
    assertThat(page.select("h1").text()).isEqualTo("Senior Product Designer, Grid Tools");
    assertThat(page.text())
        .contains(
            "Seen on 1 board", "Village jobs", "Why this score", "4 more terms, +10 together");
    assertThat(page.select("a:contains(Original posting)").attr("href"))
        .isEqualTo("https://jobs.example/1");
    assertThat(page.select("a:contains(Original posting)").attr("rel")).contains("noopener");
    HttpResponse<String> moved =
        browser.submit("/jobs/" + ids.getFirst() + "/move", Map.of("to", "interviewing"));
    Document after = after(moved);
    assertThat(after.select(".head .tag").text()).isEqualTo("Interviewing");
    assertThat(after.select(".track").text()).contains("nterviewing");
    assertThat(after(press(after, "Undo")).select(".head .tag").text()).isEqualTo("To review");
  }

  @Test
  void aMissingDescriptionIsFetchedFromTheBoard() throws Exception {
    List<Long> ids = world.seed();
    Document page = browser.open("/jobs/" + ids.get(9));
    assertThat(page.text()).contains("The board gave none.");
    assertThat(after(press(page, "Fetch the description")).select(".prose").text())
        .isEqualTo("The fetched description.");
  }

  @Test
  void aJobThatIsNotThereSaysSo() throws Exception {
    assertThat(browser.get("/jobs/4711").statusCode()).isEqualTo(404);
    assertThat(browser.get("/jobs/4711").body()).contains("There is no job \"4711\" here.");
    assertThat(browser.get("/jobs/abc").statusCode()).isEqualTo(404);
    assertThat(browser.submit("/jobs/4711/move", Map.of("to", "applied")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void aPluginRunsOnlyAfterTheYesToTheFileThatWasShown() throws Exception {
    Path jar = World.boardJar(world.dropFolder.resolve("board-dorf-1.0.jar"), "board-dorf", "1.0");
    world.plugins.rescan();
    Document page = browser.open("/plugins");
    assertThat(page.select(".consent").text())
        .contains(
            "Let “board-dorf” look for jobs?",
            "Tomke Harms",
            "api.village.example",
            "board-dorf-1.0.jar");
    assertThat(page.select(".consent .primary")).isEmpty();
    Files.write(jar, new byte[] {0}, java.nio.file.StandardOpenOption.APPEND);
    HttpResponse<String> replaced = press(page, "Switch on");
    assertThat(replaced.statusCode()).isEqualTo(422);
    assertThat(replaced.body()).contains("Look again before you say yes");
    Document on = after(press(browser.open("/plugins"), "Switch on"));
    assertThat(on.select(".consent")).isEmpty();
    assertThat(state("board-dorf")).isEqualTo(PluginState.ON);
    after(press(on, "Undo"));
    assertThat(state("board-dorf")).isEqualTo(PluginState.OFF);
  }

  private PluginState state(String id) {
    return world.plugins.plugins().stream()
        .filter(p -> p.id().equals(id))
        .findFirst()
        .orElseThrow()
        .state();
  }

  @Test
  void settingsAreCheckedStoredAndSecretsNeverShown() throws Exception {
    String path = "/plugins/settings/board/village";
    var values =
        new java.util.LinkedHashMap<String, String>(
            Map.of(
                "app",
                "4c1a",
                "key",
                "s3cret-value",
                "age",
                "0",
                "country",
                "at",
                "towns",
                "Aa\nBb\nAa"));
    HttpResponse<String> refused = browser.submit(path, values);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(read(refused).select("#set-age-e").text()).contains("0", "1", "90");
    assertThat(read(refused).select("#set-app").val()).isEqualTo("4c1a");
    assertThat(refused.body()).doesNotContain("s3cret-value");
    values.put("age", "30");
    Document saved = after(browser.submit(path, values));
    assertThat(saved.select("#set-age").val()).isEqualTo("30");
    assertThat(saved.select("#set-key").attr("placeholder"))
        .isEqualTo("Stored. Type to replace it");
    assertThat(saved.select("#set-key").val()).isEmpty();
    assertThat(saved.select("input[name=country][checked]").val()).isEqualTo("at");
    assertThat(saved.select("input[name=all][checked]")).isEmpty();
    assertThat(saved.select("#set-towns").text()).contains("Aa", "Bb");
    assertThat(saved.html()).doesNotContain("s3cret-value");
  }

  @Test
  void aBoardIsTriedOut() throws Exception {
    Document page =
        read(
            browser.submit(
                "/plugins/test/board/village",
                Map.of("app", "x", "age", "14", "country", "de", "all", "true")));
    assertThat(page.select("#set .note").text())
        .contains("Village jobs answered in", "with 3 jobs", "Product designer a");
  }

  @Test
  void aPluginFileIsTakenAndAnythingElseRefused() throws Exception {
    Path jar = World.boardJar(home.resolve("elsewhere/board-stadt-2.0.jar"), "board-stadt", "2.0");
    assertThat(
            after(
                    multipart(
                        "/plugins/file", Map.of(), "board-stadt-2.0.jar", Files.readAllBytes(jar)))
                .select(".consent")
                .text())
        .contains("board-stadt");
    for (String name : List.of("../evil.jar", "evil.txt", ".jar")) {
      HttpResponse<String> answer =
          multipart("/plugins/file", Map.of(), name, "no zip".getBytes(StandardCharsets.UTF_8));
      assertThat(answer.statusCode()).as(name).isEqualTo(422);
      assertThat(answer.body()).contains("is no plugin file");
    }
    assertThat(Files.exists(home.resolve("evil.jar"))).isFalse();
  }

  @Test
  void aRecipeIsTakenAsAPluginFileAndABrokenOneRefusedWithItsLine() throws Exception {
    String recipe =
        """
        id: acme
        name: Acme Jobs
        summary: Postings from Acme.
        request: {get: "https://api.acme.test/jobs"}
        rows: /jobs
        fields: {title: title, url: link}
        """;
    assertThat(
            after(
                    multipart(
                        "/plugins/file",
                        Map.of(),
                        "mine.yml",
                        recipe.getBytes(StandardCharsets.UTF_8)))
                .select(".consent")
                .text())
        .contains("board-acme", "api.acme.test");
    HttpResponse<String> broken =
        multipart(
            "/plugins/file",
            Map.of(),
            "other.yaml",
            recipe.replace("rows:", "row:").getBytes(StandardCharsets.UTF_8));
    assertThat(broken.statusCode()).isEqualTo(422);
    assertThat(read(broken).select("[role=alert]").text())
        .contains("other.yaml, line 5: \"row\" is not known");
    assertThat(Files.exists(world.dropFolder.resolve("other.yaml"))).isFalse();
  }

  @Test
  void aSearchIsChangedAndWhatIsWrongIsSaidInPlace() throws Exception {
    var values =
        new java.util.LinkedHashMap<String, String>(
            Map.of(
                "old",
                "",
                "name",
                "Nurse, Köln",
                "titles",
                "Nurse\nCarer",
                "locations",
                "Köln",
                "mode",
                "there",
                "age",
                "0",
                "limit",
                "50",
                "board",
                "village",
                "not-title",
                "sales"));
    values.put("country", "Nowhereland");
    values.put("pay", "45.000");
    values.put("currency", "eur");
    Document refused = read(browser.submit("/search", values));
    assertThat(refused.select("#age-e").text())
        .contains("“0” is outside 1 to 365. 30 is a good start.");
    assertThat(refused.select("#country-e").text()).contains("Nowhereland");
    assertThat(refused.select("#titles").text()).contains("Nurse");
    values.put("age", "14");
    values.put("country", "Germany");
    assertThat(after(browser.submit("/search", values)).select("[data-toast]").text())
        .contains("Saved");
    world.as(
        () -> {
          var profile = world.profiles.find("Nurse, Köln").orElseThrow();
          assertThat(profile.titles()).containsExactly("Nurse", "Carer");
          assertThat(profile.remote())
              .containsExactlyInAnyOrder(RemoteMode.HYBRID, RemoteMode.ON_SITE);
          assertThat(profile.country()).contains("DE");
          assertThat(profile.boards()).isEmpty();
          assertThat(profile.minPay().orElseThrow().annual()).isEqualByComparingTo("45000");
          assertThat(profile.excludedWords()).hasSize(1);
          return true;
        });
    Document removed = after(browser.submit("/search/remove", Map.of("old", "Nurse, Köln")));
    assertThat(world.as(() -> world.profiles.all())).isEmpty();
    after(press(removed, "Undo"));
    assertThat(world.as(() -> world.profiles.find("Nurse, Köln"))).isPresent();
  }

  @Test
  void whatIsNoLinkIsKeptAndSaid() throws Exception {
    Document page = read(browser.submit("/jobs/links", Map.of("links", "nothing here")));
    assertThat(page.select("#add .caution").text()).contains("holds no link");
    assertThat(page.select("#links").text()).isEqualTo("nothing here");
  }

  @Test
  void pastedTextBecomesAJob() throws Exception {
    Document page =
        read(
            browser.submit(
                "/jobs/text",
                Map.of(
                    "text",
                    "Gardener\nWe look for a gardener with ten green fingers and patience.",
                    "company",
                    "Schloss Au")));
    assertThat(page.select("#add .positive").text()).contains("1 job added");
    Document list = browser.open("/review?view=list&q=gardener");
    assertThat(list.select("#rows").text()).contains("Gardener", "Schloss Au", "Added by you");
    Document job = browser.open(list.select("#rows a").attr("href"));
    assertThat(job.select("a:contains(Original posting)")).isEmpty();
  }
}
