package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.host.mails.FolderRole;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.web.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What mails ask for stands in Today. */
class AskPagesTest {

  @TempDir Path home;
  private World world;
  private Browser browser;
  private long job;

  @BeforeEach
  void start() throws Exception {
    world = new World(home, 0, InstantSource.fixed(World.NOW), false);
    browser = new Browser(world.port());
    job = world.seed().get(1);
    world.as(() -> world.jobs.move(List.of(job), Stage.APPLIED, Optional.empty()));
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private String today() throws Exception {
    return browser.open("/today").select("main").text();
  }

  private Document press(String path, Map<String, String> fields) throws Exception {
    HttpResponse<String> answer = browser.submit(path, fields);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return browser.open(answer.headers().firstValue("Location").orElseThrow());
  }

  @Test
  void aSurveyIsToBeDoneUntilItsDayAndIsDoneOnce() throws Exception {
    long mail =
        IncomingMail.of(
                MailLabel.SURVEY_RECEIVED,
                "Survey",
                "Please fill it in by Friday, 20 March. It takes 20 minutes.")
            .come(world, job);
    assertThat(today()).contains("Do the survey of", "Until 20 March, 23:59", "20 min");
    Document done = press("/today/done", Map.of("key", "mail:" + mail));
    assertThat(done.select("main").text()).doesNotContain("Until 20 March, 23:59");
    press(done.select("#toasts form").attr("action"), Map.of());
    assertThat(today()).contains("Until 20 March, 23:59");
  }

  @Test
  void anAnswerThatIsWantedIsOneReminderAndGoesWithTheMail() throws Exception {
    long mail =
        IncomingMail.of(
                MailLabel.POSITIVE_RESPONSE, "Question", "Please let us know by Monday, 16 March.")
            .come(world, job);
    assertThat(today()).contains("Answer Atelier Sund").containsOnlyOnce("Until Monday, 23:59");
    Document page = press("/interviews/%d/mails/%d/dismiss".formatted(job, mail), Map.of());
    assertThat(today()).doesNotContain("Until Monday, 23:59");
    press(page.select("#toasts form").attr("action"), Map.of());
    assertThat(today()).contains("Until Monday, 23:59");
    press("/interviews/%d/mails/%d/label".formatted(job, mail), Map.of("label", "unrelated"));
    assertThat(today()).doesNotContain("Until Monday, 23:59");
  }

  @Test
  void whatLiesInTheFolderOfWhatIsToBeDoneIsToBeDone() throws Exception {
    IncomingMail.of(MailLabel.UNRELATED, "Send the contract", "Hello")
        .come(world, job, FolderRole.TODO);
    assertThat(today()).contains("See to: Send the contract");
  }

  @Test
  void whatNamesNoDayIsForgottenSooner() throws Exception {
    var old = World.NOW.minus(Duration.ofDays(20));
    IncomingMail.of(MailLabel.SURVEY_RECEIVED, "Old", "A survey.").at(old).come(world, job);
    assertThat(today()).doesNotContain("Do the survey of");
    IncomingMail.of(MailLabel.UNRELATED, "Old", "Hm").at(old).come(world, job, FolderRole.TODO);
    assertThat(today()).contains("See to: Old");
  }

  @Test
  void theEndOfAnApplicationEndsWhatWasAsked() throws Exception {
    IncomingMail.of(MailLabel.OFFER_RECEIVED, "Offer", "It is valid until 19 March.")
        .come(world, job);
    assertThat(today()).contains("Answer the offer of");
    world.as(() -> world.jobs.move(List.of(job), Stage.REJECTED, Optional.empty()));
    assertThat(today()).doesNotContain("Answer the offer of");
  }

  @Test
  void anOfferIsToBeAnsweredAlsoWhereNobodyKnowsWhichApplicationItIsOf() throws Exception {
    long mail =
        IncomingMail.of(MailLabel.OFFER_RECEIVED, "Offer", "We would like you to join us.")
            .come(world);
    assertThat(today()).contains("Answer the offer of Ole Brandt");
    Document done = press("/mail/%d/settle".formatted(mail), Map.of());
    assertThat(today()).doesNotContain("Answer the offer of");
    press(done.select("#toasts form").attr("action"), Map.of());
    assertThat(today()).contains("Answer the offer of Ole Brandt");
    press("/mail/%d/application".formatted(mail), Map.of("job", "none"));
    assertThat(today()).doesNotContain("Answer the offer of");
  }

  @Test
  void whatIsNotSureAsksForNothingWhereNobodyKnowsWhichApplicationItIsOf() throws Exception {
    IncomingMail.of(MailLabel.OFFER_RECEIVED, "Offer", "An offer you cannot refuse.")
        .sure(0.4)
        .come(world);
    assertThat(today()).doesNotContain("Answer the offer of");
  }
}
