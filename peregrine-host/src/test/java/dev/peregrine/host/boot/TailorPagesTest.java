package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.Posting;
import dev.peregrine.host.letters.Letter;
import dev.peregrine.host.letters.LetterContent;
import dev.peregrine.host.letters.LetterStyle;
import dev.peregrine.host.llm.ScriptedModel;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.Work;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.ResumeContent;
import dev.peregrine.host.tailoring.TailoredResume;
import dev.peregrine.host.web.Browser;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What a person reads and does in the tab of the résumé, without script. */
@ResourceLock(ScriptedModel.SENT)
class TailorPagesTest {

  private static final String RESUME =
      """
      {"basics":{"name":"Mara Lindqvist","email":"mara@lindqvist.example"},
       "work":[{"name":"Hafenwerk","position":"Product designer","startDate":"2020-04",
        "highlights":["Organised the summer party","Built the design system that 14 teams use, in Figma"]}],
       "skills":[{"name":"Tools","keywords":["Sketch","Figma"]}]}
      """;

  @TempDir Path home;
  private World world;
  private Browser browser;
  private long job;

  @BeforeEach
  void start() throws Exception {
    ScriptedModel.write(home.resolve("shipped"));
    world = new World(home, 0, InstantSource.fixed(World.NOW), false);
    browser = new Browser(world.port());
    job =
        world.tenant.calling(
            () -> {
              long id =
                  world
                      .jobs
                      .store(
                          List.of(
                              new Found(
                                  Posting.of(
                                          "1",
                                          "Product designer",
                                          URI.create("https://x.example/1"))
                                      .withCompany(Optional.of("Nordwind"))
                                      .withDescription(
                                          Optional.of(
                                              "<ul><li>Figma is a must</li><li>A design system</li><li>Experience with Sketch and Blender</li><li>You lead a team</li></ul>")),
                                  "village",
                                  OptionalLong.empty(),
                                  Optional.empty())))
                      .getFirst()
                      .job();
              world.jobs.move(List.of(id), Stage.APPROVED, Optional.empty());
              return id;
            });
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private Resume resume(String name, String json) {
    return world.tenant.calling(
        () ->
            world.resumes.create(
                name,
                new ResumeContent(
                    Resume.Origin.EDITED,
                    "Mara Lindqvist, Figma",
                    json,
                    "form",
                    Optional.empty(),
                    OptionalLong.empty())));
  }

  private String here(String more) {
    return "/apply/" + job + "/resume" + more;
  }

  private Document page() throws Exception {
    return browser.open(here(""));
  }

  private Document after(String more, Map<String, String> fields) throws Exception {
    HttpResponse<String> answer = browser.submit(here(more), fields);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return browser.open(answer.headers().firstValue("Location").orElseThrow());
  }

  private Document undo(Document page) throws Exception {
    String path = page.select(".toast form").attr("action");
    HttpResponse<String> answer = browser.submit(path, Map.of());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return page();
  }

  private TailoredResume sent() throws Exception {
    return world.tenant.call(() -> world.tailorings.toSend(job)).orElseThrow();
  }

  private List<String> bullets() throws Exception {
    ResumeDocument document = sent().document();
    Work first = document.work().getFirst();
    return first.highlights();
  }

  private void model(String script) throws Exception {
    Files.writeString(
        home.resolve("config/llm.yaml"),
        "backends:\n  mine:\n    type: scripted\n    model: m\n    settings:\n      script: '%s'\n"
            .formatted(script));
    world.ownBackend = true;
  }

  private void modelIsDone() throws Exception {
    await(() -> world.tenant.calling(world.tasks::active).isEmpty());
  }

  private static void await(BooleanSupplier done) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime()).as("It did not happen in 30 s.").isLessThan(end);
      LockSupport.parkNanos(5_000_000);
    }
  }

  @Test
  void withoutAResumeItSaysWhatOneWouldBeGoodFor() throws Exception {
    assertThat(page().select("#tailor").text()).contains("There is no résumé yet");
  }

  @Test
  void itShowsWhatIsAskedForAndMissing() throws Exception {
    resume("Main", RESUME);
    Document page = page();
    assertThat(page.select("#gaps-h ~ *").text())
        .contains("Blender Asked for", "leading people", "3 things they ask for are shown")
        .contains("Built the design system that 14 teams use, in Figma");
    assertThat(page.select("#lane-h").text()).isEqualTo("You send “Main”");
    assertThat(page.select(".worktabs [aria-current=page]").text()).startsWith("Résumé");
  }

  @Test
  void aProposalIsAcceptedAndTakenBack() throws Exception {
    resume("Main", RESUME);
    assertThat(page().select("#changes-h").parents().get(1).text())
        .contains("2 proposals", "Strongest first", "Skills in another order");
    Document page = after("/decide", Map.of("rule", "work/0/highlights", "to", "accepted"));
    assertThat(page.select("#tailor").text()).contains("1 change is in it");
    assertThat(bullets().getFirst()).startsWith("Built the design system");
    undo(page);
    assertThat(bullets().getFirst()).isEqualTo("Organised the summer party");
    assertThat(page().select("#tailor").text()).contains("2 proposals");
  }

  @Test
  void whatIsLeftAsItIsDoesNotComeBack() throws Exception {
    resume("Main", RESUME);
    Document page = after("/decide", Map.of("rule", "skills", "to", "declined"));
    assertThat(page.select("#tailor").text()).contains("1 proposal ", "1 left as it was");
  }

  @Test
  void allThatIsBorneOutIsAcceptedAtOnce() throws Exception {
    resume("Main", RESUME);
    Document page = after("/accept-all", Map.of());
    assertThat(page.select("#tailor").text()).contains("2 changes are in it");
    assertThat(sent().changes()).hasSize(2);
  }

  @Test
  void bulletsCanBeChosenByHand() throws Exception {
    resume("Main", RESUME);
    Document page = after("/pick", Map.of("place", "work/0/highlights", "keep", "1"));
    assertThat(page.select(".toast").text()).contains("1 of 2 bullets are sent");
    assertThat(bullets()).containsExactly("Built the design system that 14 teams use, in Figma");
    assertThat(page.select("#picks-h ~ details input[type=checkbox][checked]")).hasSize(1);
  }

  @Test
  void anotherResumeCanBeSentAndItsScoreStandsBeside() throws Exception {
    resume("Main", RESUME);
    Resume other = resume("Data", RESUME.replace("Figma", "SQL"));
    Document page = page();
    assertThat(page.select(".lanes-for > li").eachText())
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).contains("Main", "shows 3 of 5"))
        .anySatisfy(line -> assertThat(line).contains("Data", "shows 2 of 5"));
    Document chosen = after("/lane", Map.of("lane", Long.toString(other.id())));
    assertThat(chosen.select("#lane-h").text()).isEqualTo("You send “Data”");
    assertThat(undo(chosen).select("#lane-h").text()).isEqualTo("You send “Main”");
  }

  @Test
  void aSkillThatThePersonHasGoesIntoTheResumeAndOutAgain() throws Exception {
    Resume main = resume("Main", RESUME);
    Document page = after("/skill", Map.of("name", "Blender", "seen", "1"));
    assertThat(sent().document().skillNames()).contains("Blender");
    assertThat(page.select(".gaps-for").text()).doesNotContain("Blender");
    undo(page);
    assertThat(sent().document().skillNames()).doesNotContain("Blender");
    assertThat(
            browser.submit(here("/skill"), Map.of("name", "Witchcraft", "seen", "1")).statusCode())
        .isEqualTo(404);
    Document late = after("/skill", Map.of("name", "Blender", "seen", "1"));
    assertThat(late.select(".toast").text()).contains("changed in another window");
    assertThat(main.version()).isEqualTo(1);
  }

  @Test
  void aModelsWordsAreShownAsADiffAndAccepted() throws Exception {
    resume("Main", RESUME);
    model(
        "json:2 {\"bullets\":[{\"number\":2,\"text\":\"**Built** a design system in Figma that 14 teams use\",\"why\":\"It leads with the system.\"}]}|{}");
    after("/ask", Map.of());
    modelIsDone();
    Document page = page();
    assertThat(page.select(".change:has(.becomes) .becomes").text())
        .isEqualTo("Then: Built a design system in Figma that 14 teams use");
    assertThat(page.select(".change:has(.becomes) del").text()).contains("the");
    assertThat(page.select(".change:has(.becomes) ins").text()).contains("a");
    assertThat(page.select(".change:has(.becomes)").text())
        .contains("It leads with the system.", "a model’s words");
    String change = page.select(".change:has(.becomes) input[name=change]").first().val();
    after("/decide", Map.of("change", change, "to", "accepted"));
    assertThat(bullets()).contains("Built a design system in Figma that 14 teams use");
  }

  @Test
  void wordsThatClaimTooMuchAreUnderlinedAndCannotBeAcceptedUntilTheyAreMended() throws Exception {
    resume("Main", RESUME);
    String much =
        "{\"bullets\":[{\"number\":2,\"text\":\"Built the design system that 14 teams use, in Figma and Blender\",\"why\":\"x\"}]}";
    model("json:2 " + much + "|" + much);
    after("/ask", Map.of());
    modelIsDone();
    Document page = page();
    assertThat(page.select(".nope").text()).isEqualTo("Blender");
    assertThat(page.select(".doubt").text()).contains("does not mention \"Blender\"");
    String change = page.select(".change:has(.nope) input[name=change]").first().val();
    Document refused = after("/decide", Map.of("change", change, "to", "accepted"));
    assertThat(refused.select(".toast").text()).contains("does not bear all of it out");
    after("/accept-all", Map.of());
    assertThat(bullets()).noneMatch(text -> text.contains("Blender"));
    after(
        "/reword",
        Map.of("change", change, "text", "Built, in Figma, the design system that 14 teams use"));
    assertThat(bullets()).contains("Built, in Figma, the design system that 14 teams use");
  }

  @Test
  void whatIsTrueGoesIntoTheResumeItself() throws Exception {
    Resume main = resume("Main", RESUME);
    String much =
        "{\"bullets\":[{\"number\":2,\"text\":\"Built the design system that 14 teams use, in Figma and Blender\",\"why\":\"x\"}]}";
    model("json:2 " + much + "|" + much);
    after("/ask", Map.of());
    modelIsDone();
    String change = page().select(".change:has(.nope) input[name=change]").first().val();
    Document page = after("/true", Map.of("change", change, "seen", "1"));
    assertThat(page.select(".nope")).isEmpty();
    assertThat(
            world.tenant.calling(() -> world.resumes.findById(main.id())).orElseThrow().document())
        .contains("Figma and Blender");
    undo(page);
    assertThat(bullets()).noneMatch(text -> text.contains("Blender"));
  }

  @Test
  void wordsThatLoseANumberAreThrownAway() throws Exception {
    resume("Main", RESUME);
    String lost =
        "{\"bullets\":[{\"number\":2,\"text\":\"Built the design system in Figma\",\"why\":\"x\"},{\"number\":9,\"text\":\"y\",\"why\":\"x\"}]}";
    model("json:2 " + lost + "|" + lost);
    after("/ask", Map.of());
    modelIsDone();
    assertThat(page().select(".becomes")).isEmpty();
  }

  @Test
  void aModelIsNotToldAnEmployerWhomNobodyMayName() throws Exception {
    resume(
        "Main", RESUME.replace("that 14 teams use, in Figma", "for Quietbank, which 14 teams use"));
    Document person = browser.open("/profile/person");
    browser.submit(
        "/profile/person",
        Map.of("seen", person.select("[name=seen]").val(), "hiddenEmployers", "Quietbank"));
    model(
        "json:2 {\"bullets\":[{\"number\":2,\"text\":\"Built a design system for a confidential employer that 14 teams use\",\"why\":\"\"}]}|{}");
    after("/ask", Map.of());
    modelIsDone();
    assertThat(System.getProperty("scripted.asked"))
        .contains("for a confidential employer, which 14 teams use")
        .doesNotContain("Quietbank");
    assertThat(page().select(".change:has(.becomes) .becomes").text())
        .isEqualTo("Then: Built a design system for Quietbank that 14 teams use");
  }

  @Test
  void aModelThatFailsIsSaidAndNothingIsLost() throws Exception {
    resume("Main", RESUME);
    after("/decide", Map.of("rule", "work/0/highlights", "to", "accepted"));
    model("UNAVAILABLE");
    after("/ask", Map.of());
    modelIsDone();
    assertThat(page().select("#tailor").text())
        .contains("No wordings came.", "It says UNAVAILABLE.", "Ask again", "1 change is in it");
  }

  @Test
  void withoutAModelItSaysWhatOneWouldDo() throws Exception {
    resume("Main", RESUME);
    Document page = page();
    assertThat(page.select("#tailor").text()).contains("Without a language model");
    assertThat(page.select("#tailor a[href=/settings/models]")).hasSize(1);
    assertThat(browser.submit(here("/ask"), Map.of()).statusCode()).isEqualTo(403);
  }

  @Test
  void aChangedResumeMakesAChangeStaleAndItIsSaid() throws Exception {
    Resume main = resume("Main", RESUME);
    after("/decide", Map.of("rule", "work/0/highlights", "to", "accepted"));
    world.tenant.calling(
        () ->
            world.resumes.save(
                main.id(),
                1,
                new ResumeContent(
                    Resume.Origin.EDITED,
                    "x",
                    RESUME.replace("summer party", "winter party"),
                    "form",
                    Optional.empty(),
                    OptionalLong.empty())));
    assertThat(page().select("#tailor").text()).contains("Your résumé has changed");
    assertThat(bullets()).contains("Organised the winter party");
  }

  @Test
  void aLetterThatSaysWhatTheChangedResumeNoLongerShowsIsNoted() throws Exception {
    resume("Main", RESUME);
    world.tenant.calling(
        () ->
            world.letters.save(
                job,
                0,
                LetterContent.of(
                    Letter.Origin.TYPED,
                    "Dear team,\n\nI built the design system that 14 teams use.\n\nKind regards,\nMara",
                    LetterStyle.in(Locale.ENGLISH),
                    Optional.empty())));
    assertThat(page().select(".note q")).isEmpty();
    Document page = after("/pick", Map.of("place", "work/0/highlights", "keep", "0"));
    assertThat(page.select(".note").text()).contains("this résumé, as changed, shows no more");
    assertThat(page.select(".note q").eachText()).isNotEmpty();
    assertThat(undo(page).select(".note q")).isEmpty();
  }

  @Test
  void aProgramsReadingIsShown() throws Exception {
    resume("Main", RESUME);
    Document page = browser.open(here("/plain"));
    assertThat(page.select("main").text())
        .contains("Everything is understood", "Employers: 1 of 1", "Skills: 2 of 2");
    assertThat(page.select(".extract").text())
        .contains("Product designer, Hafenwerk, 04/2020 – present");
  }

  @Test
  void aScriptGetsThePartAlone() throws Exception {
    resume("Main", RESUME);
    HttpResponse<String> answer =
        browser.swap(here("/decide"), Map.of("rule", "skills", "to", "accepted"));
    assertThat(answer.body()).contains("id=\"tailor\"", "Accepted").doesNotContain("<html");
  }

  @Test
  void aChangeOfAnotherJobIsNoPage() throws Exception {
    resume("Main", RESUME);
    assertThat(
            browser
                .submit(here("/decide"), Map.of("change", "4711", "to", "accepted"))
                .statusCode())
        .isEqualTo(404);
  }
}
