package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.llm.ScriptedModel;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.ResumeContent;
import dev.peregrine.host.storage.Deadline;
import dev.peregrine.host.web.Browser;
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
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The questions of an application form, without script but where it says so. */
@ResourceLock(ScriptedModel.SENT)
class QuestionPagesTest {

  private static final String RESUME =
      """
      {"basics": {"name": "Grace Moreno", "email": "grace@moreno.example"},
       "work": [
        {"name": "Quietbank AG", "position": "Product designer", "startDate": "2019-03",
         "highlights": ["Led a design system used by 14 teams",
           "Settled a conflict between two teams over Kubernetes"]}],
       "skills": [{"name": "Kubernetes"}]}
      """;

  @TempDir Path home;
  private World world;
  private Browser browser;
  private long job;
  private long other;

  @BeforeEach
  void start() throws Exception {
    ScriptedModel.write(home.resolve("shipped"));
    world = new World(home, 0, InstantSource.fixed(World.NOW));
    browser = new Browser(world.port());
    List<Long> ids = world.seed();
    job = ids.get(0);
    other = ids.get(1);
    world.as(
        () -> {
          world.jobs.move(List.of(job, other), Stage.APPROVED, Optional.empty());
          return world.resumes.create(
              "Grace",
              new ResumeContent(
                  Resume.Origin.EDITED,
                  "Grace Moreno, product designer",
                  RESUME,
                  "grace.pdf",
                  Optional.empty(),
                  OptionalLong.empty()));
        });
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private void model(String script) throws Exception {
    Files.createDirectories(home.resolve("config"));
    Files.writeString(
        home.resolve("config/llm.yaml"),
        "backends:\n  mine:\n    type: scripted\n    model: small\n    settings:\n      script: \""
            + script.replace("\"", "\\\"").replace("\n", "\\n")
            + "\"\n");
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

  private Element noted(long where, String question) throws Exception {
    browser.open("/apply/" + where + "/questions");
    Document page = after(post("/apply/" + where + "/questions", Map.of("questions", question)));
    return page.select("form.question").last();
  }

  private Document answered(Element form, String answer) throws Exception {
    return after(
        post(
            form.attr("action"),
            Map.of(
                "answer",
                answer,
                "seen",
                form.select("[name=seen]").val(),
                "most",
                form.select("[name=most]").val(),
                "unit",
                form.select("[name=unit] option[selected]").val())));
  }

  private Document help(String path) throws Exception {
    world.tenant.run(() -> Deadline.until(() -> world.tasks.active().isEmpty()));
    return browser.open(path);
  }

  @Test
  void aQuestionIsNotedAnsweredCountedAndMarkedAsDone() throws Exception {
    Document empty = browser.open("/apply/" + job + "/questions");
    assertThat(empty.select(".worktabs [aria-current]").text()).startsWith("Questions");
    assertThat(post("/apply/" + job + "/questions", Map.of("questions", " ")).statusCode())
        .isEqualTo(422);
    Element form = noted(job, "Why us? (max. 6 words)");
    assertThat(form.parent().select("h2").text()).isEqualTo("Why us? (max. 6 words)");
    assertThat(form.text()).contains("No answer yet");
    Document over = answered(form, "One two three four five six seven");
    assertThat(over.select("form.question").text())
        .contains("Saved · 7 of 6 words", "It is too long.");
    Document fits = answered(over.select("form.question").first(), "One two three");
    assertThat(fits.select("form.question").text()).contains("Saved · 3 of 6 words");
    assertThat(fits.select("[data-copy]").attr("data-copy")).isEqualTo("One two three");
    assertThat(fits.select(".worktabs [aria-current]").text()).contains("done");
  }

  @Test
  void aSecondWindowIsToldAndKeepsWhatItTyped() throws Exception {
    Element form = noted(job, "Why us?");
    answered(form, "From the first window");
    HttpResponse<String> told =
        post(form.attr("action"), Map.of("answer", "From the second window", "seen", "1"));
    assertThat(told.statusCode()).isEqualTo(409);
    Document page = Jsoup.parse(told.body());
    assertThat(page.select("textarea[name=answer]").text()).isEqualTo("From the second window");
    assertThat(page.select("[role=alert]").text()).contains("From the first window");
    Document saved = answered(page.select("form.question").first(), "From the second window");
    assertThat(saved.select("textarea[name=answer]").text()).isEqualTo("From the second window");
  }

  @Test
  void whatIsTypedIsSavedByItselfAndTheCountFollows() throws Exception {
    Element form = noted(job, "Why us?");
    HttpResponse<String> part =
        browser
            .client()
            .send(
                java.net.http.HttpRequest.newBuilder(
                        java.net.URI.create(browser.root() + form.attr("action")))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("HX-Request", "true")
                    .POST(
                        java.net.http.HttpRequest.BodyPublishers.ofString(
                            Browser.encoded(
                                Map.of(
                                    "_token",
                                    browser.token(),
                                    "answer",
                                    "Two words",
                                    "seen",
                                    "1"))))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(Jsoup.parse(part.body()).text()).contains("Saved · 2 words");
    assertThat(Jsoup.parse(part.body()).select("[name=seen]").val()).isEqualTo("2");
    assertThat(part.body()).doesNotContain("<html");
  }

  @Test
  void anEarlierAnswerIsOfferedTakenAndTakenBack() throws Exception {
    Element before = noted(other, "Why do you want to work here?");
    String company =
        world.as(() -> world.jobs.findById(other)).orElseThrow().posting().company().orElseThrow();
    answered(before, "Because " + company + " builds calm tools.");
    Element form = noted(job, "What interests you about joining us?");
    assertThat(form.select(".offered").text())
        .contains("You answered earlier:", "builds calm tools.", "It names " + company);
    answered(form, "My own words");
    String take = form.attr("action") + "/take";
    Document taken =
        after(
            post(
                take,
                Map.of(
                    "from",
                    form.select(".offered button").val(),
                    "answer",
                    "My own, longer",
                    "seen",
                    "2")));
    assertThat(taken.select("textarea[name=answer]").text())
        .isEqualTo("Because " + company + " builds calm tools.");
    Document back = after(post(taken.select("#toasts form").attr("action"), Map.of()));
    assertThat(back.select("textarea[name=answer]").text())
        .as("what was typed before it was taken is not lost")
        .isEqualTo("My own, longer");
  }

  @Test
  void withoutAModelTheResumeAndTheProfileHelp() throws Exception {
    Document person = browser.open("/profile/person");
    after(
        post(
            "/profile/person",
            Map.of("seen", person.select("[name=seen]").val(), "notice", "Three months")));
    Element notice = noted(job, "When could you start?");
    assertThat(notice.select(".offered").text()).contains("In your profile", "Three months");
    assertThat(notice.select("[id^=suggest]").hasAttr("disabled")).isTrue();
    assertThat(notice.text()).contains("No language model is set up");
    Element conflict = noted(job, "Describe a conflict, and your part in Kubernetes.");
    assertThat(conflict.select("details .lines").text())
        .contains("Settled a conflict between two teams over Kubernetes");
    Document put =
        after(
            post(
                conflict.attr("action") + "/take",
                Map.of("from", "fact 0", "answer", "It was hard.", "seen", "1")));
    assertThat(put.select("form.question").last().select("textarea[name=answer]").text())
        .contains("It was hard.", "Settled a conflict between two teams over Kubernetes");
  }

  @Test
  void aModelSuggestsFromTheResumeAndWhatItInventsIsMarked() throws Exception {
    model(
        "say:<think>Hm.</think>Here is an answer: I led a design system used by 14 teams. I won the"
            + " Nobel Prize in 2017 and managed 900 people at Siemens. More and more.");
    Document person = browser.open("/profile/person");
    after(
        post(
            "/profile/person",
            Map.of("seen", person.select("[name=seen]").val(), "hiddenEmployers", "Quietbank")));
    Element form = noted(job, "What are you proud of? (max. 24 words)");
    post(
        form.attr("action") + "/suggest",
        Map.of("answer", "So far", "seen", "1", "wish", "warm, please"));
    Document page = help("/apply/" + job + "/questions");
    assertThat(page.select(".helping .danger").text()).isEmpty();
    Element offered = page.select(".offered").first();
    assertThat(offered.select(".pre").text())
        .startsWith("I led a design system used by 14 teams.")
        .doesNotContain("Hm.", "Here is", "More and more");
    assertThat(offered.select(".nope").eachText()).anyMatch(text -> text.contains("900"));
    assertThat(System.getProperty("scripted.asked"))
        .contains("At most 24 words", "warm, please", "So far", "a confidential employer")
        .doesNotContain("Moreno", "grace@", "Quietbank");
    Document used =
        after(
            post(
                form.attr("action") + "/take",
                Map.of("from", "suggestion", "answer", "So far", "seen", "2")));
    assertThat(used.select("textarea[name=answer]").text()).startsWith("I led a design system");
    assertThat(used.select(".question .note.caution").text()).contains("Not in your résumé", "900");
    assertThat(used.select(".offered")).as("used is used").isEmpty();
  }

  @Test
  void aModelThatFailsSaysWhyAndTheAnswerStays() throws Exception {
    model("BAD_SETTINGS");
    Element form = noted(job, "What are you proud of?");
    post(form.attr("action") + "/suggest", Map.of("answer", "Mine", "seen", "1"));
    Document page = help("/apply/" + job + "/questions");
    assertThat(page.select(".helping .danger").text()).contains("It says BAD_SETTINGS.");
    assertThat(page.select("textarea[name=answer]").text()).isEqualTo("Mine");
  }

  @Test
  void aQuestionIsRemovedAndComesBackAndAnotherJobsIsNotReached() throws Exception {
    Element form = noted(job, "Why us?");
    Document removed = after(post(form.attr("action") + "/remove", Map.of()));
    assertThat(removed.select("form.question")).isEmpty();
    Document back = after(post(removed.select("#toasts form").attr("action"), Map.of()));
    assertThat(back.select(".asked h2").text()).isEqualTo("Why us?");
    String foreign = form.attr("action").replace("/apply/" + job + "/", "/apply/" + other + "/");
    assertThat(post(foreign, Map.of("answer", "x", "seen", "1")).statusCode()).isEqualTo(404);
  }

  @Test
  void whatEmployersAndPeopleWriteIsNoMarkup() throws Exception {
    noted(job, "Why <b>us</b> & <script>alert(1)</script>?");
    Document page = browser.open("/apply/" + job + "/questions");
    assertThat(page.select(".asked h2").text())
        .isEqualTo("Why <b>us</b> & <script>alert(1)</script>?");
    assertThat(page.select(".asked h2 b, .asked script")).isEmpty();
  }
}
