package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.contacts.Direction;
import dev.peregrine.host.contacts.LogEntry;
import dev.peregrine.host.llm.ScriptedModel;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.rounds.RoundKind;
import dev.peregrine.host.rounds.RoundPlan;
import dev.peregrine.host.storage.Deadline;
import dev.peregrine.host.web.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Drafts of messages, without script. */
@ResourceLock(ScriptedModel.SENT)
class DraftPagesTest {

  private static final String WRITTEN =
      "Dear Jana Berg,\n\nthank you for your message. I could start [when you could start].\n\nKind regards\nGrace";

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
        world.as(
            () -> {
              var found =
                  new Found(
                      Postings.posting(1, "Engineer", "Kontor Eins"),
                      "village",
                      OptionalLong.empty(),
                      Optional.empty());
              long id = world.jobs.store(List.of(found)).getFirst().job();
              world.jobs.move(
                  List.of(id),
                  Stage.APPLIED,
                  Optional.empty(),
                  World.NOW.minus(Duration.ofDays(9)));
              return id;
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
            + script.replace("\n", "\\n").replace("\\", "\\\\").replace("\"", "\\\"")
            + "\"\n");
  }

  private String people() {
    return "/interviews/" + job + "/people";
  }

  private Document open(String kind) throws Exception {
    return browser.open(people() + "?draft=" + kind);
  }

  private HttpResponse<String> send(String path, Map<String, String> fields) throws Exception {
    var all = new LinkedHashMap<String, String>(fields);
    all.put("_token", browser.token());
    return browser.send(path, Browser.encoded(all));
  }

  private Document post(String path, Map<String, String> fields) throws Exception {
    HttpResponse<String> answer = send(path, fields);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return browser.open(answer.headers().firstValue("Location").orElseThrow().split("#")[0]);
  }

  private Document undo(Document page) throws Exception {
    return post(page.select("#toasts form").attr("action"), Map.of());
  }

  private void theyWrote(String text) throws Exception {
    post(
        people() + "/person", Map.of("name", "Jana Berg", "mail", "jana.berg+jobs@kontor.example"));
    post(
        people() + "/log",
        Map.of(
            "direction",
            "in",
            "at",
            "2026-03-10T10:00",
            "who",
            "jana berg",
            "subject",
            "AW: Re: Your application",
            "text",
            text));
  }

  private void idle() throws Exception {
    world.tenant.run(() -> Deadline.until(() -> world.tasks.active().isEmpty()));
  }

  private static String typed(Document page) {
    return page.select("#draft-text").first().wholeText().strip();
  }

  @Test
  void anAnswerIsMadeOfWhatTheyAskedAndOpensTheOwnMailProgram() throws Exception {
    theyWrote("Hello,\n> Is this quoted?\nWhen could you [start]? Thanks.\n");
    Document page = open("reply");
    assertThat(page.select("#draft-subject").attr("value")).isEqualTo("Re: Your application");
    assertThat(typed(page))
        .startsWith("Dear jana berg,\n\nthank you for your message of 10 March.")
        .contains("[Your answer to: “When could you start ?”]")
        .doesNotContain("quoted");
    assertThat(page.select("#draft-places").text()).startsWith("One place in square brackets");
    assertThat(page.select("#draft a[href^=mailto]").attr("href"))
        .startsWith(
            "mailto:jana.berg%2Bjobs%40kontor.example?subject=Re%3A%20Your%20application&body=Dear")
        .contains("%0D%0A");
    assertThat(page.select("#draft").text()).contains("There is no model yet", "not saved yet");
    assertThat(world.as(() -> world.afterApplying.replies().replies().of(job))).isEmpty();
  }

  @Test
  void whoeverWroteGermanGetsGerman() throws Exception {
    theyWrote(
        "Guten Tag, vielen Dank für Ihre Bewerbung. Wir haben uns die Unterlagen angesehen und möchten Sie gern kennenlernen. Wann hätten Sie Zeit?");
    assertThat(typed(open("reply")))
        .startsWith("Guten Tag, jana berg,")
        .contains("[Deine Antwort auf: „Wann hätten Sie Zeit?“]", "Mit freundlichen Grüßen");
  }

  @Test
  void whoAsksHowItStandsSaysWhenTheyAppliedAndAskedBefore() throws Exception {
    assertThat(typed(open("follow_up")))
        .contains("on 3 March I applied for the position “Engineer”.");
    post(
        people() + "/log",
        Map.of("direction", "out", "at", "2026-03-10T10:00", "text", "How does it stand?"));
    assertThat(typed(open("follow_up"))).contains("I last wrote to you on 10 March.");
  }

