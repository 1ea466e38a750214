package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.llm.ScriptedModel;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.ResumeContent;
import dev.peregrine.host.storage.Deadline;
import dev.peregrine.host.web.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
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

/** Stories for interviews, without script. */
@ResourceLock(ScriptedModel.SENT)
class StoryPagesTest {

  private static final String LINE =
      "Moved 40 services to Kubernetes, cutting the cost of running them by a third";
  private static final String RESUME =
      """
      {"basics": {"name": "Grace Moreno", "email": "grace@moreno.example"},
       "work": [{"name": "Quietbank AG", "position": "Team lead", "startDate": "2021-03",
         "highlights": ["%s"]}]}
      """
          .formatted(LINE);

  @TempDir Path home;
  private World world;
  private Browser browser;

  @BeforeEach
  void start() throws Exception {
    ScriptedModel.write(home.resolve("shipped"));
    world = new World(home, 0, InstantSource.fixed(World.NOW), false);
    browser = new Browser(world.port());
    world.as(
        () ->
            world.resumes.create(
                "Grace",
                new ResumeContent(
                    Resume.Origin.EDITED,
                    "Grace Moreno",
                    RESUME,
                    "grace.pdf",
                    Optional.empty(),
                    OptionalLong.empty())));
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
            + script.replace("\"", "\\\"")
            + "\"\n");
    world.ownBackend = true;
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

  private Document begun() throws Exception {
    Document page = browser.open("/stories");
    assertThat(page.select("#hints").text()).contains(LINE, "Team lead, Quietbank AG");
    return after(post("/stories/begin", Map.of("line", LINE)));
  }

  private static Map<String, String> typed(Document page) {
    var fields = new LinkedHashMap<String, String>();
    Element form = page.selectFirst("main form:has([name=situation])");
    form.select("input[type=hidden], input.input, textarea")
        .forEach(field -> fields.put(field.attr("name"), field.val().strip()));
    fields.remove("_token");
    return fields;
  }

  private static String action(Document page) {
    return page.selectFirst("main form:has([name=situation])").attr("action");
  }

  @Test
  void aLineOfTheResumeBecomesAStoryThatIsFilledAndListed() throws Exception {
    Document page = begun();
    assertThat(page.select("[name=action]").text()).isEqualTo("Moved 40 services to Kubernetes");
    var fields = typed(page);
    fields.put("situation", "The servers cost more each month.");
    Document saved = after(post(action(page), fields));
    assertThat(saved.select("[name=situation]").text())
        .isEqualTo("The servers cost more each month.");
    Document list = browser.open("/stories");
    assertThat(list.select("#hints")).isEmpty();
    assertThat(list.select("main").text())
        .contains("Moved 40 services", "Still open: Task")
        .doesNotContain("Still open: Situation");
  }

  @Test
  void aStoryWithoutANameIsKeptInTheForm() throws Exception {
    browser.open("/stories/new?theme=conflict");
    HttpResponse<String> answer =
        post("/stories", Map.of("title", " ", "situation", "It was raining.", "theme", "conflict"));
    assertThat(answer.statusCode()).isEqualTo(422);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select("[role=alert]").text()).contains("a few words by which you know it");
    assertThat(page.select("[name=situation]").text()).isEqualTo("It was raining.");
    assertThat(page.select("[value=conflict]").hasAttr("checked")).isTrue();
  }

  @Test
  void aSecondWindowIsToldAndKeepsWhatItTyped() throws Exception {
    Document page = begun();
    var first = typed(page);
    first.put("task", "From the first window");
    after(post(action(page), first));
    var second = typed(page);
    second.put("task", "From the second window");
    HttpResponse<String> told = post(action(page), second);
    assertThat(told.statusCode()).isEqualTo(409);
    Document again = Jsoup.parse(told.body());
    assertThat(again.select("[role=alert]").text()).contains("From the first window");
    assertThat(again.select("[name=task]").text()).isEqualTo("From the second window");
    Document saved = after(post(action(page), typed(again)));
    assertThat(saved.select("[name=task]").text()).isEqualTo("From the second window");
  }

  @Test
  void removingAndPassingCanBeUndone() throws Exception {
    Document page = begun();
    Document list = after(post(action(page) + "/remove", Map.of()));
    assertThat(list.select("main .plug")).isEmpty();
    assertThat(list.select("#hints").text()).as("the line is free again").contains(LINE);
    Document passed = after(post("/stories/pass", Map.of("line", LINE)));
    assertThat(passed.select("#hints")).isEmpty();
    Element undo = passed.selectFirst(".toast form");
    assertThat(after(post(undo.attr("action"), Map.of())).select("#hints").text()).contains(LINE);
    assertThat(after(post(action(page) + "/back", Map.of())).select("h1").text())
        .startsWith("Moved 40 services");
  }

  @Test
  void withoutAModelTheStoryIsWrittenByHandAndTheButtonSaysWhy() throws Exception {
    Document page = begun();
    assertThat(page.select("#help button[disabled]").text()).isEqualTo("Ask for a draft");
    assertThat(page.select("#help").text()).contains("No language model is set up.");
  }

  @Test
  void aModelSortsTheStoryAndWhatNothingBearsOutIsMarked() throws Exception {
    model(
        "say:{\"situation\":\"Our costs grew.\",\"task\":\"\",\"action\":\"I moved 40 services to"
            + " Kubernetes and 12 to Terraform.\",\"result\":\"Running them cost a third"
            + " less.\",\"questions\":[\"Who was against it?\"]}");
    Document page = begun();
    after(post(action(page) + "/ask", typed(page)));
    world.tenant.run(() -> Deadline.until(() -> world.tasks.active().isEmpty()));
    Document helped = browser.open(action(page));
    assertThat(helped.select("#help").text())
        .contains("Suggested by mine", "Our costs grew.", "Who was against it?");
    assertThat(helped.select("#help .nope").text()).contains("Terraform").doesNotContain("40");
    var fields = typed(helped);
    fields.put("part", "situation");
    Document taken = after(post(action(page) + "/take", fields));
    assertThat(taken.select("[name=situation]").text()).isEqualTo("Our costs grew.");
    assertThat(taken.select("[name=action]").text()).isEqualTo("Moved 40 services to Kubernetes");
    String undo = taken.selectFirst(".toast form").attr("action");
    assertThat(after(post(undo, Map.of())).select("[name=situation]").text()).isEmpty();
  }

  @Test
  void whatAModelIsToldNamesNeitherThePersonNorEmployersNeverToBeNamed() throws Exception {
    ScriptedModel.forgetSent();
    model(
        "say:{\"situation\":\"x\",\"task\":\"\",\"action\":\"\",\"result\":\"\",\"questions\":[]}");
    Document person = browser.open("/profile/person");
    after(
        post(
            "/profile/person",
            Map.of("seen", person.select("[name=seen]").val(), "hiddenEmployers", "Quietbank")));
    Document page = begun();
    after(post(action(page) + "/ask", typed(page)));
    world.tenant.run(() -> Deadline.until(() -> world.tasks.active().isEmpty()));
    String sent = ScriptedModel.sent().toString();
    assertThat(sent)
        .contains("Moved 40 services")
        .doesNotContain("Grace", "grace@moreno.example", "Quietbank");
  }
}
