package dev.peregrine.host.boot;

import static dev.peregrine.host.stories.Theme.CONFLICT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.llm.ScriptedModel;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.practice.Asked;
import dev.peregrine.host.practice.Criterion;
import dev.peregrine.host.practice.Practice;
import dev.peregrine.host.practice.Rating;
import dev.peregrine.host.practice.Session;
import dev.peregrine.host.practice.SessionPlan;
import dev.peregrine.host.practice.Theme;
import dev.peregrine.host.practice.Turn;
import dev.peregrine.host.rounds.RoundKind;
import dev.peregrine.host.storage.Deadline;
import dev.peregrine.host.stories.Part;
import dev.peregrine.host.stories.Stories;
import dev.peregrine.host.stories.StoryText;
import dev.peregrine.host.web.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The tab on which interviews are practised, without script but where it says so. */
@ResourceLock(ScriptedModel.SENT)
class RehearsalPagesTest {

  @TempDir Path home;
  private World world;
  private Browser browser;
  private long job;
  private String path;

  @BeforeEach
  void start() throws Exception {
    ScriptedModel.write(home.resolve("shipped"));
    world = new World(home, 0, InstantSource.fixed(World.NOW));
    browser = new Browser(world.port());
    job = LetterPagesTest.fill(world);
    world.as(() -> world.jobs.move(List.of(job), Stage.PHONE_SCREEN, Optional.empty()));
    path = "/interviews/" + job + "/practice";
    browser.open(path);
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

  private Document after(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return browser.open(answer.headers().firstValue("Location").orElseThrow());
  }

  private Document press(Element button, Map<String, String> more) throws Exception {
    Element form = button.closest("form");
    var fields = new LinkedHashMap<String, String>();
    form.select("input[type=hidden]").forEach(input -> fields.put(input.attr("name"), input.val()));
    fields.putAll(more);
    String to = button.hasAttr("formaction") ? button.attr("formaction") : form.attr("action");
    return after(browser.submit(to, fields));
  }

  private Document begin(Map<String, String> choices) throws Exception {
    return after(browser.submit(path, choices));
  }

  private static Element button(Document page, String words) {
    return page.select("main button").stream()
        .filter(button -> button.text().equals(words))
        .findFirst()
        .orElseThrow(() -> new AssertionError(words + " in " + page.select("main").text()));
  }

  private static Map<String, String> levels(int level) {
    var levels = new LinkedHashMap<String, String>();
    for (Criterion criterion : Criterion.values()) {
      levels.put(criterion.key(), String.valueOf(level));
    }
    return levels;
  }

  private Session newest() throws Exception {
    return world.as(() -> world.afterApplying.rehearsal().practice().of(job).getFirst());
  }

  private Document idle(Session session) throws Exception {
    world.tenant.run(() -> Deadline.until(() -> world.tasks.active().isEmpty()));
    return browser.open(path + "/" + session.id());
  }

  @Test
  void withoutAModelAPersonIsAskedRatesThemselvesAndWhatWentBadlyComesBack() throws Exception {
    Document start = browser.open(path);
    assertThat(start.select(".worktabs [aria-current]").text()).isEqualTo("Practice");
    assertThat(start.select("[name=asker]")).isEmpty();
    assertThat(start.select("main").text()).contains("you rate yourself", "Set one up");
    Document first = begin(Map.of("kind", "hiring_manager", "questions", "3", "language", "en"));
    assertThat(first.text()).contains("Question 1 of 3");
    String question = first.select("h2.question").text();
    Document rating =
        press(
            button(first, "Done"),
            Map.of("answer", "At Stripe I moved 40 nightly jobs.", "seconds", "75"));
    assertThat(rating.select("main").text())
        .contains("7 words", "You took 1:15", "Your résumé does not say:", "Stripe");
    Document rated = press(button(rating, "Keep it"), levels(1));
    assertThat(rated.select("main").text())
        .contains("Rated by you", "Not yet · 1 of 4", "Take one real case");
    Document second = press(button(rated, "Next question"), Map.of());
    assertThat(second.text()).contains("Question 2 of 3").contains(question);
    Document third = press(button(second, "Skip"), Map.of());
    Document over =
        press(button(press(button(third, "Done"), Map.of("answer", "Yes.")), "Keep it"), levels(4));
    Document end = press(button(over, "To the end"), Map.of());
    assertThat(end.select("main").text())
        .contains("That is enough for today", "3 questions, 2 answered", "Comes back next time");
    assertThat(end.select("a[href$=transcript.md]")).hasSize(1);

    Document tab = browser.open(path);
    assertThat(tab.select("#weak-h").parents().select(".card").text()).contains(question);
    assertThat(begin(Map.of("kind", "panel", "questions", "3")).select("h2.question").text())
        .isEqualTo(question);
  }

  @Test
  void whatIsNotEnoughIsSaidAndKept() throws Exception {
    Document first = begin(Map.of("kind", "panel", "questions", "3"));
    Document again = press(button(first, "Done"), Map.of("answer", "  "));
    assertThat(again.select(".toast").text()).contains("Write an answer first");
    Document rating = press(button(again, "Done"), Map.of("answer", "Mine"));
    Element form = button(rating, "Keep it").closest("form");
    HttpResponse<String> nothing =
        browser.submit(form.attr("action"), Map.of("turn", form.select("[name=turn]").val()));
    assertThat(nothing.statusCode()).isEqualTo(422);
    assertThat(nothing.body()).contains("Rate at least one of these.");
    Document changing = press(button(rating, "Change the answer"), Map.of());
    assertThat(changing.select("textarea").text()).isEqualTo("Mine");
  }

  @Test
  void whatIsTypedIsKeptAndASecondWindowIsTold() throws Exception {
    Document page = begin(Map.of("kind", "panel", "questions", "3"));
    String here = path + "/" + newest().id();
    String turn = page.select("#answerform [name=turn]").val();
    String seen = page.select("#answerform [name=seen]").val();
    HttpResponse<String> kept =
        browser.swap(here + "/draft", Map.of("turn", turn, "seen", seen, "answer", "Mine"));
    assertThat(kept.body()).contains("Kept.", "name=\"seen\" value=\"2\"");
    HttpResponse<String> told =
        browser.swap(here + "/draft", Map.of("turn", turn, "seen", seen, "answer", "Theirs"));
    assertThat(told.body()).contains("Another window changed this answer", "Mine");
    HttpResponse<String> late =
        browser.submit(here + "/answer", Map.of("turn", turn, "seen", seen, "answer", "Theirs"));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("Theirs").contains("Mine");
    assertThat(browser.open(here).select("textarea").text()).isEqualTo("Mine");
  }

  @Test
  void aModelAsksAndRatesAndWhoeverComesBackIsWhereTheyWere() throws Exception {
    model("say:Which of the 40 jobs was the hardest to move?");
    Document start = browser.open(path);
    assertThat(start.select("[name=asker]").eachAttr("value")).containsExactly("model", "bank");
    begin(Map.of("kind", "technical", "questions", "2", "asker", "model"));
    Session session = newest();
    Document asked = idle(session);
    assertThat(asked.select("h2.question").text())
        .isEqualTo("Which of the 40 jobs was the hardest to move?");
    assertThat(asked.text()).contains("asked by desk");
    assertThat(browser.open(path).text()).contains("Go on where you were");
    String level = "{\"level\":2,\"sentence\":\"Say which one.\",\"quote\":\"the ledger\"}";
    model(
        "json:9:{\"relevance\":%1$s,\"structure\":%1$s,\"evidence\":%1$s,\"share\":%1$s,\"brevity\":%1$s,\"summary\":\"Name it first.\"}"
            .formatted(level));
    press(button(asked, "Done"), Map.of("answer", "It was the ledger."));
    Document rated = idle(session);
    assertThat(rated.select("main").text())
        .contains("Rated by desk", "Name it first.", "Partly · 2 of 4", "“the ledger”");
    model("UNAVAILABLE");
    press(button(rated, "Next question"), Map.of());
    Document failed = idle(session);
    assertThat(failed.select("#practice-model").text()).contains("UNAVAILABLE", "Nothing is lost");
    assertThat(failed.select("main button").eachText())
        .contains("Try again", "Take a question of Peregrine's");
    Document shipped = press(button(failed, "Take a question of Peregrine's"), Map.of());
    assertThat(shipped.text()).contains("Question 2 of 2");
    press(button(shipped, "Done"), Map.of("answer", "Something."));
    Document unrated = idle(session);
    assertThat(unrated.text()).contains("How was it?");
    Document mine = press(button(unrated, "Keep it"), levels(3));
    assertThat(mine.text()).contains("Rated by you");
  }

  @Test
  void aScriptIsShownWhatIsWrittenAndThenTheWholePage() throws Exception {
    model("stall:Which of the 40 jobs ");
    begin(Map.of("kind", "technical", "questions", "2", "asker", "model"));
    Session session = newest();
    String here = path + "/" + session.id();
    world.tenant.run(
        () ->
            Deadline.until(
                () ->
                    world
                        .afterApplying
                        .rehearsal()
                        .interviewer()
                        .state(session.id())
                        .filter(state -> !state.text().isEmpty())
                        .isPresent()));
    Document page = browser.open(here);
    assertThat(page.select("#practice-model").text())
        .contains("desk thinks of the next question", "Which of the 40 jobs");
    assertThat(page.select("#practice-model").attr("hx-get")).isEqualTo(here + "/live");
    Document stopped = press(button(page, "Stop"), Map.of());
    assertThat(stopped.text()).contains("Nothing is asked at the moment");
    HttpResponse<String> over = browser.get(here + "/live");
    assertThat(over.statusCode()).isEqualTo(303);
  }

  @Test
  void aStoryOfTheThemeOrOfTheDemandIsOffered() throws Exception {
    Session session =
        world.as(
            () -> {
              Stories stories = world.afterApplying.preparation().stories();
              stories.add(
                  new StoryText(
                      "The night of the move",
                      Map.of(Part.ACTION, "I moved jobs to Airflow."),
                      "",
                      Set.of()),
                  "");
              stories.add(new StoryText("Quarrel over a plan", Map.of(), "", Set.of(CONFLICT)), "");
              Practice practice = world.afterApplying.rehearsal().practice();
              return practice.begin(
                  job,
                  new SessionPlan(
                      RoundKind.PANEL, Locale.ENGLISH, SessionPlan.Asker.BANK, 3, false, false));
            });
    assertThat(asked(session, new Asked("x", Theme.DEMAND, "Airflow", "And Airflow?")))
        .containsExactly("The night of the move");
    assertThat(asked(session, new Asked("disagreement", Theme.CONFLICT, "", "A quarrel?")))
        .containsExactly("Quarrel over a plan");
  }

  private List<String> asked(Session session, Asked asked) throws Exception {
    world.as(() -> world.afterApplying.rehearsal().practice().ask(session.id(), asked, ""));
    Document page = browser.open(path + "/" + session.id());
    List<String> offered = page.select("a[href^=/stories/]").eachText();
    press(button(page, "Done"), Map.of("answer", "Yes."));
    world.as(
        () -> {
          Practice practice = world.afterApplying.rehearsal().practice();
          Turn turn = practice.find(session.id()).flatMap(Session::last).orElseThrow();
          practice.rate(
              turn.id(),
              new Rating(
                  Rating.By.SELF, "", List.of(new Rating.Point(Criterion.SHARE, 4, "", "")), ""));
          return turn;
        });
    return offered;
  }

  @Test
  void aTranscriptIsKeptAsAFile() throws Exception {
    Document first = begin(Map.of("kind", "recruiter", "questions", "1"));
    press(button(first, "Done"), Map.of("answer", "<b>Because</b> it is *mine*."));
    String here = path + "/" + newest().id();
    HttpResponse<String> marked = browser.get(here + "/transcript.md");
    assertThat(marked.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("practice-recruiter-");
    assertThat(marked.body()).contains("\\<b\\>Because\\</b\\> it is \\*mine\\*.");
    assertThat(browser.get(here + "/transcript.txt").body())
        .contains("<b>Because</b> it is *mine*.");
  }

  @Test
  void aSessionIsRemovedAndBroughtBackAndAnotherJobHasNoneOfIt() throws Exception {
    begin(Map.of("kind", "recruiter", "questions", "1"));
    Session session = newest();
    Document gone = after(browser.submit(path + "/" + session.id() + "/remove", Map.of()));
    assertThat(gone.text()).doesNotContain("Go on where you were");
    assertThat(browser.get(path + "/" + session.id()).statusCode()).isEqualTo(404);
    Document back = after(browser.submit(gone.select(".toast form").attr("action"), Map.of()));
    assertThat(back.text()).contains("Go on where you were");
    long other = world.seed().getFirst();
    assertThat(
            browser.get("/interviews/%d/practice/%d".formatted(other, session.id())).statusCode())
        .isEqualTo(404);
  }

  @Test
  void whatComesBackCanBeSettledAndPractisedAlone() throws Exception {
    Document first = begin(Map.of("kind", "panel", "questions", "1"));
    String question = first.select("h2.question").text();
    press(button(press(button(first, "Done"), Map.of("answer", "Hm.")), "Keep it"), levels(2));
    Document only = begin(Map.of("weak", "1"));
    assertThat(only.text()).contains("Question 1 of 1").contains(question);
    Document tab = browser.open(path);
    Element settle = tab.select("form[action$=settle] button").first();
    Document settled = press(settle, Map.of());
    assertThat(settled.select("#weak-h")).isEmpty();
    Document again = after(browser.submit(settled.select(".toast form").attr("action"), Map.of()));
    assertThat(again.select("#weak-h")).hasSize(1);
  }

  @Test
  void onlyWhoIsThereAndNumbersThatAreSomeAreTaken() throws Exception {
    assertThat(browser.submit(path, Map.of("kind", "séance", "questions", "99999")).statusCode())
        .isEqualTo(303);
    assertThat(newest().plan().questions()).isEqualTo(20);
    assertThat(newest().last().map(Turn::state)).contains(Turn.State.OPEN);
    HttpResponse<String> nobody = browser.submit(path, Map.of("asker", "model"));
    assertThat(nobody.statusCode()).isEqualTo(403);
    assertThat(browser.submit(path, Map.of("weak", "1")).statusCode()).isEqualTo(422);
  }
}
