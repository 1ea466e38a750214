package dev.peregrine.host.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.host.discovery.BoardJar;
import dev.peregrine.host.discovery.SearchHome;
import dev.peregrine.host.http.LocalServer;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.JobRow;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskState;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {

  private static final String PAGE =
      """
      <link rel="canonical" href="https://jobs.example.com/cook-7">
      <script type="application/ld+json">
      {"@type": "JobPosting", "title": "Cook", "hiringOrganization": {"name": "Ofen"},
       "description": "<p>Bake.</p>"}</script>
      """;

  @TempDir Path root;
  private SearchHome home;

  @AfterEach
  void close() {
    home.close();
  }

  @Test
  void aLinkIsStoredAtOnceAndItsPageReadByATask() {
    start(new BoardJar().feed("one"));
    try (LocalServer server = LocalServer.saying(200, "text/html", PAGE)) {
      Added added = links(server.at("/jobs/some-cook?utm_source=mail"));
      assertThat(added.isNew()).isEqualTo(1);
      assertThat(home.ended(added.tasks().getFirst()).result()).isEqualTo("Read: Cook, Ofen.");
      Job job = job(added);
      assertThat(job.posting().title()).isEqualTo("Cook");
      assertThat(job.descriptionText()).isEqualTo("Bake.");
      assertThat(job.posting().url()).isEqualTo(server.at("/jobs/some-cook"));
      assertThat(job.board()).isEqualTo("manual");
      Added again = links(server.at("/jobs/some-cook"));
      assertThat(again.isNew()).isZero();
      assertThat(again.jobs()).isEqualTo(added.jobs());
      assertThat(again.tasks()).isEmpty();
    }
  }

  @Test
  void aLinkThatCannotBeReadIsKeptAndCanBeTriedAgain() {
    start(new BoardJar().feed("one"));
    var answer =
        new AtomicReference<LocalServer.Answer>(
            exchange -> LocalServer.reply(exchange, 403, "text/html", "no"));
    try (LocalServer server = LocalServer.answering(exchange -> answer.get().to(exchange))) {
      Added added = links(server.at("/jobs/head-cook"));
      Task task = home.ended(added.tasks().getFirst());
      assertThat(task.state()).isEqualTo(TaskState.FAILED);
      assertThat(task.error())
          .contains("refused the call (status 403)")
          .endsWith("The link is kept; try again, or paste the posting's text.");
      assertThat(home.shown()).extracting(JobRow::title).containsExactly("Head cook");
      answer.set(exchange -> LocalServer.reply(exchange, 200, "text/html", PAGE));
      long retried = home.in(() -> home.tasks.retry(task.id())).id();
      assertThat(home.ended(retried).state()).isEqualTo(TaskState.COMPLETED);
      assertThat(home.shown()).extracting(JobRow::title).containsExactly("Cook");
    }
  }

  @Test
  void aPageWithoutDataGivesItsTitleAndIsSaidToBeUnfinished() {
    start(new BoardJar().feed("one"));
    try (LocalServer server =
        LocalServer.saying(200, "text/html", "<title>Cook at Ofen | Jobs</title>")) {
      Added added = links(server.at("/1"));
      assertThat(home.ended(added.tasks().getFirst()).error())
          .contains("gives only its title away");
      assertThat(job(added).posting().title()).isEqualTo("Cook at Ofen | Jobs");
    }
  }

  @Test
  void aBoardThatKnowsTheLinkReadsIt() {
    start(
        new BoardJar()
            .board(
                "knows",
                "BoardDescriptor.feed(about)",
                "",
                """
                public Optional<Posting> fetch(URI address, BoardContext context) {
                  return address.getPath().startsWith("/known/")
                      ? Optional.of(Posting.of("k1", "Head Baker", address)
                          .withDescription(Optional.of("Much to do.")))
                      : Optional.empty();
                }
                """));
    Added added = links(URI.create("https://jobs.example.com/known/1"));
    assertThat(home.ended(added.tasks().getFirst()).result()).isEqualTo("Read: Head Baker.");
    assertThat(job(added).descriptionText()).isEqualTo("Much to do.");
  }

  @Test
  void whatIsNoWebAddressIsNamed() {
    start(new BoardJar().feed("one"));
    assertThat(links(URI.create("file:///etc/passwd")).skipped())
        .containsExactly(
            "\"file:///etc/passwd\" is no address of a page, expected one that begins with https://.");
    assertThat(home.shown()).isEmpty();
  }

  @Test
  void pastedTextAndFilesBecomeJobs() throws Exception {
    start(new BoardJar().feed("one"));
    Added text =
        home.in(
            () ->
                home.intake.addText("Cook\nBake all day.", Optional.empty(), Optional.of("Ofen")));
    assertThat(job(text).posting().company()).contains("Ofen");
    assertThat(job(text).descriptionText()).contains("Bake all day.");
    assertThat(file("page.html", PAGE).isNew()).isEqualTo(1);
    assertThat(file("more.csv", "title,company\nBaker,Herd\n").isNew()).isEqualTo(1);
    assertThat(
            file("more.jsonl", "{\"title\":\"Driver\",\"description\":\"x\"}\n{\"id\":1}\n")
                .skipped())
        .containsExactly("Entry 2: A posting has no title: \"{\"id\":1}\".");
    assertThat(
            file("more.json", "[{\"title\":\"Pilot\",\"description\":\"x\",\"source\":\"lever\"}]")
                .isNew())
        .isEqualTo(1);
    assertThat(home.shown())
        .extracting(row -> row.title() + " " + row.board())
        .containsExactlyInAnyOrder(
            "Cook manual", "Cook manual", "Baker manual", "Driver manual", "Pilot lever");
    assertThatThrownBy(() -> file("x.eml", "From: a"))
        .hasMessageContaining("mails cannot be read yet");
    assertThatThrownBy(() -> file("x.xyz", ""))
        .hasMessageContaining("expected a file of kind .csv");
    assertThatThrownBy(() -> file("x.json", "[{]")).hasMessageContaining("Line 1 is not JSON");
  }

  private void start(BoardJar jar) {
    jar.into(root.resolve("shipped"));
    home = new SearchHome(root);
  }

  private Added links(URI link) {
    return home.in(() -> home.intake.addLinks(List.of(link)));
  }

  private Added file(String name, String text) throws Exception {
    Path file = Files.writeString(root.resolve(name), text);
    return home.tenant.call(() -> home.intake.addFile(file));
  }

  private Job job(Added added) {
    return home.in(() -> home.jobs.findById(added.jobs().getFirst())).orElseThrow();
  }
}
