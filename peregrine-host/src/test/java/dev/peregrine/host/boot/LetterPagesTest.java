package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.Posting;
import dev.peregrine.host.letters.Clearance;
import dev.peregrine.host.letters.Letter;
import dev.peregrine.host.letters.Letter.Origin;
import dev.peregrine.host.letters.WritingState;
import dev.peregrine.host.llm.ScriptedModel;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.ResumeContent;
import dev.peregrine.host.storage.Deadline;
import dev.peregrine.host.web.Browser;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The letter for a job, without script. */
@ResourceLock(ScriptedModel.SENT)
class LetterPagesTest {

  static final String RESUME =
      """
      {"basics": {"name": "Grace Moreno"},
       "work": [{"name": "Quietbank AG", "position": "Data engineer", "startDate": "2019-03",
         "highlights": ["Moved 40 nightly jobs to Airflow", "Taught two juniors Python"]}],
       "skills": [{"name": "Python"}]}
      """;
  private static final String WRITTEN =
      "Dear hiring team, at Quietbank I moved 40 nightly jobs to Airflow. At Stripe I led a team of 12. Kind regards, Grace";

  @TempDir Path home;
  private World world;
  private Browser browser;
  private long job;

  @BeforeEach
  void start() throws Exception {
    ScriptedModel.write(home.resolve("shipped"));
    world = new World(home, 0, InstantSource.fixed(World.NOW));
    browser = new Browser(world.port());
    job = fill(world);
  }

  static long fill(World world) throws Exception {
    return world.as(
        () -> {
          world.resumes.create(
              "Grace",
              new ResumeContent(
                  Resume.Origin.EDITED,
                  "Grace Moreno, data engineer, Python",
                  RESUME,
                  "grace.pdf",
                  Optional.empty(),
                  OptionalLong.empty()));
          Posting posting =
              Posting.of(
                      "9", "Data engineer, <b>grid</b>", URI.create("https://jobs.example.com/9"))
                  .withCompany(Optional.of("Wattwerk & Sons"))
                  .withDescription(
                      Optional.of(
                          "We run nightly jobs in Airflow and Python for the people who keep the grid up. You bring Python."));
          long job =
              world
                  .jobs
                  .store(
                      List.of(
                          new Found(posting, "village", OptionalLong.empty(), Optional.empty())))
                  .getFirst()
                  .job();
          world.resumes.makeMain(world.resumes.find("Grace").orElseThrow().id());
          world.jobs.move(List.of(job), Stage.APPROVED, Optional.empty());
          return job;
        });
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private void model(String script) throws Exception {
    world.ownBackend = true;
    Files.createDirectories(home.resolve("config"));
    Files.writeString(
        home.resolve("config/llm.yaml"),
        "backends:\n  desk:\n    type: scripted\n    model: small\n    settings:\n      script: \""
            + script.replace("\\", "\\\\").replace("\"", "\\\"")
            + "\"\n");
  }

  private String path() {
    return "/apply/" + job + "/letter";
  }

  private Document page() throws Exception {
    return browser.open(path());
  }

  private HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
    var all = new LinkedHashMap<String, String>(fields);
    all.put("_token", browser.token());
    return browser.send(path, Browser.encoded(all));
  }

  private Document after(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return browser.open(answer.headers().firstValue("Location").orElseThrow().split("#")[0]);
  }

  private Document save(String text) throws Exception {
    String seen = page().select("[name=seen]").attr("value");
    return after(post(path(), Map.of("text", text, "seen", seen)));
  }

  private static String typed(Document page) {
    return page.select("#lettertext").text();
  }

  private Document idle() throws Exception {
    world.tenant.run(() -> Deadline.until(() -> world.tasks.active().isEmpty()));
    return page();
  }

  private Optional<Letter> letter() throws Exception {
    return world.as(() -> world.letters.current(job));
  }

