package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.rounds.RoundKind;
import dev.peregrine.host.rounds.RoundPlan;
import dev.peregrine.host.rounds.RoundState;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.web.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a time in a mail to an agreed round and back, without script. */
class ProposedRoundPagesTest {

  private static final String ONE =
      "We would like to talk for 45 minutes on Tuesday 17 March at 2pm CET:"
          + " https://meet.google.com/abc-defg-hij";

  @TempDir Path home;
  private World world;
  private Browser browser;
  private Rounds rounds;
  private long job;

  @BeforeEach
  void start() throws Exception {
    world = new World(home, 0, InstantSource.fixed(World.NOW), false);
    browser = new Browser(world.port());
    rounds = world.afterApplying.rounds();
    job = world.seed().getFirst();
    world.as(() -> world.jobs.move(List.of(job), Stage.APPLIED, Optional.empty()));
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private IncomingMail mail(MailLabel label, String text) {
    return IncomingMail.of(label, "A talk", text);
  }

  private static String ics(String method, int sequence, String start) {
    return """
        BEGIN:VCALENDAR
        METHOD:%s
        BEGIN:VEVENT
        UID:talk-1@kontor.example
        SEQUENCE:%d
        DTSTAMP:202603%02dT080000Z
        SUMMARY:Technical interview
        DTSTART;TZID=Europe/London:%s
        DURATION:PT1H
        ORGANIZER;CN=Ole Brandt:mailto:ole@kontor.example
        END:VEVENT
        END:VCALENDAR
        """
        .formatted(method, sequence, 10 + sequence, start);
  }

  private List<Round> all() throws Exception {
    return world.as(() -> rounds.of(job));
  }

  private Round only() throws Exception {
    assertThat(all()).hasSize(1);
    return all().getFirst();
  }

  private Instant begins() throws Exception {
    return only().start().orElseThrow().toInstant();
  }

  private Round agreed(String at) throws Exception {
    return world.as(
        () -> rounds.add(job, RoundPlan.of(RoundKind.TECHNICAL).at(ZonedDateTime.parse(at))));
  }

  private Document tab() throws Exception {
    return browser.open("/interviews/%d/mails".formatted(job));
  }

  private Document press(Element form, String name, String value) throws Exception {
    HttpResponse<String> answer =
        browser.submit(form.attr("action"), name.isEmpty() ? Map.of() : Map.of(name, value));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return browser.open(answer.headers().firstValue("Location").orElseThrow());
  }

  private Document take(Document page, int time) throws Exception {
    return press(
        page.select(".proposal form[action*=take]").first(), "time", Integer.toString(time));
  }

  private Document undo(Document page) throws Exception {
    return press(page.select("#toasts form").first(), "", "");
  }

  @Test
  void aTimeOfAMailIsAProposedRoundUntilThePersonAgrees() throws Exception {
    mail(MailLabel.INTERVIEW_SCHEDULED, ONE).come(world, job);
    assertThat(only().state()).isEqualTo(RoundState.PROPOSED);
    assertThat(begins()).isEqualTo(Instant.parse("2026-03-17T13:00:00Z"));
    assertThat(only().length()).isEqualTo(Duration.ofMinutes(45));
    assertThat(only().link().orElseThrow()).hasHost("meet.google.com");
    assertThat(only().people()).containsExactly("Ole Brandt");
    Document page = tab();
    assertThat(page.select(".proposal").text()).contains("Tuesday, 17 March, 14:00–14:45");
    Document agreed = take(page, 0);
    assertThat(only().state()).isEqualTo(RoundState.AGREED);
    assertThat(agreed.select(".proposal")).isEmpty();
    undo(agreed);
    assertThat(only().state()).isEqualTo(RoundState.PROPOSED);
    assertThat(tab().select(".proposal")).hasSize(1);
  }

  @Test
  void aDismissedOneIsGoneAndComesBack() throws Exception {
    mail(MailLabel.INTERVIEW_SCHEDULED, ONE).come(world, job);
    Document page = press(tab().select(".proposal form[action*=dismiss]").first(), "", "");
    assertThat(all()).isEmpty();
    undo(page);
    assertThat(only().state()).isEqualTo(RoundState.PROPOSED);
    assertThat(tab().select(".proposal")).hasSize(1);
  }

  @Test
  void ofSeveralTimesThePersonChooses() throws Exception {
    mail(MailLabel.POSITIVE_RESPONSE, "Does Tuesday at 10:00 or Wednesday at 14:00 suit you?")
        .come(world, job);
    assertThat(only().start()).isEmpty();
    Document page = tab();
    assertThat(page.select(".proposal button[name=time]").eachText())
        .containsExactly("Tuesday, 17 March, 10:00–10:30", "Wednesday, 18 March, 14:00–14:30");
    assertThat(page.select(".proposal").text()).contains("names no time zone");
    undo(take(page, 1));
    assertThat(only().start()).isEmpty();
    take(tab(), 1);
    assertThat(begins()).isEqualTo(Instant.parse("2026-03-18T13:00:00Z"));
    assertThat(only().state()).isEqualTo(RoundState.AGREED);
  }

  @Test
  void lookingAgainProposesNothingTwice() throws Exception {
    long mail = mail(MailLabel.INTERVIEW_SCHEDULED, ONE).come(world, job);
    mail(MailLabel.INTERVIEW_SCHEDULED, "See you on " + ONE).at(World.NOW).come(world, job);
    world.as(
        () -> {
          world.afterApplying.mailing().arrivals().over(List.of(mail));
          return 0;
        });
    assertThat(all()).hasSize(1);
    press(tab().select(".proposal form[action*=dismiss]").first(), "", "");
    world.as(
        () -> {
          world.afterApplying.mailing().arrivals().over(List.of(mail));
          return 0;
        });
    assertThat(all()).isEmpty();
  }

  @Test
  void acceptingTheMailAgreesToATimeAndUndoTakesBothBack() throws Exception {
    long mail = mail(MailLabel.INTERVIEW_SCHEDULED, ONE).come(world, job);
    Document form = browser.open("/interviews/%d/move?on=board&mail=%d".formatted(job, mail));
    Element move = form.select("main form").first();
    var fields = new HashMap<String, String>();
    move.select("input[type=hidden], input[checked]")
        .forEach(field -> fields.put(field.attr("name"), field.attr("value")));
    fields.put("agree", move.select("[name=agree]").first().attr("value"));
    HttpResponse<String> answer = browser.submit(move.attr("action"), fields);
    assertThat(only().state()).isEqualTo(RoundState.AGREED);
    undo(browser.open(answer.headers().firstValue("Location").orElseThrow()));
    assertThat(only().state()).isEqualTo(RoundState.PROPOSED);
    assertThat(world.as(() -> world.jobs.findById(job)).orElseThrow().stage())
        .isEqualTo(Stage.APPLIED);
  }

  @Test
  void aMailThatMeansSomethingElseAfterAllTakesItsProposalAlong() throws Exception {
    long mail = mail(MailLabel.INTERVIEW_SCHEDULED, ONE).come(world, job);
    press(tab().select("form[action*=label]").first(), "label", "unrelated");
    assertThat(all()).isEmpty();
    browser.submit("/interviews/%d/mails/%d/unsay".formatted(job, mail), Map.of());
    assertThat(only().state()).isEqualTo(RoundState.PROPOSED);
  }

  @Test
  void whatThePersonAgreedStaysWhenTheMailMeansSomethingElse() throws Exception {
    mail(MailLabel.INTERVIEW_SCHEDULED, ONE).come(world, job);
    take(tab(), 0);
    press(tab().select("form[action*=label]").first(), "label", "unrelated");
    assertThat(only().state()).isEqualTo(RoundState.AGREED);
  }

  @Test
  void anotherTimeIsAChangeOfTheRoundItSpeaksOf() throws Exception {
    agreed("2026-03-17T14:00+01:00[Europe/Berlin]");
    mail(
            MailLabel.EVENT_RESCHEDULED,
            "We have to move our talk from Tuesday 17 March, 14:00 to Thursday 19 March, 11:00 CET.")
        .come(world, job);
    assertThat(begins()).isEqualTo(Instant.parse("2026-03-17T13:00:00Z"));
    Document page = tab();
    assertThat(page.select(".proposal").text())
        .contains("now Tuesday, 17 March, 14:00–15:00", "Thursday, 19 March, 11:00");
    undo(take(page, 0));
    assertThat(begins()).isEqualTo(Instant.parse("2026-03-17T13:00:00Z"));
    take(tab(), 0);
    assertThat(begins()).isEqualTo(Instant.parse("2026-03-19T10:00:00Z"));
  }

  @Test
  void aTalkThatIsCalledOffInWordsIsProposedToBeCalledOff() throws Exception {
    agreed("2026-03-17T14:00+01:00[Europe/Berlin]");
    mail(MailLabel.EVENT_RESCHEDULED, "We have to cancel our talk and will write again.")
        .come(world, job);
    assertThat(only().state()).isEqualTo(RoundState.AGREED);
    take(tab(), 0);
    assertThat(only().state()).isEqualTo(RoundState.CANCELLED);
  }

  @Test
  void anInvitationChangesAndCallsOffItsOwnRound() throws Exception {
    mail(MailLabel.INTERVIEW_SCHEDULED, "Please find it attached.")
        .with(ics("REQUEST", 0, "20260317T100000"))
        .come(world, job);
    assertThat(only().state()).isEqualTo(RoundState.PROPOSED);
    assertThat(only().uid()).isEqualTo("talk-1@kontor.example");
    take(tab(), 0);
    assertThat(only().state()).isEqualTo(RoundState.AGREED);
    mail(MailLabel.EVENT_RESCHEDULED, "Updated.")
        .at(World.NOW.minusSeconds(100))
        .with(ics("REQUEST", 1, "20260318T100000"))
        .come(world, job);
    assertThat(begins()).isEqualTo(Instant.parse("2026-03-17T10:00:00Z"));
    assertThat(tab().select(".proposal").text()).contains("Wednesday, 18 March, 11:00–12:00");
    take(tab(), 0);
    assertThat(begins()).isEqualTo(Instant.parse("2026-03-18T10:00:00Z"));
    mail(MailLabel.NEUTRAL, "Cancelled.")
        .at(World.NOW.minusSeconds(10))
        .with(ics("CANCEL", 2, "20260318T100000"))
        .come(world, job);
    assertThat(only().state()).isEqualTo(RoundState.AGREED);
    take(tab(), 0);
    assertThat(only().state()).isEqualTo(RoundState.CANCELLED);
  }

  @Test
  void theInvitationOfATalkThatWordsProposedIsTheSameTalk() throws Exception {
    mail(MailLabel.INTERVIEW_SCHEDULED, "Would Tuesday 17 March at 10:00 London time suit you?")
        .come(world, job);
    mail(MailLabel.INTERVIEW_SCHEDULED, "Attached.")
        .at(World.NOW.minusSeconds(100))
        .with(ics("REQUEST", 0, "20260317T100000"))
        .come(world, job);
    assertThat(only().uid()).isEqualTo("talk-1@kontor.example");
  }

  @Test
  void whatIsOverOrOfARejectionIsNotProposed() throws Exception {
    mail(MailLabel.INTERVIEW_SCHEDULED, "On Tuesday 3 March at 10:00")
        .at(Instant.parse("2026-02-20T10:00:00Z"))
        .come(world, job);
    mail(MailLabel.REJECTED, "Sorry. " + ONE).come(world, job);
    mail(MailLabel.INTERVIEW_SCHEDULED, "Broken")
        .with("BEGIN:VCALENDAR\nnonsense")
        .come(world, job);
    assertThat(all()).isEmpty();
  }
}
