package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.contacts.Channel;
import dev.peregrine.host.contacts.Direction;
import dev.peregrine.host.contacts.Said;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.rounds.RoundKind;
import dev.peregrine.host.rounds.RoundPlan;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.ResumeContent;
import dev.peregrine.host.storage.Deadline;
import dev.peregrine.host.web.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Getting ready for a call, the sheet, the debrief: without script. */
class PrepPagesTest {

  private static final String RESUME =
      """
      {"basics": {"name": "Grace Moreno"},
       "work": [{"name": "Quietbank AG", "position": "Team lead", "startDate": "2021-03",
         "highlights": ["Moved 40 services to Kubernetes within a year"]}]}
      """;

  @TempDir Path home;
  private World world;
  private Browser browser;
  private long job;
  private String prep;

  @BeforeEach
  void start() throws Exception {
    world = new World(home, 0, InstantSource.fixed(World.NOW), false);
    browser = new Browser(world.port());
    job = world.as(this::job);
    prep = "/interviews/" + job + "/prep";
  }

  private long job() {
    world.resumes.create(
        "Grace",
        new ResumeContent(
            Resume.Origin.EDITED,
            "Grace Moreno",
            RESUME,
            "grace.pdf",
            Optional.empty(),
            OptionalLong.empty()));
    long id =
        world
            .jobs
            .store(
                List.of(
                    new Found(
                        Postings.posting(1, "Platform engineer", "Lumenfold")
                            .withDescription(
                                Optional.of(
                                    "<p>Lumenfold builds lamps and employs 420 people.</p><p>You must know"
                                        + " Kubernetes and Terraform.</p>"
                                        + "<script>alert(1)</script>")),
                        "village",
                        OptionalLong.empty(),
                        Optional.empty())))
            .getFirst()
            .job();
    world.jobs.move(List.of(id), Stage.PHONE_SCREEN, Optional.empty());
    return id;
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private Round round(RoundPlan plan) throws Exception {
    return world.as(() -> world.afterApplying.rounds().add(job, plan));
  }

  private HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
    var all = new LinkedHashMap<String, String>(fields);
    all.put("_token", browser.token());
    return browser.send(path, Browser.encoded(all));
  }

  private Document after(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return browser.open(answer.headers().firstValue("Location").orElseThrow());
  }

  private void tells(String title, String action) throws Exception {
    browser.open("/stories/new");
    after(post("/stories", Map.of("title", title, "action", action)));
  }

  @Test
  void theTabSaysWhatToSayWhichStoriesFitAndWhatIsStillUntold() throws Exception {
    Document empty = browser.open(prep);
    assertThat(empty.select(".worktabs [aria-current]").text()).isEqualTo("Preparation");
    assertThat(empty.select("main").text()).contains("There is no story yet");
    tells("The move", "I moved our services to Kubernetes.");
    Document page = browser.open(prep);
    assertThat(page.select("main").text())
        .contains("Moved 40 services to Kubernetes within a year", "Answers: Kubernetes");
    Element untold = page.selectFirst(".chip.gap");
    assertThat(untold.text()).startsWith("Terraform");
    assertThat(browser.open(untold.attr("href")).select("[name=title]").val())
        .isEqualTo("Terraform");
  }

  @Test
  void theSheetHasTheRoundBothClocksThePostingMessagesAndStories() throws Exception {
    tells("The move", "I moved our services to Kubernetes.");
    Round round =
        round(
            RoundPlan.of(RoundKind.TECHNICAL)
                .withPeople(List.of("Ada Brandt"))
                .at(
                    World.NOW
                        .plus(Duration.ofHours(26))
                        .atZone(ZoneId.of("America/New_York"))
                        .withMinute(0)));
    world.as(
        () ->
            world
                .afterApplying
                .contacts()
                .add(
                    job,
                    new Said(
                        OptionalLong.empty(),
                        Direction.IN,
                        Channel.MAIL,
                        World.NOW,
                        "Ada Brandt",
                        "Your application",
                        "We would like to talk <b>soon</b>.",
                        Said.Origin.HAND)));
    Document sheet = after(browserGet(prep + "/sheet"));
    assertThat(sheet.select(".calltalk").text())
        .contains("Technical interview", "Ada Brandt", "in the zone Eastern Time", "In 1 day");
    assertThat(sheet.select("#posting").text()).contains("You must know Kubernetes");
    assertThat(sheet.select("#posting script")).isEmpty();
    assertThat(sheet.select("#messages").text())
        .contains("Mail from them Ada Brandt", "We would like to talk <b>soon</b>.");
    assertThat(sheet.select("#stories").text()).contains("I moved our services to Kubernetes.");
    assertThat(sheet.select("#points").text()).contains("They may ask about Terraform");
    assertThat(browser.open(prep).select(".card.next").text()).contains("Technical");
    assertThat(sheet.select("[name=seen]").val()).isEqualTo("0");
    assertThat(round.id()).isPositive();
  }

