package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.peregrine.host.applications.Content;
import dev.peregrine.host.applications.Sent;
import dev.peregrine.host.letters.Letter;
import dev.peregrine.host.letters.LetterContent;
import dev.peregrine.host.letters.LetterStyle;
import dev.peregrine.host.pipeline.JobEvent;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.ResumeContent;
import dev.peregrine.host.web.Browser;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an approved job to what was sent, without script. */
class ApplyPagesTest {

  @TempDir Path home;
  private World world;
  private Browser browser;
  private List<Long> ids;
  private long job;

  @BeforeEach
  void start() throws Exception {
    ExporterJar.write(
        Files.createDirectories(home.resolve("shipped")).resolve("exporter-lines-1.0.0.jar"));
    world = new World(home, 0, InstantSource.fixed(World.NOW), false);
    browser = new Browser(world.port());
    ids = world.seed();
    job = ids.getFirst();
    approve(ids.subList(0, 3));
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private void approve(List<Long> some) throws Exception {
    world.as(() -> world.jobs.move(some, Stage.APPROVED, Optional.empty()));
  }

  private HttpResponse<String> send(String path, Map<String, String> fields) throws Exception {
    return browser.submit("/apply/%d/%s".formatted(job, path), fields);
  }

  private Document after(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return browser.open(answer.headers().firstValue("Location").orElseThrow());
  }

  private HttpResponse<String> attach(String name, String text) throws Exception {
    String body =
        "--x\r\nContent-Disposition: form-data; name=\"_token\"\r\n\r\n%s\r\n"
                .formatted(browser.token())
            + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n%s\r\n--x--\r\n"
                .formatted(name, text);
    return browser
        .client()
        .send(
            HttpRequest.newBuilder(URI.create(browser.root() + "/apply/%d/papers".formatted(job)))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8)))
                .build(),
            BodyHandlers.ofString());
  }

  private static LetterContent typed(String text) {
    return LetterContent.of(
        Letter.Origin.TYPED, text, LetterStyle.in(Locale.ENGLISH), Optional.empty());
  }

  @Test
  void withoutAnApprovedJobThePageLeadsToReview() throws Exception {
    world.as(() -> world.jobs.move(ids.subList(0, 3), Stage.PENDING, Optional.empty()));
    Document page = browser.open("/apply");
    assertThat(page.text()).contains("Nothing is approved yet");
    assertThat(page.select(".empty a").attr("href")).isEqualTo("/review");
  }

  @Test
  void approvedJobsStandTheBestFirstAndLeadToTheirPosting() throws Exception {
    Document page = browser.open("/apply");
    assertThat(page.select(".worklines .strong").eachText())
        .containsExactly(
            "Senior Product Designer, Grid Tools",
            "Product Designer, Booking",
            "Design Systems Lead");
    Document posting = browser.open(page.select(".worklines a").first().attr("href"));
    assertThat(posting.select("h1").text()).isEqualTo("Senior Product Designer, Grid Tools");
    assertThat(posting.select("#text").text()).contains("northern grid");
    assertThat(posting.select("script:containsData(stolen)")).isEmpty();
  }

  @Test
  void nextAndPreviousStayOnTheTab() throws Exception {
    Document page = browser.open("/apply/%d/send".formatted(ids.get(1)));
    assertThat(page.text()).contains("2 of 3 approved");
    assertThat(page.select("[data-key=next-job]").attr("href"))
        .isEqualTo("/apply/%d/send".formatted(ids.get(2)));
    assertThat(page.select("[data-key=previous-job]").attr("href"))
        .isEqualTo("/apply/%d/send".formatted(ids.get(0)));
  }

  @Test
  void aSearchNarrowsTheListAndStaysWithTheJob() throws Exception {
    approve(ids.subList(3, 9));
    Document page = browser.open("/apply?q=Booking");
    assertThat(page.select(".worklines .strong").eachText())
        .containsExactly("Product Designer, Booking");
    Document chosen = browser.open(page.select(".worklines a").first().attr("href"));
    assertThat(chosen.text()).contains("1 of 1 approved");
    assertThat(browser.open("/apply?q=zeppelin").text())
        .contains("No approved job has “zeppelin”.");
  }

  @Test
  void thePostingSaysWhyItFitsAndHasEachValueToCopy() throws Exception {
    world.as(
        () ->
            world.resumes.create(
                "Design",
                ResumeContent.text("Mara Lindqvist\nmara@lindqvist.example\n", "mara.txt")));
    world.as(
        () -> {
          long lane = world.resumes.current().orElseThrow().id();
          return world.resumes.save(
              lane,
              1,
              new ResumeContent(
                  Resume.Origin.EDITED,
                  "Mara",
                  "{\"basics\":{\"name\":\"Mara <i>Lindqvist\",\"email\":\"mara@lindqvist.example\"},\"work\":[{\"name\":\"Lumen\",\"position\":\"Designer\",\"startDate\":\"2021-05\"}]}",
                  "mara.txt",
                  Optional.empty(),
                  OptionalLong.empty()));
        });
    Document page = browser.open("/apply/" + job);
    assertThat(page.select(".terms li")).isNotEmpty();
    assertThat(page.select("#text mark")).isNotEmpty();
    assertThat(page.select("[data-copy]").eachAttr("data-copy"))
        .contains("Mara <i>Lindqvist", "mara@lindqvist.example", "Lumen", "Designer", "05", "2021");
    assertThat(page.select(".copying i")).isEmpty();
  }

  @Test
  void rejectedItGivesWayToTheNextAndComesBackWithUndo() throws Exception {
    Document next = after(send("reject", Map.of("own", "Too far away")));
    assertThat(next.select("h1").text()).isEqualTo("Product Designer, Booking");
    assertThat(world.as(() -> world.jobs.findById(job).orElseThrow().stage()))
        .isEqualTo(Stage.REJECTED);
    Document back =
        after(browser.submit(next.select("[data-toast] form").attr("action"), Map.of()));
    assertThat(back.select("h1").text()).isEqualTo("Senior Product Designer, Grid Tools");
    assertThat(world.as(() -> world.jobs.findById(job).orElseThrow().stage()))
        .isEqualTo(Stage.APPROVED);
  }

  @Test
  void markedAsAppliedItIsKeptAsItWasAndComesBackWithUndo() throws Exception {
    attach("certificate.pdf", "A certificate");
    send("checks", Map.of("text", "Portfolio works"));
    Document list =
        after(send("send", Map.of("day", "2026-03-10", "how", "By mail to Ms Petersen")));
    assertThat(list.select("[data-toast]").text()).contains("Marked as applied", "Undo");
    assertThat(list.select(".worklines li")).hasSize(2);
    assertThat(world.as(() -> world.jobs.findById(job).orElseThrow().stage()))
        .isEqualTo(Stage.APPLIED);
    JobEvent last =
        world.as(() -> world.jobs.findById(job).orElseThrow().events()).stream()
            .filter(event -> event.to().equals(Optional.of(Stage.APPLIED)))
            .findFirst()
            .orElseThrow();
    assertThat(last.at()).isEqualTo("2026-03-10T11:00:00Z"); // noon in Berlin
    assertThat(last.reason()).contains("By mail to Ms Petersen");

    Sent sent = world.as(() -> world.applications.of(job).getFirst());
    Document seen = browser.open("/apply/sent/" + sent.id());
    assertThat(seen.text())
        .contains(
            "sent on 10 March",
            "certificate.pdf",
            "Portfolio works",
            "By mail to Ms Petersen",
            "No letter went along.");
    assertThat(browser.get("/apply/sent/%d/files/1".formatted(sent.id())).body())
        .isEqualTo("A certificate");

    String undo = list.select("[data-toast] form").attr("action");
    Document back = after(browser.submit(undo, Map.of()));
    assertThat(world.as(() -> world.jobs.findById(job).orElseThrow().stage()))
        .isEqualTo(Stage.APPROVED);
    assertThat(back.text()).contains("You took it back. What was kept stays.");
    assertThat(browser.open("/apply/sent/" + sent.id()).text())
        .contains("You took this back later.", "certificate.pdf");
  }

  @Test
  void theJobsPageLeadsToWhatWasSent() throws Exception {
    assertThat(browser.open("/jobs/" + job).select("a.primary").attr("href"))
        .isEqualTo("/apply/" + job);
    after(send("send", Map.of("day", "2026-03-10")));
    Document page = browser.open("/jobs/" + job);
    String link = page.select("a:containsOwn(What you sent on 10 March)").attr("href");
    assertThat(browser.open(link).select("h1").text())
        .isEqualTo("Senior Product Designer, Grid Tools");
  }

  @Test
  void aDayOnWhichNobodyCanHaveAppliedChangesNothing() throws Exception {
    for (String day : List.of("2026-03-13", "soon", "1999-01-01", "0000-99-99")) {
      HttpResponse<String> answer = send("send", Map.of("day", day));
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body()).contains("“" + day + "” is no day");
    }
    assertThat(world.as(() -> world.jobs.findById(job).orElseThrow().stage()))
        .isEqualTo(Stage.APPROVED);
    assertThat(world.as(() -> world.applications.of(job))).isEmpty();
  }

  @Test
  void onlyALetterThatMayLeaveIsKept() throws Exception {
    world.as(
        () -> {
          world.letters.add(job, typed("Dear [name],\n\nI bake."), true);
          return true;
        });
    assertThat(browser.open("/apply/%d/send".formatted(job)).text())
        .contains("The letter is not finished");
    after(send("send", Map.of()));
    assertThat(world.as(() -> world.applications.of(job).getFirst().content().letter())).isEmpty();
  }

  @Test
  void aLetterIsKeptWordForWordAndShowsNoMarkup() throws Exception {
    String text = "Dear Ms Petersen,\n\nI like <b>bread</b> & Ärger.\nSoon.";
    world.as(
        () -> {
          world.letters.add(job, typed(text), true);
          return true;
        });
    after(send("send", Map.of()));
    world.as(
        () -> {
          world.letters.add(job, typed("Another"), true);
          return true;
        });
    Sent sent = world.as(() -> world.applications.of(job).getFirst());
    Document seen = browser.open("/apply/sent/" + sent.id());
    assertThat(seen.select(".letter p").eachText())
        .containsExactly("Dear Ms Petersen,", "I like <b>bread</b> & Ärger. Soon.");
    assertThat(seen.select(".letter b")).isEmpty();
    assertThat(browser.get("/apply/sent/%d/letter".formatted(sent.id())).body()).isEqualTo(text);
  }

  @Test
  void answersToTheFormsQuestionsAreKept() throws Exception {
    HttpResponse<String> added = send("questions", Map.of("questions", "Why us?"));
    assertThat(added.statusCode()).isEqualTo(303);
    assertThat(browser.open("/apply/%d/send".formatted(job)).text())
        .contains("0 of 1 questions answered");
    Element form =
        browser
            .open("/apply/%d/questions".formatted(job))
            .select("form:has(textarea[name=answer])")
            .first();
    browser.submit(
        form.attr("action"),
        Map.of("answer", "Ships.", "seen", form.select("[name=seen]").attr("value")));
    after(send("send", Map.of()));
    assertThat(world.as(() -> world.applications.of(job).getFirst().content().answers()))
        .extracting(Content.Answer::question, Content.Answer::text)
        .containsExactly(tuple("Why us?", "Ships."));
  }

  @Test
  void whoAppliedElsewhereCanStillKeepWhatWasSent() throws Exception {
    world.as(() -> world.jobs.move(List.of(job), Stage.PHONE_SCREEN, Optional.empty()));
    assertThat(browser.open("/apply/%d/send".formatted(job)).text())
        .contains("Keep what you sent", "Phone screen");
    after(send("send", Map.of()));
    after(send("send", Map.of()));
    assertThat(world.as(() -> world.applications.of(job))).hasSize(1);
    assertThat(world.as(() -> world.jobs.findById(job).orElseThrow().stage()))
        .isEqualTo(Stage.PHONE_SCREEN);
  }

  @Test
  void aFileIsAttachedGivenBackRemovedAndRestored() throws Exception {
    after(attach("work <script>.txt", "samples"));
    Document page = browser.open("/apply/%d/send".formatted(job));
    String path = page.select("#papers li a").attr("href");
    assertThat(page.select("#papers li a").text()).isEqualTo("work script .txt");
    assertThat(browser.get(path).headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment");
    assertThat(browser.get(path).body()).isEqualTo("samples");
    Document removed = after(browser.submit(path + "/remove", Map.of()));
    assertThat(removed.select("#papers li")).isEmpty();
    Document back =
        after(browser.submit(removed.select("[data-toast] form").attr("action"), Map.of()));
    assertThat(back.select("#papers li")).hasSize(1);
  }

  @Test
  void theLetterIsPutAlongAsTheVeryFileThatIsSent() throws Exception {
    world.as(() -> world.resumes.save("Mara Lindqvist\nmara@lindqvist.example\n", "mara.txt"));
    Map<String, String> asked = Map.of("document", "letter:lines");
    assertThat(after(send("papers/make", asked)).select("[data-toast]").text())
        .contains("No letter");
    world.as(
        () -> {
          world.letters.add(job, typed("Dear Ms Petersen,\n\nI like bread."), true);
          return true;
        });
    Document page = after(send("papers/make", asked));
    assertThat(page.select("#document option").eachText()).contains("Letter: Lines");
    String file = browser.get(page.select("#papers li a").attr("href")).body();
    assertThat(file).contains("from Mara Lindqvist", "I like bread.");
    after(send("send", Map.of()));
    world.as(
        () -> {
          world.letters.add(job, typed("Dear all,\n\nI like cake."), true);
          return true;
        });
    Sent sent = world.as(() -> world.applications.of(job).getFirst());
    assertThat(sent.content().files())
        .extracting(Content.FileThen::kind, Content.FileThen::exporter, Content.FileThen::template)
        .containsExactly(tuple("letter", "lines", "wide"));
    assertThat(browser.get("/apply/sent/%d/files/1".formatted(sent.id())).body()).isEqualTo(file);
  }

  @Test
  void aDocumentThatNothingWritesIsSaid() throws Exception {
    for (String document : List.of("", "letter", "letter:gone", "jobs:lines", "x:y")) {
      assertThat(
              after(send("papers/make", Map.of("document", document)))
                  .select("[data-toast]")
                  .text())
          .contains("Nothing writes that any more.");
    }
  }

  @Test
  void aFileOfAnotherJobIsNotFoundHere() throws Exception {
    after(attach("a.txt", "samples"));
    long paper = world.as(() -> world.applications.papers().of(job).getFirst().id());
    assertThat(browser.get("/apply/%d/papers/%d".formatted(ids.get(1), paper)).statusCode())
        .isEqualTo(404);
  }

  @Test
  void whatCannotBeAttachedIsSaid() throws Exception {
    assertThat(after(attach("a.txt", "")).select("[data-toast]").text())
        .contains("“a.txt” is empty");
    assertThat(browser.open("/apply/%d/send".formatted(job)).select("#papers li")).isEmpty();
  }

  @Test
  void anOwnItemIsTickedAndTakenAway() throws Exception {
    Document page = after(send("checks", Map.of("text", "Portfolio works", "every", "1")));
    assertThat(page.select(".tick").attr("aria-checked")).isEqualTo("false");
    String tick = page.select(".own form").first().attr("action");
    assertThat(
            after(browser.submit(tick, Map.of("done", "1"))).select(".tick").attr("aria-checked"))
        .isEqualTo("true");
    assertThat(
            browser
                .open("/apply/%d/send".formatted(ids.get(1)))
                .select(".tick")
                .attr("aria-checked"))
        .isEqualTo("false");
    Document gone = after(browser.submit(tick.replace("/tick", "/remove"), Map.of()));
    assertThat(gone.select(".tick")).isEmpty();
    assertThat(
            after(browser.submit(gone.select("[data-toast] form").attr("action"), Map.of()))
                .select(".tick"))
        .hasSize(1);
  }

  @Test
  void whatIsNotThereIsNoPage() throws Exception {
    for (String path : List.of("/apply/9999", "/apply/9999/send", "/apply/sent/9999", "/apply/x")) {
      assertThat(browser.get(path).statusCode()).as(path).isEqualTo(404);
    }
  }
}