  @Test
  void aDraftIsSavedOnceForTwoWindows() throws Exception {
    Document page = open("follow_up");
    String here = people() + "/draft/follow_up";
    post(here, Map.of("subject", "Mine", "text", "One", "seen", "0"));
    HttpResponse<String> second = send(here, Map.of("subject", "Mine", "text", "Two", "seen", "0"));
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("saved in another tab", "Two</textarea>");
    page = post(here, Map.of("subject", "Mine", "text", "Two", "seen", "1"));
    assertThat(typed(page)).isEqualTo("Two");
    page = post(here + "/remove", Map.of());
    assertThat(typed(undo(page))).isEqualTo("Two");
  }

  @Test
  void whatWasSentStandsInTheLogAndComesBackByUndo() throws Exception {
    theyWrote("When could you start?");
    String here = people() + "/draft/reply";
    Document page =
        post(here + "/sent", Map.of("subject", "Re: x", "text", "In May.", "seen", "0"));
    assertThat(page.select("#log").text()).contains("Mail to jana berg", "In May.");
    List<LogEntry> log = world.as(() -> world.afterApplying.contacts().log(job));
    assertThat(log.getFirst().said().direction()).isEqualTo(Direction.OUT);
    assertThat(log.getFirst().said().contact()).isPresent();
    assertThat(browser.open("/today").select("#due").text()).doesNotContain("Answer");
    assertThat(typed(undo(page))).isEqualTo("In May.");
    assertThat(world.as(() -> world.afterApplying.contacts().log(job))).hasSize(1);
  }

  @Test
  void thanksAreNotedAtTheRound() throws Exception {
    Round round =
        world.as(
            () ->
                world
                    .afterApplying
                    .rounds()
                    .add(
                        job,
                        RoundPlan.of(RoundKind.TECHNICAL)
                            .withPeople(List.of("Ole Ravn"))
                            .at(
                                World.NOW
                                    .minus(Duration.ofHours(20))
                                    .atZone(ZoneId.of("Asia/Tokyo")))));
    assertThat(browser.open("/today").select("#due").text()).contains("Thank Ole Ravn");
    assertThat(typed(open("thanks")))
        .startsWith("Dear Ole Ravn,\n\nthank you for the talk on 11 March.");
    Document page = post(people() + "/draft/thanks/sent", Map.of("text", "Thanks", "seen", "0"));
    assertThat(find(round).thanks().sent()).contains(World.NOW);
    assertThat(browser.open("/today").select("#due").text()).doesNotContain("Thank");
    undo(page);
    assertThat(find(round).thanks().sent()).isEmpty();
  }

  private Round find(Round round) throws Exception {
    return world.as(() -> world.afterApplying.rounds().findById(round.id()).orElseThrow());
  }

  @Test
  void aModelWritesWhereNobodyHasAndElseItsDraftWaits() throws Exception {
    model("say:" + WRITTEN);
    theyWrote("When could you start?");
    String here = people() + "/draft/reply";
    Document shown = open("reply");
    post(
        here + "/write",
        Map.of(
            "subject",
            shown.select("#draft-subject").attr("value"),
            "text",
            typed(shown),
            "seen",
            "0"));
    idle();
    Document page = open("reply");
    assertThat(typed(page)).contains("I could start [when you could start].");
    post(
        here,
        Map.of(
            "subject",
            "Re: x",
            "text",
            "My own",
            "seen",
            page.select("[name=seen]").first().attr("value")));
    post(here + "/write", Map.of("wish", "Shorter"));
    idle();
    page = open("reply");
    assertThat(typed(page)).isEqualTo("My own");
    assertThat(page.select(".offered").text()).contains("desk wrote", "I could start");
    page = post(here + "/take", Map.of());
    assertThat(typed(page)).contains("I could start");
    assertThat(typed(undo(page))).isEqualTo("My own");
  }

  @Test
  void whatAModelCannotIsToldAndNothingIsLost() throws Exception {
    model("REFUSED");
    post(people() + "/draft/follow_up/write", Map.of());
    idle();
    Document page = open("follow_up");
    assertThat(page.select("#draft-writing [role=alert]").text()).isNotEmpty();
    assertThat(typed(page)).contains("I applied for the position");
    page = post(people() + "/draft/follow_up/stop", Map.of());
    assertThat(page.select("#draft-writing [role=alert]")).isEmpty();
  }

  @Test
  void aMessageTooLongForAnAddressIsCopied() throws Exception {
    Document page =
        post(
            people() + "/draft/follow_up",
            Map.of("subject", "s", "text", "ä".repeat(900), "seen", "0"));
    assertThat(page.select("#draft a[href^=mailto]").attr("href")).isEqualTo("mailto:?subject=s");
    assertThat(page.select("#draft").text()).contains("too long");
  }
}