  private HttpResponse<String> browserGet(String path) throws Exception {
    return browser
        .client()
        .send(
            java.net.http.HttpRequest.newBuilder(java.net.URI.create(browser.root() + path))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void theSheetOfARoundThatComesSoonIsFoundFromAnywhere() throws Exception {
    Round round =
        round(
            RoundPlan.of(RoundKind.TECHNICAL)
                .at(World.NOW.plus(Duration.ofDays(2)).atZone(ZoneId.of("Europe/Berlin"))));
    Element found =
        browser.open("/palette?q=sheet").selectFirst("a[href$=/sheet/%d]".formatted(round.id()));
    assertThat(found.parent().text()).contains("Call: Platform engineer", "Lumenfold");
  }

  @Test
  void theSheetAsksThemAndSaysWhereTheBriefIsFrom() throws Exception {
    world.as(() -> world.afterApplying.researching().research().begin(job));
    world.tenant.run(() -> Deadline.until(() -> world.tasks.active().isEmpty()));
    Document sheet = browser.open(prep + "/sheet");
    assertThat(sheet.select("#ask li").size()).isBetween(4, 6);
    assertThat(sheet.select("#brief").text()).contains("As of today", "from postings only");
    assertThat(sheet.select("#points").text())
        .contains("Moved 40 services to Kubernetes", "They ask for: Kubernetes");
  }

  @Test
  void notesNeedARoundAndOneWithoutADateIsEnough() throws Exception {
    Document sheet = browser.open(prep + "/sheet");
    assertThat(sheet.select("#notes").text()).contains("no");
    assertThat(sheet.select("textarea")).isEmpty();
    Document begun = after(post(prep + "/round", Map.of()));
    assertThat(begun.select(".calltalk").text()).contains("Recruiter call: No date yet");
    Element form = begun.selectFirst("#notes-form");
    Document saved =
        after(post(form.attr("action"), Map.of("text", "They ask for\n40 hours.", "seen", "0")));
    assertThat(saved.selectFirst("#notes-text").wholeText().strip())
        .isEqualTo("They ask for\n40 hours.");
    assertThat(saved.select("#notes-state").text()).startsWith("Saved today");
    assertThat(browser.open(prep).select("main").text()).contains("How did it go?");
  }

  @Test
  void ofTwoWindowsTheSecondIsToldAndBothNotesAreThere() throws Exception {
    Round round = round(RoundPlan.of(RoundKind.PANEL));
    String notes = prep + "/notes/" + round.id();
    browser.open(prep + "/sheet/" + round.id());
    after(post(notes, Map.of("text", "From the first", "seen", "0")));
    HttpResponse<String> told = post(notes, Map.of("text", "From the second", "seen", "0"));
    assertThat(told.statusCode()).isEqualTo(409);
    Document page = Jsoup.parse(told.body());
    assertThat(page.select("#notes-text").text()).isEqualTo("From the second");
    assertThat(page.select("#notes-theirs").text()).contains("From the first");
    after(post(notes, Map.of("text", "From the second", "seen", page.select("[name=seen]").val())));
    assertThat(world.as(() -> world.afterApplying.rounds().notes(round.id()).text()))
        .isEqualTo("From the second");
  }

  @Test
  void aRoundOfAnotherJobIsNoPage() throws Exception {
    Round round = round(RoundPlan.of(RoundKind.PANEL));
    long other =
        world.as(
            () ->
                world
                    .jobs
                    .store(
                        List.of(
                            new Found(
                                Postings.posting(2, "Baker", "Crumb"),
                                "village",
                                OptionalLong.empty(),
                                Optional.empty())))
                    .getFirst()
                    .job());
    String elsewhere = "/interviews/" + other + "/prep";
    assertThat(browserGet(elsewhere).statusCode()).isEqualTo(200);
    assertThat(browserGet(elsewhere + "/sheet/" + round.id()).statusCode()).isEqualTo(404);
    assertThat(browserGet(prep + "/sheet/4711").statusCode()).isEqualTo(404);
    assertThat(browserGet(prep + "/debrief/4711").statusCode()).isEqualTo(404);
  }

  @Test
  void aDebriefFeedsTheNextPreparationAndTheStories() throws Exception {
    Round over =
        round(
            RoundPlan.of(RoundKind.RECRUITER)
                .at(World.NOW.minus(Duration.ofDays(1)).atZone(ZoneId.of("Europe/Berlin"))));
    Document tab = browser.open(prep);
    String debrief = tab.selectFirst("a[href*=debrief]").attr("href");
    browser.open(debrief);
    after(
        post(
            debrief,
            Map.of(
                "asked",
                "Tell me about a conflict\nWhat do you earn?",
                "well",
                "The small talk",
                "prepare",
                "Numbers of the move",
                "mood",
                "4",
                "seen",
                "0")));
    Document next = browser.open(prep);
    assertThat(next.select("main").text())
        .contains("You wanted to prepare Numbers of the move", "2 questions noted");
    assertThat(browser.open(prep + "/sheet/" + over.id()).select("#points").text())
        .contains("Numbers of the move");
    Document stories = browser.open("/stories");
    assertThat(stories.select("#asked").text()).contains("Tell me about a conflict");
    Document story = after(post("/stories/begin", Map.of("line", "Tell me about a conflict")));
    assertThat(story.select("[value=conflict]").hasAttr("checked")).isTrue();
    assertThat(browser.open("/stories").select("#asked").text())
        .doesNotContain("Tell me about a conflict")
        .contains("What do you earn?");
    HttpResponse<String> stale = post(debrief, Map.of("asked", "Something else", "seen", "0"));
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(Jsoup.parse(stale.body()).select("[role=alert]").text())
        .contains("Tell me about a conflict");
  }
}
