package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.rounds.RoundKind;
import dev.peregrine.host.rounds.RoundPlan;
import dev.peregrine.host.rounds.RoundState;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.web.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invitations are shown before they are taken. It is 12 March 2026. */
class InvitationPagesTest {

  @TempDir Path home;
  private World world;
  private Browser browser;
  private Rounds rounds;
  private long job;

  @BeforeEach
  void start() throws Exception {
    world = new World(home, 0, InstantSource.fixed(World.NOW));
    browser = new Browser(world.port());
    rounds = world.afterApplying.rounds();
    job = LetterPagesTest.fill(world);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private static String invitation(int sequence, String start, String more) {
    return """
        BEGIN:VCALENDAR
        VERSION:2.0
        METHOD:%s
        BEGIN:VEVENT
        UID:abc@corp.example
        DTSTAMP:20260310T080000Z
        SEQUENCE:%d
        SUMMARY:Coding <b>interview</b>
        DTSTART;TZID=America/New_York:%s
        DURATION:PT1H
        ORGANIZER;CN=Ada Quint:mailto:ada@corp.example
        LOCATION:https://corp.zoom.us/j/1
        END:VEVENT
        END:VCALENDAR
        """
        .formatted(more, sequence, start);
  }

  private HttpResponse<String> send(String path, Map<String, String> fields) throws Exception {
    var all = new LinkedHashMap<>(fields);
    all.put("_token", browser.token());
    return browser.send("/interviews/" + job + "/invitation" + path, Browser.encoded(all));
  }

  private Document read(String text) throws Exception {
    HttpResponse<String> answer = send("", Map.of("text", text));
    return Jsoup.parse(answer.body());
  }

  /** As the person presses the button of the page. */
  private Document take(Document page) throws Exception {
    var fields = new LinkedHashMap<String, String>();
    fields.put("text", page.select("form textarea[name=text]").first().wholeText());
    page.select("main form [name=take], main form [type=hidden][name^=version]")
        .forEach(field -> fields.put(field.attr("name"), field.attr("value")));
    HttpResponse<String> answer = send("/take", fields);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return browser.open("/interviews/" + job + "/rounds");
  }

  private Document undo(Document page) throws Exception {
    browser.send(
        page.select(".toast form").attr("action"),
        Browser.encoded(Map.of("_token", browser.token())));
    return browser.open("/interviews/" + job + "/rounds");
  }

  private Round only() throws Exception {
    List<Round> all = world.as(() -> rounds.of(job));
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  @Test
  void aNewOneIsShownAndStoredOnceItIsTaken() throws Exception {
    Document page = read(invitation(0, "20260317T100000", "REQUEST"));
    assertThat(page.select("main").text())
        .contains(
            "Coding <b>interview</b>",
            "Adds a round.",
            "Tuesday, 17 March, 15:00–16:00 (10:00–11:00 in New York)",
            "Ada Quint",
            "Proposed");
    assertThat(page.select("select [selected]").attr("value")).isEqualTo("technical");
    assertThat(world.as(() -> rounds.of(job))).isEmpty();
    Document taken = take(page);
    assertThat(taken.select(".round").text())
        .contains("Technical interview", "Invited by Ada Quint", "Join at corp.zoom.us");
    assertThat(only().uid()).isEqualTo("abc@corp.example");
    assertThat(undo(taken).select(".round")).isEmpty();
  }

  @Test
  void aNewerOneChangesItsRoundAndAnOlderOneNothing() throws Exception {
    take(read(invitation(1, "20260317T100000", "REQUEST")));
    Document page = read(invitation(2, "20260318T110000", "REQUEST"));
    assertThat(page.select("main").text()).contains("Changes a round that you have.");
    assertThat(page.select("del").text()).contains("Tuesday, 17 March, 15:00–16:00");
    assertThat(page.select("ins").text()).contains("Wednesday, 18 March, 16:00–17:00");
    Document changed = take(page);
    assertThat(only().start().orElseThrow().toInstant())
        .isEqualTo(Instant.parse("2026-03-18T15:00:00Z"));
    assertThat(read(invitation(1, "20260317T100000", "REQUEST")).select("main").text())
        .contains("Older than what you have");
    assertThat(read(invitation(2, "20260318T110000", "REQUEST")).select("main").text())
        .contains("Says what you have already");
    undo(changed);
    assertThat(only().start().orElseThrow().toInstant())
        .isEqualTo(Instant.parse("2026-03-17T14:00:00Z"));
  }

  @Test
  void whatThePersonWroteStaysWhenAnInvitationChangesItsRound() throws Exception {
    take(read(invitation(1, "20260317T100000", "REQUEST")));
    Round mine = only();
    world.as(() -> rounds.saveNotes(mine.id(), "Ask for the team", 0));
    RoundPlan plan = mine.plan().withPeople(List.of("Ada Quint", "Ole Ravn"));
    world.as(() -> rounds.save(mine.id(), 1, plan.withState(RoundState.AGREED)));
    take(read(invitation(2, "20260318T110000", "REQUEST")));
    assertThat(only().notes()).isEqualTo("Ask for the team");
    assertThat(only().people()).containsExactly("Ada Quint", "Ole Ravn");
    assertThat(only().state()).isEqualTo(RoundState.AGREED);
  }

  @Test
  void aCancellationCallsItsRoundOff() throws Exception {
    assertThat(read(invitation(2, "20260317T100000", "CANCEL")).select("main").text())
        .contains("Calls off something that is not here.");
    take(read(invitation(1, "20260317T100000", "REQUEST")));
    Document page = read(invitation(2, "20260317T100000", "CANCEL"));
    assertThat(page.select("main").text()).contains("Calls a round off that you have.");
    take(page);
    assertThat(only().state()).isEqualTo(RoundState.CANCELLED);
    assertThat(only().sequence()).isEqualTo(2);
  }

  @Test
  void aRoundThatWasChangedMeanwhileIsNotOverwritten() throws Exception {
    take(read(invitation(1, "20260317T100000", "REQUEST")));
    Document page = read(invitation(2, "20260318T110000", "REQUEST"));
    Round mine = only();
    world.as(() -> rounds.save(mine.id(), 1, mine.plan().withState(RoundState.AGREED)));
    Document told = take(page);
    assertThat(told.select(".toast").text()).contains("changed meanwhile in another window");
    assertThat(only().start()).isEqualTo(mine.start());
  }

  @Test
  void aRoundOfAnotherApplicationIsLeftAlone() throws Exception {
    take(read(invitation(1, "20260317T100000", "REQUEST")));
    long first = job;
    job = world.seed().getFirst();
    Document page = read(invitation(2, "20260318T110000", "REQUEST"));
    assertThat(page.select("main").text()).contains("a round of another application");
    assertThat(page.select("main a[href=/interviews/" + first + "/rounds]")).hasSize(1);
    assertThat(page.select("[name=take]")).isEmpty();
  }

  @Test
  void whatTheFileLeavesOpenIsSaid() throws Exception {
    String text =
        invitation(0, "20260317T100000", "REQUEST")
            .replace("America/New_York", "Mars/Phobos")
            .replace("DURATION", "RRULE:FREQ=SECONDLY;COUNT=2000000000\nDURATION");
    assertThat(read(text).select(".note").text())
        .contains("no time zone that is known here", "Only the first one is taken");
    String day =
        invitation(0, "20260317T100000", "REQUEST")
            .replace(";TZID=America/New_York:20260317T100000", ";VALUE=DATE:20260317");
    assertThat(read(day).select(".note").text()).contains("a day and no time");
  }

  @Test
  void whatIsNoInvitationIsSaidAndKept() throws Exception {
    HttpResponse<String> answer = send("", Map.of("text", "Dear Grace"));
    assertThat(answer.statusCode()).isEqualTo(422);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select("[role=alert]").text()).contains("This is no calendar file");
    assertThat(page.select("#text").text()).isEqualTo("Dear Grace");
    HttpResponse<String> huge = send("", Map.of("text", "x".repeat(600_000)));
    assertThat(huge.body()).contains("larger than 512 KB");
  }

  @Test
  void takingTwiceAddsOne() throws Exception {
    Document page = read(invitation(0, "20260317T100000", "REQUEST"));
    take(page);
    take(page);
    assertThat(only().kind()).isEqualTo(RoundKind.TECHNICAL);
  }
}
