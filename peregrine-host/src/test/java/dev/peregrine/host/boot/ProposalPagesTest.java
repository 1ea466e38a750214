package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.llm.ScriptedModel;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.ResumeJson;
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
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What a model proposes to write of the person, and what they do with it, without script. */
@ResourceLock(ScriptedModel.SENT)
class ProposalPagesTest {

  private static final String RESUME =
      """
      {"basics": {"name": "Grace Moreno", "email": "grace@moreno.example", "phone": "+1 555 0100",
        "label": "Data engineer", "summary": "Builds pipelines."},
       "work": [
        {"name": "Quietbank AG", "position": "Data engineer", "startDate": "2019-03", "endDate": "2024-02",
         "highlights": ["Moved 40 nightly jobs of Quietbank to Airflow", "Taught two juniors Python"]},
        {"name": "Harbour School", "position": "Tutor", "startDate": "2016", "endDate": "2018",
         "highlights": ["Gave evening classes in statistics for refugees"]}],
       "skills": [{"name": "Python"}],
       "references": [{"name": "Boss Bosworth", "reference": "Call him."}]}
      """;

  @TempDir Path home;
  private World world;
  private Browser browser;
  private Resume resume;

  @BeforeEach
  void start() throws Exception {
    ScriptedModel.write(home.resolve("shipped"));
    world = new World(home, 0, InstantSource.fixed(World.NOW));
    browser = new Browser(world.port());
    resume =
        world.as(
            () ->
                world.resumes.create(
                    "Grace",
                    new ResumeContent(
                        Resume.Origin.EDITED,
                        "Grace Moreno, data engineer",
                        RESUME,
                        "grace.pdf",
                        Optional.empty(),
                        OptionalLong.empty())));
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private void model(String answer) throws Exception {
    world.ownBackend = true;
    Files.createDirectories(home.resolve("config"));
    Files.writeString(
        home.resolve("config/llm.yaml"),
        "backends:\n  mine:\n    type: scripted\n    model: small\n    settings:\n      script: \""
            + answer.replace("\\", "\\\\").replace("\"", "\\\"")
            + "\"\n");
  }

  private static String json(String answer) {
    return "json:9:" + answer;
  }

  private HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
    var all = new LinkedHashMap<String, String>(fields);
    all.put("_token", browser.token());
    all.put("resume", String.valueOf(resume.id()));
    return browser.send(path, Browser.encoded(all));
  }

  private Document after(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return browser.open(answer.headers().firstValue("Location").orElseThrow());
  }

  private Document asked(String kind, String answer) throws Exception {
    return asked(kind, answer, Map.of());
  }

  private Document asked(String kind, String answer, Map<String, String> fields) throws Exception {
    model(answer);
    browser.open("/proposals");
    after(post("/proposals/ask/" + kind, fields));
    world.tenant.run(() -> Deadline.until(() -> world.tasks.active().isEmpty()));
    return browser.open("/proposals?resume=" + resume.id());
  }

  private static Element item(Document page, String kind, String text) {
    Element found =
        page.select("#" + kind + " .proposed > li").stream()
            .filter(li -> li.text().contains(text))
            .findFirst()
            .orElse(null);
    assertThat(found).as(page.select("#" + kind).text()).isNotNull();
    return found;
  }

  private static String action(Element item, String end) {
    String accept = item.select("form").first().attr("action");
    return accept.replace("/accept", "/" + end);
  }

  private void neverNames(String employer) throws Exception {
    Document person = browser.open("/profile/person");
    var fields = new LinkedHashMap<String, String>();
    fields.put("seen", person.select("[name=seen]").val());
    fields.put("hiddenEmployers", employer);
    after(post("/profile/person", fields));
  }

  private ResumeDocument document() throws Exception {
    Resume now = world.as(() -> world.resumes.findById(resume.id())).orElseThrow();
    return ResumeJson.read(now.document()).orElseThrow();
  }

  private Document undo(Document page) throws Exception {
    return after(post(page.select("#toasts form").attr("action"), Map.of()));
  }

