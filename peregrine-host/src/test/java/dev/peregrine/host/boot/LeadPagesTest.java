package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.api.mail.MailMessage.Address;
import dev.peregrine.host.mails.FolderRole;
import dev.peregrine.host.mails.Incoming;
import dev.peregrine.host.mails.Judged;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.mails.Outcome;
import dev.peregrine.host.mails.ReadMail;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.JobFilter;
import dev.peregrine.host.pipeline.Move;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.web.Browser;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails in which somebody offers a position, from their arrival to review. */
class LeadPagesTest {

  private static final String OFFERED =
      """
      Hi Sam,

      I came across your profile. I'm Lena Ortiz from Tidewater Clinic, and we are looking for a Senior Data Engineer in Boston. <b>Call</b> me!

      Best regards,
      Lena
      """;

  @TempDir Path home;
  private World world;
  private Browser browser;

  @BeforeEach
  void start() throws Exception {
    world = new World(home, 0, InstantSource.fixed(World.NOW), false);
    browser = new Browser(world.port());
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private Mails mails() {
    return world.afterApplying.mailing().mails();
  }

  private long arrives(Optional<String> id, String subject, String text) throws Exception {
    var pasted =
        ReadMail.pasted(
            Optional.of(new Address("lena@tidewater.example", Optional.of("Lena Ortiz"))),
            subject,
            Optional.of(World.NOW),
            text);
    var mail =
        new ReadMail(
            id,
            List.of(),
            pasted.from(),
            pasted.to(),
            pasted.subject(),
            pasted.sent(),
            pasted.text(),
            pasted.quoted(),
            pasted.html(),
            List.of(),
            List.of(),
            Map.of(),
            pasted.size(),
            Set.of());
    return world.as(
        () ->
            world
                .afterApplying
                .mailing()
                .arrivals()
                .take(
                    mails().folder("files", "x", FolderRole.FILES),
                    List.of(new Incoming(Optional.empty(), Optional.empty(), mail)))
                .getFirst());
  }

  private List<Job> review() throws Exception {
    return world.as(
        () ->
            world.jobs.page(JobFilter.stage(Stage.PENDING), Optional.empty(), 50).rows().stream()
                .map(row -> world.jobs.findById(row.id()).orElseThrow())
                .toList());
  }

  @Test
  void anOfferedPositionStandsOnTopOfReviewWithItsMail() throws Exception {
    world.as(
        () ->
            world.jobs.store(
                List.of(
                    new Found(
                        Postings.posting(1, "Data Engineer", "Kontor Eins"),
                        "village",
                        OptionalLong.empty(),
                        Optional.empty()))));
    long mail = arrives(Optional.of("a@x"), "A chat?", OFFERED);
    List<Job> jobs = review();
    assertThat(jobs).hasSize(2);
    Job lead = jobs.getFirst();
    assertThat(lead.board()).isEqualTo("email");
    assertThat(lead.posting().title()).isEqualTo("Senior Data Engineer");
    assertThat(lead.posting().company()).contains("Tidewater Clinic");
    assertThat(lead.posting().places().getFirst().text()).isEqualTo("Boston");
    assertThat(lead.posting().url().toString()).startsWith("email://message/");
    assertThat(lead.descriptionText()).contains("<b>Call</b> me!");

    Document stack = browser.open("/review");
    assertThat(stack.select("#p-title").text()).isEqualTo("Senior Data Engineer");
    assertThat(stack.select(".swipe .tag[href=/mail/" + mail + "]").text()).contains("From a mail");
    Document page = browser.open("/jobs/" + lead.id());
    assertThat(page.select("main a[href=/mail/" + mail + "]")).isNotEmpty();
    assertThat(page.select("main a[href^=email]")).isEmpty();
    assertThat(page.select("main form[action$=/look], main #open")).isEmpty();
  }

  @Test
  void oneConversationIsOnePostingAndWhatWasTurnedDownStaysSo() throws Exception {
    long first = arrives(Optional.of("a@x"), "A chat?", OFFERED);
    long second = arrives(Optional.of("b@x"), "Re: A chat?", OFFERED + "\nStill interested?");
    world.as(
        () -> {
          assertThat(mails().findById(second).orElseThrow().belonging()).isPresent();
          return true;
        });
    Job lead = review().getFirst();
    Move move =
        world.as(() -> world.jobs.move(List.of(lead.id()), Stage.REJECTED, Optional.empty()));
    assertThat(outcome(first)).isEqualTo(Outcome.DONE);
    world.as(
        () -> {
          world.afterApplying.mailing().arrivals().over(List.of(first, second));
          return true;
        });
    assertThat(review()).isEmpty();
    world.as(() -> world.jobs.undo(move.id()));
    assertThat(review()).hasSize(1);
    assertThat(outcome(first)).isNotEqualTo(Outcome.DONE);
  }

  private Outcome outcome(long mail) throws Exception {
    return world.as(() -> mails().findById(mail).orElseThrow().outcome());
  }

  @Test
  void aMailOfAnApplicationIsNone() throws Exception {
    arrives(
        Optional.of("c@x"),
        "Your application as Data Engineer",
        "Thank you for applying at Tidewater Clinic. We are looking for the best and reach out to you because of it.");
    assertThat(review()).isEmpty();
  }

  @Test
  void whatThePersonCallsInterestBecomesOneOnceItIsLookedAtAgain() throws Exception {
    long mail = arrives(Optional.of("d@x"), "Hello", "Lead Architect, Tidewater. Call me, Lena.");
    assertThat(review()).isEmpty();
    world.as(
        () -> {
          mails().judge(Map.of(mail, Judged.bySaying(MailLabel.POSITIVE_RESPONSE)));
          world.afterApplying.mailing().arrivals().over(List.of(mail));
          return true;
        });
    assertThat(review()).hasSize(1);
  }

  @Test
  void nobodyLooksWhetherAMailIsStillOpen() throws Exception {
    arrives(Optional.of("a@x"), "A chat?", OFFERED);
    long job = review().getFirst().id();
    world.as(() -> world.jobs.move(List.of(job), Stage.APPROVED, Optional.empty()));
    assertThat(browser.open("/jobs/" + job).select("main").text()).doesNotContain("Still open");
    assertThat(browser.get("/apply/" + job).statusCode()).isEqualTo(200);
    assertThat(browser.open("/apply/" + job).select("a[href^=email]")).isEmpty();
  }
}
