package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.host.mails.Mail;
import dev.peregrine.host.mails.Outcome;
import dev.peregrine.host.pipeline.Ending;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.web.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
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

/** From a mail to a moved application and back, without script. */
class SignalPagesTest {

  private static final String TALK = "Hello Grace,\n\nwe would like to talk with you. Please call.";

  @TempDir Path home;
  private World world;
  private Browser browser;
  private long job;
  private long other;

  @BeforeEach
  void start() throws Exception {
    world = new World(home, 0, InstantSource.fixed(World.NOW), false);
    browser = new Browser(world.port());
    List<Long> jobs = world.seed();
    job = jobs.getFirst();
    other = jobs.get(1);
    move(Stage.APPLIED);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private void move(Stage to) throws Exception {
    world.as(() -> world.jobs.move(List.of(job), to, Optional.empty()));
  }

  private long comes(MailLabel label, String text) throws Exception {
    return IncomingMail.of(label, "About " + label, text).come(world, job);
  }

  private Job stored() throws Exception {
    return world.as(() -> world.jobs.findById(job)).orElseThrow();
  }

  private Mail mail(long id) throws Exception {
    return world.as(() -> world.afterApplying.mailing().mails().findById(id)).orElseThrow();
  }

  private Element tile() throws Exception {
    return browser.open("/interviews").select("#tile-" + job).first();
  }

  private Document after(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return browser.open(answer.headers().firstValue("Location").orElseThrow());
  }

  private Document press(String path) throws Exception {
    return press(path, Map.of());
  }

  private Document press(String path, Map<String, String> fields) throws Exception {
    return after(browser.submit(path, fields));
  }

  private Document undo(Document page) throws Exception {
    return press(page.select("#toasts form").attr("action"));
  }

  /** Follows the signal's link to the form, and sends it as it is prefilled. */
  private Document accept() throws Exception {
    return accept(browser.open(tile().select(".signal .acts a").attr("href")));
  }

  private Document accept(Document page) throws Exception {
    Element form = page.select("main form").first();
    var fields = new HashMap<String, String>();
    form.select("input[type=hidden], input[checked]")
        .forEach(field -> fields.put(field.attr("name"), field.attr("value")));
    return press(form.attr("action"), fields);
  }

  @Test
  void anInvitationMovesItsApplicationOnceItIsAcceptedAndBackAgain() throws Exception {
    long mail = comes(MailLabel.INTERVIEW_SCHEDULED, TALK);
    assertThat(stored().stage()).isEqualTo(Stage.APPLIED);
    assertThat(tile().select(".signal").text())
        .contains(
            "Looks like an invitation to talk",
            "we would like to talk with you",
            "Ole Brandt",
            "Move to phone screen");
    Document board = accept();
    assertThat(stored().stage()).isEqualTo(Stage.PHONE_SCREEN);
    assertThat(mail(mail).outcome()).isEqualTo(Outcome.DONE);
    assertThat(board.select("#tile-%d .signal".formatted(job))).isEmpty();
    undo(board);
    assertThat(stored().stage()).isEqualTo(Stage.APPLIED);
    assertThat(mail(mail).outcome()).isEqualTo(Outcome.WAITING);
    assertThat(tile().select(".signal")).hasSize(1);
  }

  @Test
  void whoMovesItByHandToWhereTheMailSuggestsHasDecidedOnTheMailToo() throws Exception {
    long mail = comes(MailLabel.OFFER_RECEIVED, "Here is our offer. We hope to hear from you.");
    Document page =
        press("/interviews/%d/move".formatted(job), Map.of("from", "applied", "to", "offer"));
    assertThat(mail(mail).outcome()).isEqualTo(Outcome.DONE);
    undo(page);
    assertThat(mail(mail).outcome()).isEqualTo(Outcome.WAITING);
    press("/interviews/%d/move".formatted(job), Map.of("from", "applied", "to", "interviewing"));
    assertThat(mail(mail).outcome()).isEqualTo(Outcome.WAITING);
  }

  @Test
  void aNoClosesTheApplicationAfterItsStage() throws Exception {
    move(Stage.INTERVIEWING);
    comes(MailLabel.REJECTED, "We chose somebody else.");
    assertThat(tile().select(".signal").hasClass("danger")).isTrue();
    accept();
    assertThat(stored().stage()).isEqualTo(Stage.REJECTED);
    assertThat(stored().ending()).contains(Ending.REJECTED);
    assertThat(stored().rejectionStage()).contains(Stage.INTERVIEWING);
  }

  @Test
  void nothingGoesBackwards() throws Exception {
    move(Stage.OFFER);
    long mail = comes(MailLabel.INTERVIEW_SCHEDULED, TALK);
    assertThat(tile().select(".signal .acts a")).isEmpty();
    Document board = press(tile().select(".signal form[action*=noted]").attr("action"));
    assertThat(stored().stage()).isEqualTo(Stage.OFFER);
    assertThat(mail(mail).outcome()).isEqualTo(Outcome.DONE);
    undo(board);
    assertThat(tile().select(".signal")).hasSize(1);
  }

  @Test
  void whatIsOverIsTakenUpAgainOnlyAfterSayingSo() throws Exception {
    move(Stage.REJECTED);
    long mail = comes(MailLabel.INTERVIEW_SCHEDULED, TALK);
    Document form = browser.open("/interviews/%d/move?mail=%d".formatted(job, mail));
    assertThat(form.select("main").text())
        .contains("The application is over. This takes it up again.");
    accept(form);
    assertThat(stored().stage()).isEqualTo(Stage.PHONE_SCREEN);
  }

  @Test
  void theNewestStandsFirstAndDismissingItShowsTheNext() throws Exception {
    IncomingMail.of(MailLabel.SURVEY_RECEIVED, "Survey", "Please fill in this survey of ours.")
        .at(World.NOW.minusSeconds(7200))
        .come(world, job);
    long newest = comes(MailLabel.INTERVIEW_SCHEDULED, TALK);
    assertThat(tile().select(".signal")).hasSize(1);
    assertThat(tile().select(".signal").text()).contains("invitation", "1 more");
    Document board = press(tile().select(".signal form[action*=dismiss]").attr("action"));
    assertThat(board.select("#tile-%d .signal".formatted(job)).text()).contains("survey");
    assertThat(mail(newest).outcome()).isEqualTo(Outcome.DONE);
    undo(board);
    assertThat(tile().select(".signal").text()).contains("invitation");
  }

  @Test
  void acceptingSettlesWhatTheConversationSaidBeforeAndNothingThatCameLater() throws Exception {
    long first = comes(MailLabel.POSITIVE_RESPONSE, TALK);
    long second =
        IncomingMail.of(MailLabel.INTERVIEW_SCHEDULED, "Re: talk", TALK)
            .at(World.NOW.minusSeconds(1800))
            .come(world, job);
    long later =
        IncomingMail.of(MailLabel.REJECTED, "Re: talk", "We chose somebody else.")
            .at(World.NOW.minusSeconds(60))
            .come(world, job);
    world.as(
        () -> {
          var mails = world.afterApplying.mailing().mails();
          mails.joinThreads(first, second);
          mails.joinThreads(first, later);
          return 0;
        });
    accept(browser.open("/interviews/%d/move?on=board&mail=%d".formatted(job, second)));
    assertThat(mail(first).outcome()).isEqualTo(Outcome.DONE);
    assertThat(mail(second).outcome()).isEqualTo(Outcome.DONE);
    assertThat(mail(later).outcome()).isEqualTo(Outcome.WAITING);
  }

  @Test
  void anUncertainOneIsShownAsOneThatCouldBe() throws Exception {
    IncomingMail.of(MailLabel.INTERVIEW_SCHEDULED, "Hm", TALK).sure(0.4).come(world, job);
    assertThat(tile().select(".signal").text()).contains("Could be an invitation to talk");
    IncomingMail.of(MailLabel.NEUTRAL, "Hmm", TALK)
        .sure(0.3)
        .at(World.NOW.minusSeconds(10))
        .come(world, job);
    assertThat(tile().select(".signal").text()).contains("Unclear, please look");
  }

  @Test
  void whatThePersonSaysOfAMailStandsAndCanBeTakenBack() throws Exception {
    long mail = comes(MailLabel.INTERVIEW_SCHEDULED, TALK);
    String label = tile().select(".signal form[action*=label]").attr("action");
    Document board = press(label, Map.of("label", "neutral"));
    assertThat(board.select("#tile-%d .signal".formatted(job))).isEmpty();
    assertThat(mail(mail).judged().orElseThrow().isSaid()).isTrue();
    undo(board);
    assertThat(mail(mail).judged().orElseThrow().label()).isEqualTo(MailLabel.INTERVIEW_SCHEDULED);
    assertThat(mail(mail).judged().orElseThrow().confidence()).isEqualTo(0.9);
    assertThat(mail(mail).judged().orElseThrow().evidence()).containsExactly("talk");
    press(label, Map.of("label", "offer_received"));
    assertThat(tile().select(".signal").text()).contains("Looks like an offer");
    assertThat(press(label, Map.of("label", "moon")).select("#toasts").text())
        .contains("Choose what it means");
  }

  @Test
  void allMailsOfAnApplicationStandInItsTab() throws Exception {
    comes(MailLabel.INTERVIEW_SCHEDULED, TALK);
    long other = comes(MailLabel.APPLICATION_RECEIVED, "We have got your application.");
    Document page = browser.open("/interviews/%d/mails".formatted(job));
    assertThat(page.select(".worktabs [aria-current]").text()).isEqualTo("Mails 1 waits");
    assertThat(page.select(".signal .mail-text").text()).contains("we would like to talk");
    assertThat(page.select("#m-" + other).text()).contains("Ole Brandt", "received");
    Document settled = press(page.select(".signal form[action*=dismiss]").attr("action"));
    assertThat(settled.select(".signal")).isEmpty();
    Document again = press(settled.select("form[action*=reopen]").attr("action"));
    assertThat(again.select(".signal")).hasSize(1);
  }

  @Test
  void aMailOfAnotherApplicationIsNotHere() throws Exception {
    long mail = comes(MailLabel.INTERVIEW_SCHEDULED, TALK);
    HttpResponse<String> answer =
        browser.submit("/interviews/%d/mails/%d/dismiss".formatted(job + 1, mail), Map.of());
    assertThat(answer.statusCode()).isEqualTo(404);
    press("/interviews/%d/mails/back".formatted(job + 1), Map.of("mail", Long.toString(mail)));
    assertThat(mail(mail).outcome()).isEqualTo(Outcome.WAITING);
  }

  @Test
  void markupOfAMailIsText() throws Exception {
    comes(MailLabel.OFFER_RECEIVED, "<img src=x onerror=alert(1)> Accept the offer here. Now.");
    Element signal = tile().select(".signal").first();
    assertThat(signal.select("img")).isEmpty();
    assertThat(signal.text()).contains("<img src=x onerror=alert(1)>");
  }

  @Test
  void whatAMailSpeaksOfIsNotBehindShowMore() throws Exception {
    List<Long> all =
        world.as(() -> world.jobs.pursued().at(List.of(Stage.PENDING))).stream()
            .map(each -> each.job())
            .toList();
    world.as(() -> world.jobs.move(all, Stage.APPLIED, Optional.empty()));
    comes(MailLabel.POSITIVE_RESPONSE, TALK);
    Document board = browser.open("/interviews");
    assertThat(board.select(".tiles[data-lane=applied] > li").first().id())
        .isEqualTo("tile-" + job);
    assertThat(board.select(".lede").text()).contains("A mail waits for you.");
  }

  @Test
  void aMailOfAnApplicationThatWasJoinedToAnotherIsToldThere() throws Exception {
    comes(MailLabel.INTERVIEW_SCHEDULED, "Come on Monday.");
    world.as(() -> world.jobs.move(List.of(other), Stage.PHONE_SCREEN, Optional.empty()));
    long told = world.as(() -> world.jobs.same().join(other, job)).job();
    assertThat(told).as("the one that the mail was not of").isEqualTo(other);
    assertThat(browser.open("/interviews/%d/mails".formatted(told)).text())
        .contains("About INTERVIEW_SCHEDULED");
    assertThat(world.as(() -> world.afterApplying.signalling().signals().of(told))).hasSize(1);
  }
}