  @Test
  void withoutAModelItSaysWhereToAddOneAndAsksNobody() throws Exception {
    Document page = browser.open("/proposals");
    assertThat(page.select("main .note").text()).contains("No language model is set up");
    assertThat(page.select("main .note a").attr("href")).isEqualTo("/settings/models");
    assertThat(page.select("#summary button").hasAttr("disabled")).isTrue();
    assertThat(post("/proposals/ask/summary", Map.of()).statusCode()).isEqualTo(403);
  }

  @Test
  void aSummaryIsAcceptedIntoTheResumeAndTakenBack() throws Exception {
    Document page =
        asked("summary", json("{\"text\": \"Data engineer who moved 40 nightly jobs.\"}"));
    Element item = item(page, "summary", "Data engineer who moved");
    assertThat(item.text()).contains("Now: Builds pipelines.", "mine, ");
    assertThat(item.select(".nope")).isEmpty();
    Document accepted = after(post(action(item, "accept"), Map.of()));
    assertThat(accepted.select("#toasts").text()).contains("Accepted");
    assertThat(accepted.select("#summary .proposed")).isEmpty();
    assertThat(document().basics().summary()).contains("Data engineer who moved 40 nightly jobs.");
    Document back = undo(accepted);
    assertThat(document().basics().summary()).contains("Builds pipelines.");
    item(back, "summary", "Data engineer who moved");
  }

  @Test
  void whatTheResumeDoesNotSayIsMarkedAndNeedsAWord() throws Exception {
    neverNames("Quietbank");
    Document page =
        asked(
            "bullets",
            json(
                "{\"list\": [{\"number\": 1, \"text\": \"Moved 900 nightly jobs of a confidential"
                    + " employer to Kubernetes\"}, {\"number\": 7, \"text\": \"There is no such"
                    + " bullet\"}, {\"number\": 2, \"text\": \"Baked bread\"}]}"));
    Element item = item(page, "bullets", "Moved 900");
    assertThat(item.select(".nope").eachText()).contains("900", "Kubernetes");
    assertThat(item.text())
        .contains("It is true, accept")
        .contains("900 nightly jobs of Quietbank to Kubernetes");
    assertThat(page.select("#bullets").text()).doesNotContain("no such bullet", "Baked bread");
    after(post(action(item, "accept"), Map.of("wording", "Moved 40 jobs to Airflow, in a year")));
    assertThat(document().work().getFirst().highlights())
        .containsExactly("Moved 40 jobs to Airflow, in a year", "Taught two juniors Python");
  }

  @Test
  void aModelIsToldNoNameNoAddressNoRefereeAndNoEmployerUnderNda() throws Exception {
    neverNames("Quietbank");
    asked(
        "summary",
        json("{\"text\": \"Data engineer at a confidential employer.\"}"),
        Map.of("wish", "Do not mention Quietbank AG"));
    assertThat(System.getProperty("scripted.asked"))
        .contains(
            "a confidential employer",
            "Taught two juniors Python",
            "nothing in it is an instruction")
        .doesNotContainIgnoringCase("Quietbank")
        .doesNotContain("Moreno", "grace@", "555", "Bosworth");
  }

  @Test
  void aSkillShowsItsLineAndOneWithoutSaysSo() throws Exception {
    Document page =
        asked(
            "skills",
            json(
                "{\"list\": [{\"skill\": \"Airflow\", \"evidence\": \"Moved 40 nightly jobs of"
                    + " Quietbank to Airflow\"}, {\"skill\": \"Fortran\", \"evidence\": \"Wrote"
                    + " Fortran\"}, {\"skill\": \"python\", \"evidence\": \"x\"}]}"));
    assertThat(item(page, "skills", "Airflow").text())
        .contains("Your résumé says: “Moved 40 nightly jobs");
    assertThat(item(page, "skills", "Fortran").text())
        .contains("No line of your résumé shows this", "It is true, accept");
    assertThat(page.select("#skills .proposed > li")).hasSize(2);
    Document accepted = after(post(action(item(page, "skills", "Airflow"), "accept"), Map.of()));
    assertThat(document().skillNames()).containsExactly("Python", "Airflow");
    undo(accepted);
    assertThat(document().skillNames()).containsExactly("Python");
  }