  @Test
  void withoutAModelADraftIsPutTogetherAndSaysWhatIsLeftToDo() throws Exception {
    Document empty = page();
    assertThat(empty.select("#ask").text()).contains("With a language model", "Set one up");
    assertThat(empty.select("#ask button").eachText())
        .containsExactly("Put together from my résumé");
    Document drafted = after(post(path() + "/skeleton", Map.of("tone", "WARM")));
    assertThat(typed(drafted))
        .contains("Wattwerk & Sons", "<b>grid</b>", "I moved 40 nightly jobs to Airflow");
    assertThat(drafted.select("#proof").text())
        .contains("One place is yours to fill in", "It stays here until this is settled");
    assertThat(drafted.select("#ink .nope").text()).startsWith("[Why this work");
    assertThat(drafted.select(".worktabs").text()).contains("needs you");
    assertThat(drafted.select(".toast").text()).contains("Undo");
    Document undone = after(post(drafted.select(".toast form").attr("action"), Map.of()));
    assertThat(typed(undone)).isEmpty();
  }

  @Test
  void whatIsTypedIsSavedAndASecondWindowIsTold() throws Exception {
    assertThat(typed(save("Dear all"))).isEqualTo("Dear all");
    String seen = page().select("[name=seen]").attr("value");
    save("Dear all, mine");
    Document told = after(post(path(), Map.of("text", "Dear all, theirs", "seen", seen)));
    assertThat(told.select(".toast").text()).contains("Another window saved this letter");
    assertThat(typed(told)).isEqualTo("Dear all, mine");
    assertThat(told.select(".versions").text()).contains("From another window");
  }

  @Test
  void aScriptGetsThePartsThatChanged() throws Exception {
    page();
    HttpResponse<String> saved =
        browser.swap(
            path(),
            Map.of(
                "seen",
                "0",
                "aside",
                "0",
                "text",
                "Dear all,\n\nAt Stripe I wrote Python.\n\nKind regards\nGrace"));
    assertThat(saved.body())
        .contains("10 words", "name=\"seen\" value=\"1\"", "id=\"ink\"", "id=\"proof\"")
        .contains("<span class=\"nope\">At Stripe</span>");
    assertThat(Jsoup.parse(saved.body()).select("#mark-letter .caution")).hasSize(1);
  }

  @Test
  void aModelWritesAndWhatItClaimsIsChecked() throws Exception {
    model("say:" + WRITTEN.replace(". At", ".\\n\\nAt").replace("team, at", "team,\\n\\nAt"));
    assertThat(page().select("#ask button").eachText())
        .containsExactly("Write it with desk", "Put together from my résumé");
    after(post(path() + "/write", Map.of("length", "SHORT", "feedback", "Name the grid")));
    Document written = idle();
    assertThat(typed(written)).contains("At Quietbank I moved 40 nightly jobs");
    assertThat(written.select(".sheetpaper footer").text()).contains("Written by desk (small)");
    assertThat(written.select("#proof .doubts").text()).contains("At Stripe");
    assertThat(written.select("#proof .proof").text())
        .contains("40 · Moved 40 nightly jobs to Airflow");
    assertThat(written.select(".versions").text()).contains("“Name the grid”");
    assertThat(world.as(() -> world.letters.cleared(job))).isInstanceOf(Clearance.Blocked.class);
  }

  @Test
  void whatIsTrueGoesIntoTheResumeAndCanBeTakenBack() throws Exception {
    Document page =
        save(
            "Dear all,\n\nI moved 40 nightly jobs to Airflow, and I know Kubernetes.\n\nBest\nGrace");
    assertThat(page.select(".doubts").text()).contains("Kubernetes");
    Document added =
        after(
            post(
                path() + "/true",
                Map.of(
                    "start",
                    page.select(".doubts [name=start]").attr("value"),
                    "claim",
                    "Kubernetes",
                    "words",
                    "Kubernetes",
                    "place",
                    "skills")));
    assertThat(added.select(".doubts")).isEmpty();
    assertThat(added.select("#proof").text()).contains("Your résumé bears out all");
    Resume resume = world.as(() -> world.resumes.current().orElseThrow());
    assertThat(resume.document()).contains("Kubernetes").contains("Airflow");
    assertThat(resume.text()).endsWith("- Kubernetes");
    Document back = after(post(added.select(".toast form").attr("action"), Map.of()));
    assertThat(back.select(".doubts").text()).contains("Kubernetes");
    assertThat(world.as(() -> world.resumes.current().orElseThrow()).text())
        .doesNotContain("Kubernetes");
  }

