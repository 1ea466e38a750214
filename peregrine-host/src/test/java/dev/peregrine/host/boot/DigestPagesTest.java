package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.api.mail.MailMessage.Address;
import dev.peregrine.host.mails.FolderRole;
import dev.peregrine.host.mails.Incoming;
import dev.peregrine.host.mails.Judged;
import dev.peregrine.host.mails.MailFolder;
import dev.peregrine.host.mails.Outcome;
import dev.peregrine.host.mails.ReadMail;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.JobFilter;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.web.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails that list jobs, without script, through the whole program. */
class DigestPagesTest {

  private static final String ALERT =
      """
      Tide Keeper <b>Night</b>
      Harbour Works
      Reedford

      View job: https://www.linkedin.com/comm/jobs/view/7001/?trk=a
      ---------------------------------
      Buoy Engineer
      Marsh & Sons
      Reedford

      View job: https://www.linkedin.com/comm/jobs/view/7002/?trk=b
      ---------------------------------
      Read about mud: https://mud.example/essay
      """;

  @TempDir Path home;
  private World world;
  private Browser browser;

  @BeforeEach
  void start() throws Exception {
    world = new World(home, 0, InstantSource.fixed(World.NOW), true);
    browser = new Browser(world.port());
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private long arrives(String from, String subject, String text) throws Exception {
    return world.as(
        () -> {
          var mail =
              ReadMail.pasted(Optional.of(Address.of(from)), subject, Optional.of(World.NOW), text);
          MailFolder folder =
              world.afterApplying.mailing().mails().folder(MailFolder.FILES, "x", FolderRole.FILES);
          return world
              .afterApplying
              .mailing()
              .arrivals()
              .take(folder, List.of(new Incoming(Optional.empty(), Optional.empty(), mail)))
              .getFirst();
        });
  }

  private HttpResponse<String> post(String path, List<String> fields) throws Exception {
    var all = new ArrayList<>(fields);
    all.addAll(List.of("_token", browser.token()));
    var body = new StringBuilder();
    for (int at = 0; at < all.size(); at += 2) {
      body.append(at == 0 ? "" : "&").append(Browser.encoded(Map.of(all.get(at), all.get(at + 1))));
    }
    return browser.send(path, body.toString());
  }

  private List<Job> jobs() throws Exception {
    return world.as(
        () ->
            world.jobs.page(JobFilter.all(), Optional.empty(), 50).rows().stream()
                .map(row -> world.jobs.findById(row.id()).orElseThrow())
                .toList());
  }

  private Document waitUntilRead(String path) throws Exception {
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    Document page = browser.open(path);
    while (!page.select("progress").isEmpty() && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(20_000_000);
      page = browser.open(path);
    }
    // The last one may have been read just before the end, and drawn after it.
    return browser.open(path);
  }

  @Test
  void anAlertOfABoardIsInTheListWithItsJobsTickedAndTheRestNot() throws Exception {
    arrives("jobalerts-noreply@linkedin.com", "Tide <i>jobs</i>", ALERT);
    Document page = browser.open("/digests");
    assertThat(page.select("article h2").text()).isEqualTo("Tide <i>jobs</i>");
    assertThat(page.select("article header").text()).contains("2 jobs");
    assertThat(page.select("input[name=link][checked]").eachAttr("value"))
        .containsExactly(
            "https://www.linkedin.com/jobs/view/7001/", "https://www.linkedin.com/jobs/view/7002/");
    assertThat(page.select("input[name=link]:not([checked])").eachAttr("value"))
        .containsExactly("https://mud.example/essay");
    assertThat(page.select(".alertlink").first().text())
        .isEqualTo("Tide Keeper <b>Night</b> Harbour Works · Reedford linkedin.com");
    assertThat(browser.open("/review").select("nav a[href=/digests]").text())
        .contains("Job alerts", "1");
  }

  @Test
  void withoutAnyThereIsNoEntryInTheMenuAndThePageSaysWhatBelongsThere() throws Exception {
    assertThat(browser.open("/review").select("nav a[href=/digests]")).isEmpty();
    assertThat(browser.open("/digests").select(".empty").text()).contains("No job alerts");
  }

  @Test
  void whatIsTickedIsReadGoesToReviewAndTheMailLeavesTheList() throws Exception {
    long mail = arrives("jobalerts-noreply@linkedin.com", "Tide jobs", ALERT);
    HttpResponse<String> answer =
        post(
            "/digests/" + mail + "/add",
            List.of(
                "link", "https://www.linkedin.com/jobs/view/7001/",
                "link", "https://not-in-the-mail.example/jobs/1"));
    assertThat(answer.statusCode()).isEqualTo(303);
    Document page = waitUntilRead("/digests");
    assertThat(page.select("article")).isEmpty();
    assertThat(page.select("#ended").text()).contains("Tide jobs", "One job added");
    List<Job> jobs = jobs();
    assertThat(jobs).hasSize(1);
    assertThat(jobs.getFirst().board()).isEqualTo("digest");
    assertThat(jobs.getFirst().stage()).isEqualTo(Stage.PENDING);
    assertThat(jobs.getFirst().posting().company()).contains("Harbour Works");
    assertThat(jobs.getFirst().descriptionText()).contains("The fetched description.");
    assertThat(outcome(mail)).isEqualTo(Outcome.DONE);
    assertThat(browser.open("/jobs/" + jobs.getFirst().id()).text()).contains("From a job alert");

    post("/digests/" + mail + "/back", List.of());
    Document again = browser.open("/digests");
    assertThat(again.select("article .tag").text()).contains("To review");
    assertThat(again.select("input[name=link][checked]").eachAttr("value"))
        .containsExactly("https://www.linkedin.com/jobs/view/7002/");
    assertThat(outcome(mail)).isNotEqualTo(Outcome.DONE);
  }

  private Outcome outcome(long mail) throws Exception {
    return world.as(
        () -> world.afterApplying.mailing().mails().findById(mail).orElseThrow().outcome());
  }

  @Test
  void aLinkThatCannotBeFollowedSaysWhyAndTheMailStays() throws Exception {
    long mail =
        arrives(
            "alerts@ziprecruiter.com",
            "Jobs",
            """
            Tide keeper
            Harbour Works
            Reedford
            https://www.ziprecruiter.com.invalid/ekm/AAEjq0
            """);
    String link = browser.open("/digests").select("input[name=link]").attr("value");
    assertThat(link).isEqualTo("https://www.ziprecruiter.com.invalid/ekm/AAEjq0");
    post("/digests/" + mail + "/add", List.of("link", link));
    Document page = waitUntilRead("/digests");
    assertThat(page.select("article .alertlink .danger").text()).isNotEmpty();
    assertThat(page.select("input[name=link][checked]")).hasSize(1);
    assertThat(jobs()).isEmpty();
  }

  @Test
  void removedMailsComeBackByUndo() throws Exception {
    long mail = arrives("jobalerts-noreply@linkedin.com", "Tide jobs", ALERT);
    HttpResponse<String> answer = post("/digests/" + mail + "/remove", List.of());
    Document page = browser.open(answer.headers().firstValue("Location").orElseThrow());
    assertThat(page.select("article")).isEmpty();
    assertThat(page.select("#toasts form").attr("action")).isEqualTo("/digests/" + mail + "/back");
    post("/digests/" + mail + "/back", List.of());
    assertThat(browser.open("/digests").select("article")).hasSize(1);
  }

  @Test
  void nothingTickedIsSaidAndAMailThatIsNoneHasNoPage() throws Exception {
    long mail = arrives("jobalerts-noreply@linkedin.com", "Tide jobs", ALERT);
    HttpResponse<String> answer = post("/digests/" + mail + "/add", List.of());
    assertThat(
            browser
                .open(answer.headers().firstValue("Location").orElseThrow().split("#")[0])
                .select("#toasts")
                .text())
        .contains("Nothing was ticked");
    long other = arrives("anna@friends.example", "Lunch", "Shall we?");
    assertThat(browser.get("/digests/" + other).statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsLabelledADigestLaterIsInTheListAndWhatIsNoneLeavesIt() throws Exception {
    long mail = arrives("anna@coast-letter.example", "This week", ALERT);
    assertThat(browser.open("/digests").select("article")).isEmpty();
    judge(mail, MailLabel.DIGEST);
    assertThat(browser.open("/digests").select("article")).hasSize(1);
    judge(mail, MailLabel.UNRELATED);
    assertThat(browser.open("/digests").select("article")).isEmpty();
  }

  private void judge(long mail, MailLabel label) throws Exception {
    world.as(
        () -> {
          world.afterApplying.mailing().mails().judge(Map.of(mail, Judged.bySaying(label)));
          return true;
        });
  }
}