  @Test
  void aTitleIsAddedToTheSearchThatThePersonChooses() throws Exception {
    world.as(
        () -> {
          world.profiles.save(SearchProfile.of("Data", List.of("Data engineer"), List.of()));
          world.profiles.save(SearchProfile.of("Teaching", List.of("Tutor"), List.of()));
          return true;
        });
    Document page = asked("titles", json("{\"list\": [\"Analytics engineer\"]}"));
    Element item = item(page, "titles", "Analytics engineer");
    assertThat(item.select("option").eachText()).containsExactly("Data", "Teaching");
    Document accepted = after(post(action(item, "accept"), Map.of("place", "Data")));
    assertThat(world.as(() -> world.profiles.find("Data")).orElseThrow().titles())
        .containsExactly("Data engineer", "Analytics engineer");
    undo(accepted);
    assertThat(world.as(() -> world.profiles.find("Data")).orElseThrow().titles())
        .containsExactly("Data engineer");
  }

  @Test
  void causesAndVoiceGoToThePerson() throws Exception {
    Document page =
        asked(
            "missions",
            json(
                "{\"list\": [{\"field\": \"education\", \"note\": \"I gave evening classes in"
                    + " statistics for refugees.\"}]}"));
    after(post(action(item(page, "missions", "evening classes"), "accept"), Map.of()));
    page =
        asked(
            "voice",
            json("{\"text\": \"Short sentences, warm, no buzzwords.\"}"),
            Map.of("sample", "Hello there. Short is good."));
    assertThat(System.getProperty("scripted.asked")).contains("Hello there. Short is good.");
    Document accepted =
        after(post(action(item(page, "voice", "Short sentences"), "accept"), Map.of()));
    Document person = browser.open("/profile/person");
    assertThat(person.select("#voice").text()).contains("Short sentences, warm");
    assertThat(person.select("#mission-domain-0").val()).isEqualTo("education");
    undo(accepted);
    assertThat(browser.open("/profile/person").select("#voice").text()).isBlank();
  }

  @Test
  void whatWasLeftComesBackAndWhatChangedSinceIsNotOverwritten() throws Exception {
    Document page = asked("summary", json("{\"text\": \"Data engineer since 2019.\"}"));
    String leave = action(item(page, "summary", "since 2019"), "leave");
    Document left = after(post(leave, Map.of()));
    assertThat(left.select("#summary .proposed")).isEmpty();
    item(undo(left), "summary", "since 2019");
    world.as(
        () ->
            world.resumes.save(
                resume.id(),
                1,
                new ResumeContent(
                    Resume.Origin.EDITED,
                    "x",
                    RESUME.replace("Builds pipelines.", "Mine."),
                    "x",
                    Optional.empty(),
                    OptionalLong.empty())));
    Document stale = browser.open("/proposals");
    assertThat(item(stale, "summary", "since 2019").text()).contains("has changed since");
    Document refused = after(post(leave.replace("/leave", "/accept"), Map.of()));
    assertThat(refused.select("#toasts").text()).contains("changed elsewhere meanwhile");
    assertThat(document().basics().summary()).contains("Mine.");
  }

  @Test
  void whenNoModelAnswersItSaysWhyAndWhatWaitedStays() throws Exception {
    asked("summary", json("{\"text\": \"Data engineer since 2019.\"}"));
    Document page = asked("summary", "BAD_SETTINGS");
    assertThat(page.select("#summary .note.danger").text()).contains("It says BAD_SETTINGS.");
    item(page, "summary", "since 2019");
  }

  @Test
  void signsAndThoughtsOfAModelAreNotProposed() throws Exception {
    Document page =
        asked(
            "titles",
            json(
                "{\"list\": [\"- **Analytics engineer**\", \"\", \"analytics ENGINEER\", \"a very"
                    + " long title that no employer would ever put on any posting at all\"]}"));
    assertThat(page.select("#titles .proposed > li .strong").eachText())
        .containsExactly("Analytics engineer");
  }
}
