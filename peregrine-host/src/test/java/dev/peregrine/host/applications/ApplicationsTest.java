package dev.peregrine.host.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.api.Posting;
import dev.peregrine.host.exports.Written;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.storage.TestHome;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.ibatis.annotations.Update;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationsTest {

  private static final byte[] TEXT = "A certificate".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private TestHome home;
  private Applications applications;
  private long job;
  private long other;

  @BeforeEach
  void open() {
    home = new TestHome(folder);
    applications = new Applications(home.databases(), new Live(), home.clock());
    var jobs = new Jobs(home.databases(), new Live(), home.clock());
    List<Long> ids =
        in(
            () ->
                jobs.store(List.of(found("1", "Backend Engineer"), found("2", "Baker"))).stream()
                    .map(stored -> stored.job())
                    .toList());
    job = ids.get(0);
    other = ids.get(1);
  }

  @AfterEach
  void close() {
    home.close();
  }

  private static Found found(String id, String title) {
    return new Found(
        Posting.of(id, title, URI.create("https://jobs.example/" + id)),
        "village",
        OptionalLong.empty(),
        Optional.empty());
  }

  private <T> T in(Callable<T> work) {
    return home.with(
        () -> {
          try {
            return work.call();
          } catch (Exception failed) {
            throw new AssertionError(failed);
          }
        });
  }

  private Paper attach(String name, byte[] bytes) {
    return in(() -> applications.papers().attach(job, name, bytes));
  }

  private static Content content(List<Paper> papers) {
    return new Content(
        new Content.PostingThen(
            "Baker", "Mill", "Ulm", "https://jobs.example/2", "village", "Ovens"),
        Optional.of(new Content.LetterThen(3, "en", "Dear Ms Petersen,\n\nI bake.")),
        Optional.empty(),
        papers.stream().map(Content.FileThen::of).toList(),
        List.of(new Content.Item("Portfolio works", true)),
        List.of(),
        "By mail");
  }

  @Test
  void whatWasSentStaysAsItWasWhateverBecomesOfItsFiles() {
    Paper paper = attach("certificate.pdf", TEXT);
    Sent sent = in(() -> applications.keep(job, content(List.of(paper)), home.now(), 7));
    in(
        () -> {
          applications.papers().remove(paper.id());
          return true;
        });
    home.pass(Duration.ofDays(40));
    attach("another.pdf", new byte[] {1}); // forgets what was removed long ago
    Sent again = in(() -> applications.findById(sent.id()).orElseThrow());
    assertThat(again.content()).isEqualTo(content(List.of(paper)));
    assertThat(again.intact()).isTrue();
    assertThat(in(() -> applications.bytes(again.content().files().getFirst())))
        .get()
        .isEqualTo(TEXT);
  }

  interface Meddling {
    @Update("UPDATE applications SET content = '{}' WHERE id > 0")
    int change();
  }

  @Test
  void nobodyCanChangeWhatWasSent() {
    var databases =
        new dev.peregrine.host.storage.Databases(
            Stream.concat(TestHome.mappers().stream(), Stream.of(Meddling.class)).toList(),
            home.clock());
    in(() -> applications.keep(job, content(List.of()), home.now(), 7));
    home.close();
    try (databases) {
      assertThatThrownBy(
              () ->
                  home.with(
                      () ->
                          databases
                              .current()
                              .write(mappers -> mappers.of(Meddling.class).change())))
          .hasStackTraceContaining("never changed");
    }
  }

  @Test
  void aFileThatWasChangedOutsideIsNotGivenAsWhatWasSent() throws Exception {
    Paper paper = attach("certificate.pdf", TEXT);
    Sent sent = in(() -> applications.keep(job, content(List.of(paper)), home.now(), 7));
    Files.writeString(
        folder.resolve("data/documents/applications").resolve(paper.sha256()), "Another text");
    assertThat(in(() -> applications.bytes(sent.content().files().getFirst()))).isEmpty();
  }

  @Test
  void pressingTwiceKeepsItOnce() {
    Sent first = in(() -> applications.keep(job, content(List.of()), home.now(), 0));
    Sent second = in(() -> applications.keep(job, content(List.of()), home.now(), 0));
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(in(() -> applications.of(job))).hasSize(1);
    assertThat(in(() -> applications.of(other))).isEmpty();
  }

  @Test
  void theSameFileIsKeptOnceAndAnotherOfThatNameBesideIt() {
    attach("cv.pdf", TEXT);
    attach("cv.pdf", TEXT);
    attach("cv.pdf", "Another".getBytes(StandardCharsets.UTF_8));
    assertThat(in(() -> applications.papers().of(job))).hasSize(2);
  }

  @Test
  void whatIsRemovedComesBackWithUndo() {
    Paper paper = attach("cv.pdf", TEXT);
    in(
        () -> {
          applications.papers().remove(paper.id());
          return true;
        });
    assertThat(in(() -> applications.papers().of(job))).isEmpty();
    in(
        () -> {
          applications.papers().bringBack(paper.id());
          return true;
        });
    assertThat(in(() -> applications.papers().of(job))).containsExactly(paper);
    assertThat(in(() -> applications.papers().bytes(paper.sha256()))).get().isEqualTo(TEXT);
  }

  @Test
  void namesLoseWhatHidesTheirEndOrLeavesTheFolder() {
    assertThat(attach("../../etc/pass\u202Efdp.exe", TEXT).name()).isEqualTo("etc pass fdp.exe");
    assertThat(attach("x".repeat(300) + ".pdf", TEXT).name()).hasSize(120).endsWith(".pdf");
  }

  @Test
  void whatCannotBeKeptIsRefusedInASentence() {
    assertThatThrownBy(
            () -> home.tenant().call(() -> applications.papers().attach(job, "a", new byte[0])))
        .isInstanceOf(RefusedPaperException.class)
        .hasMessage("“a” is empty. Choose a file with something in it.");
    assertThatThrownBy(
            () ->
                home.tenant()
                    .call(
                        () ->
                            applications
                                .papers()
                                .attach(job, "film.mov", new byte[16 * 1024 * 1024])))
        .hasMessageContaining("“film.mov” has 16 MB, expected at most 15.");
    assertThatThrownBy(
            () -> home.tenant().call(() -> applications.papers().attach(job, "\u202E/", TEXT)))
        .hasMessageContaining("is no name of a file");
    assertThat(in(() -> applications.papers().of(job))).isEmpty();
  }

  @Test
  void whatAnExporterWroteKeepsWhoWroteIt() {
    var written =
        new Written(
            "Letter.pdf",
            "application/pdf",
            TEXT,
            "",
            "pdf",
            "1.2.0",
            Optional.of("calm"),
            List.of());
    Paper paper = in(() -> applications.papers().wrote(job, Paper.Kind.LETTER, written));
    assertThat(paper)
        .extracting(Paper::kind, Paper::exporter, Paper::exporterVersion, Paper::template)
        .containsExactly(Paper.Kind.LETTER, "pdf", "1.2.0", "calm");
  }

  @Test
  void anItemForEveryJobIsTickedForEachByItself() {
    Checklist list = applications.checklist();
    in(() -> list.add(job, "Portfolio works", true));
    in(() -> list.add(job, "Salary asked", false));
    assertThat(in(() -> list.of(other))).extracting(Check::text).containsExactly("Portfolio works");
    long item = in(() -> list.of(other)).getFirst().id();
    in(
        () -> {
          list.tick(other, item, true);
          return true;
        });
    assertThat(in(() -> list.of(other))).extracting(Check::done).containsExactly(true);
    assertThat(in(() -> list.of(job))).extracting(Check::done).containsExactly(false, false);
  }

  @Test
  void anItemOfAnotherJobCannotBeTicked() {
    Checklist list = applications.checklist();
    in(() -> list.add(job, "Salary asked", false));
    long item = in(() -> list.of(job)).getFirst().id();
    in(
        () -> {
          list.tick(other, item, true);
          return true;
        });
    assertThat(in(() -> list.of(job))).extracting(Check::done).containsExactly(false);
    assertThat(in(() -> list.of(other))).isEmpty();
  }

  @Test
  void anItemNeedsWords() {
    assertThat(in(() -> applications.checklist().add(job, "  ", false)))
        .get()
        .asString()
        .contains("0 characters, expected 1 to 200");
  }
}