  @Test
  void aClaimThatNoFieldOfAResumeCouldBearOutCountsOnceItIsConfirmed() throws Exception {
    Document page = save("Dear all,\n\nI led a team of 12 engineers at Quietbank.\n\nBest\nGrace");
    while (!page.select(".doubts > li").isEmpty()) {
      var doubt = page.select(".doubts details").first();
      page =
          after(
              post(
                  path() + "/true",
                  Map.of(
                      "start",
                      doubt.select("[name=start]").attr("value"),
                      "claim",
                      doubt.select("[name=claim]").attr("value"),
                      "words",
                      doubt.select("textarea").text(),
                      "place",
                      "work-0")));
    }
    assertThat(world.as(() -> world.letters.cleared(job))).isInstanceOf(Clearance.Cleared.class);
    assertThat(page.select(".worktabs").text()).contains("done");
  }

  @Test
  void whatWentWrongIsSaidAndTheLetterIsAsItWas() throws Exception {
    model("break:" + WRITTEN);
    save("Mine");
    after(post(path() + "/write", Map.of()));
    Document failed = idle();
    assertThat(failed.select("#writing").text())
        .contains("No language model answered", "Your letter is as it was");
    assertThat(typed(failed)).isEqualTo("Mine");
    assertThat(failed.select(".versions").text()).contains("Begun by desk (small), not finished");
    assertThat(after(post(path() + "/stop", Map.of())).select("#writing").text()).isEmpty();
  }

  @Test
  void whoComesBackSeesWhatIsWrittenAndCanStopIt() throws Exception {
    model("stall:" + WRITTEN);
    after(post(path() + "/write", Map.of()));
    world.tenant.run(
        () ->
            Deadline.until(
                () ->
                    world.writing.state(job).filter(state -> !state.text().isEmpty()).isPresent()));
    Document page = page();
    assertThat(page.select("#writing").text())
        .contains("Your letter is being written", "desk (small) writes.", "nightly jobs");
    after(post(path() + "/stop", Map.of()));
    idle();
    Deadline.until(() -> state().isEmpty());
    assertThat(letter().orElseThrow().origin()).isEqualTo(Origin.PARTIAL);
  }

  private Optional<WritingState> state() {
    return world.tenant.calling(() -> world.writing.state(job));
  }

  @Test
  void versionsAreComparedAndPutInPlaceAgain() throws Exception {
    save("Dear all, I know Python well");
    after(post(path() + "/skeleton", Map.of()));
    Document page = page();
    String older = page.select(".versions a").attr("href");
    Document diff = browser.open(older);
    assertThat(diff.select(".diff del").text()).contains("well");
    assertThat(diff.select(".diff ins").text()).contains("Wattwerk");
    Document restored = after(post(older, Map.of()));
    assertThat(typed(restored)).isEqualTo("Dear all, I know Python well");
    assertThat(restored.select(".versions > li")).hasSize(3);
  }

  @Test
  void lettersOfMyOwnAreKeptAndTakenAway() throws Exception {
    Document page = browser.open("/apply/own-letters");
    assertThat(page.select("main").text()).contains("None yet");
    HttpResponse<String> refused =
        post("/apply/own-letters", Map.of("name", "", "text", "Too short"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("The letter has 9 characters", ">Too short</textarea>");
    Document added =
        after(
            post(
                "/apply/own-letters",
                Map.of(
                    "name", "", "text", "Dear Northgate,\n" + "I like plain words. ".repeat(6))));
    assertThat(added.select(".lines").text()).contains("Dear Northgate,");
    model("say:" + WRITTEN);
    assertThat(page().select("#ask").text()).contains("In the manner of: Dear Northgate,");
    String id = added.select(".lines form").attr("action");
    Document removed = after(post(id, Map.of()));
    assertThat(removed.select(".lines")).isEmpty();
    assertThat(
            after(post(removed.select(".toast form").attr("action"), Map.of()))
                .select(".lines")
                .text())
        .contains("Dear Northgate,");
  }

  @Test
  void aLetterInAnotherLanguageThanWantedIsSaidSo() throws Exception {
    model(
        "say:Sehr geehrte Damen und Herren, ich habe bei der Quietbank die Jobs in der Nacht mit Airflow und Python betrieben und bin für die Arbeit in dem Team bereit. Mit freundlichen Grüßen, Grace");
    after(post(path() + "/write", Map.of("language", "en")));
    assertThat(idle().select(".sheetpaper").text())
        .contains("This letter is in German, but you asked for English.");
  }
}
