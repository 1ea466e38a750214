package dev.peregrine.host.earlier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.scoring.Score;
import dev.peregrine.host.backup.Progress;
import dev.peregrine.host.boot.World;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Hidden;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.JobEvent;
import dev.peregrine.host.pipeline.JobFilter;
import dev.peregrine.host.pipeline.Stage;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jobs of the earlier program's database, of any of its versions. */
class EarlierJobsTest {

  @TempDir Path folder;
  private World world;
  private OldHome old;

  @BeforeEach
  void open() throws Exception {
    world = new World(folder.resolve("home"), 0, InstantSource.fixed(World.NOW), false);
    old = new OldHome(folder.resolve("old"));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private Report look() {
    return world.tenant.calling(() -> world.earlier.look(old.folder, Progress.SILENT));
  }

  private Report bring() {
    return world.tenant.calling(() -> world.earlier.bring(old.folder, Progress.SILENT));
  }

  private List<Job> jobs() {
    return world.tenant.calling(
        () ->
            Stream.of(JobFilter.all(), JobFilter.hidden())
                .flatMap(filter -> world.jobs.page(filter, Optional.empty(), 100).rows().stream())
                .map(row -> world.jobs.findById(row.id()).orElseThrow())
                .toList());
  }

  private Job job(String title) {
    return jobs().stream()
        .filter(job -> job.posting().title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private static Report.Line line(Report report, String what) {
    return report.lines().stream().filter(l -> l.what().equals(what)).findFirst().orElseThrow();
  }

  @Test
  void anApplicationComesWithItsHistoryAtItsOwnTimes() throws Exception {
    old.last()
        .job(
            "Java developer",
            "interviewing",
            "applied_at",
            "2026-02-03",
            "phone_screen_at",
            "2026-02-10T09:30",
            "interviewing_at",
            "2026-02-17 13:00:00");
    bring();
    Job job = job("Java developer");
    assertThat(job.stage()).isEqualTo(Stage.INTERVIEWING);
    assertThat(job.found()).isEqualTo(Instant.parse("2026-01-31T23:00:00Z"));
    assertThat(job.events())
        .extracting(JobEvent::text, JobEvent::at)
        .containsExactly(
            tuple("Found", "2026-01-31T23:00:00Z"),
            tuple("Applied", "2026-02-02T23:00:00Z"),
            tuple("Phone screen", "2026-02-10T08:30:00Z"),
            tuple("Interviewing", "2026-02-17T13:00:00Z"));
  }

  private static org.assertj.core.groups.Tuple tuple(String text, String at) {
    return org.assertj.core.groups.Tuple.tuple(text, Instant.parse(at));
  }

  @ParameterizedTest
  @CsvSource({
    "pending, , , PENDING, ",
    "approved, , , APPROVED, ",
    "archived, , , ARCHIVED, ",
    "applied, 2026-02-03, , APPLIED, ",
    "applied, , , APPLIED, ",
    "survey, 2026-02-03, , SURVEY, ",
    "offer, 2026-02-03, , OFFER, ",
    "hired, 2026-02-03, , HIRED, ",
    "rejected, , , REJECTED, PENDING",
    "rejected, 2026-02-03, , REJECTED, APPLIED",
    "rejected, 2026-02-03, interviewing, REJECTED, INTERVIEWING",
    "interview_rejected, 2026-02-03, phone_screen, REJECTED, PHONE_SCREEN",
    "interview_rejected, , , REJECTED, APPLIED",
    "synced, , , APPROVED, ",
    "synced, 2026-02-03, , APPLIED, ",
    "queued_for_operator, , , PENDING, ",
  })
  void eachStatusHasItsStage(
      String status, String applied, String rejectedAt, Stage stage, Stage rejection)
      throws Exception {
    old.last()
        .job(
            "Tester",
            status,
            "applied_at",
            "" + orEmpty(applied),
            "rejection_stage",
            orEmpty(rejectedAt));
    bring();
    Job job = job("Tester");
    assertThat(job.stage()).isEqualTo(stage);
    assertThat(job.rejectionStage()).isEqualTo(Optional.ofNullable(rejection));
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  @Test
  void aStatusWithoutATimeSaysSo() throws Exception {
    old.last().job("Tester", "offer", "applied_at", "2026-02-03");
    bring();
    assertThat(job("Tester").events().getLast().text())
        .isEqualTo("Offer: the earlier program noted no time");
  }

  @Test
  void theFirstSchemaAndTheLastAreRead() throws Exception {
    old.first().job("Baker", "approved", "match_score", 71.25, "keyword_gaps", "rye, oven");
    bring();
    Job job = job("Baker");
    assertThat(job.stage()).isEqualTo(Stage.APPROVED);
    assertThat(job.scored().orElseThrow().score())
        .isEqualTo(new Score.Match(71.3, List.of(), List.of("rye", "oven")));
  }

  @Test
  void payPlaceAndRemoteAreReadAndOddOnesNamed() throws Exception {
    old.last()
        .job(
            "A",
            "pending",
            "salary",
            "$120,000 – $150,000",
            "location",
            "Austin, TX",
            "is_remote",
            1)
        .job("B", "pending", "salary", "direct_data", "location", "Remote")
        .job("C", "pending", "is_remote", 0, "location", "Berlin");
    Report report = bring();
    assertThat(job("A").posting().salary().orElseThrow().max().orElseThrow())
        .isEqualByComparingTo("150000");
    assertThat(job("A").posting().remote()).contains(RemoteMode.REMOTE);
    assertThat(job("B").posting().salary()).isEmpty();
    assertThat(job("B").posting().remote()).contains(RemoteMode.REMOTE);
    assertThat(job("B").posting().places()).isEmpty();
    assertThat(job("C").posting().remote()).as("0 was the default, not knowledge").isEmpty();
    assertThat(report.odd())
        .extracting(Report.Count::what)
        .containsExactly("pay that is no amount with a currency and a period; kept as text");
    assertThat(kept("jobs")).contains("direct_data");
  }

  @Test
  void jobsWithoutAddressOrTitleComeToo() throws Exception {
    old.last()
        .job("Lead", "pending", "url", "email://acme.example/4711", "source", "email")
        .job("None", "applied", "url", "")
        .row(
            "jobs",
            "title",
            "",
            "company",
            "",
            "url",
            "https://boards.example.org/x/9",
            "source",
            "digest",
            "status",
            "pending")
        .row(
            "jobs",
            "title",
            "Importing…",
            "company",
            "Nile",
            "url",
            "https://boards.example.org/x/10",
            "source",
            "manual");
    Report report = bring();
    assertThat(line(report, "jobs")).isEqualTo(new Report.Line("jobs", 4, 4, 0, 0));
    assertThat(jobs())
        .extracting(job -> job.posting().title())
        .containsExactlyInAnyOrder(
            "Lead", "None", "Posting at boards.example.org", "Posting at Nile");
    assertThat(job("None").stage()).isEqualTo(Stage.APPLIED);
    assertThat(line(bring(), "jobs")).isEqualTo(new Report.Line("jobs", 4, 0, 0, 4));
  }

  @Test
  void timesThatCannotBeTrueAreNotTaken() throws Exception {
    old.last()
        .job(
            "Tester",
            "applied",
            "applied_at",
            "9999-12-31",
            "date_found",
            "2026-02-01T10:00:00+00:00")
        .job("Other", "pending", "date_found", "yesterday");
    Report report = bring();
    assertThat(job("Tester").events().getLast().at())
        .isEqualTo(Instant.parse("2026-02-01T10:00:00Z"));
    assertThat(job("Other").found()).isEqualTo(World.NOW);
    assertThat(report.odd())
        .extracting(Report.Count::what)
        .containsExactlyInAnyOrder(
            "applied_at is no time that can be true; taken as not noted",
            "date_found is no time that can be true; taken as not noted");
  }

  @Test
  void whatHasNoPlaceYetIsKeptWhole() throws Exception {
    old.last()
        .job(
            "Tester",
            "applied",
            "cover_letter",
            "Dear Acme, …",
            "application_qa",
            "[{\"question\": \"Why us?\", \"answer\": \"Because.\"}]",
            "interview_date",
            "2026-03-20")
        .row("job_contacts", "job_id", 1, "subject", "Your application", "body", "<p>Hello</p>")
        .row("company_research", "job_id", 1, "company_brief", "They make anvils.")
        .row("survey_responses", "job_id", 1, "survey_name", "Culture")
        .sql("CREATE TABLE my_notes (id INTEGER PRIMARY KEY, note TEXT)")
        .row("my_notes", "note", "call back");
    Report report = bring();
    assertThat(report.kept())
        .extracting(Report.Count::what)
        .contains(
            "cover letters",
            "answers to questions of applications",
            "dates of interviews",
            "mails and notes",
            "research about companies",
            "answers to surveys",
            "rows of table my_notes");
    assertThat(kept("jobs")).contains("Dear Acme, …", "Why us?", "2026-03-20");
    long id = job("Tester").id();
    assertThat(kept("job_contacts")).contains("<p>Hello</p>", "\"job\":" + id);
    assertThat(kept("my_notes")).contains("call back");
  }

  private String kept(String kind) throws Exception {
    return Files.readString(
        folder.resolve("home").resolve(Earlier.FOLDER).resolve("rows/%s.jsonl".formatted(kind)));
  }

  @Test
  void importingTwiceAddsNothing() throws Exception {
    old.last()
        .job("One", "interviewing", "applied_at", "2026-02-03", "cover_letter", "Dear …")
        .job("Two", "rejected")
        .row("job_contacts", "job_id", 1, "subject", "Hello");
    bring();
    String before = kept("jobs") + kept("job_contacts") + jobs();
    Report again = bring();
    assertThat(again.lines()).allMatch(line -> line.added() + line.joined() == 0);
    assertThat(again.kept()).isEmpty();
    assertThat(kept("jobs") + kept("job_contacts") + jobs()).isEqualTo(before);
  }

  @Test
  void theStageThatIsFurtherStays() throws Exception {
    old.last()
        .job("Ahead there", "offer", "applied_at", "2026-02-03", "offer_at", "2026-02-20")
        .job("Ahead here", "approved");
    store("Ahead there");
    long here = store("Ahead here");
    world.tenant.run(() -> world.jobs.move(List.of(here), Stage.INTERVIEWING, Optional.empty()));
    Report report = bring();
    assertThat(job("Ahead there").stage()).isEqualTo(Stage.OFFER);
    assertThat(job("Ahead here").stage()).isEqualTo(Stage.INTERVIEWING);
    assertThat(line(report, "jobs")).isEqualTo(new Report.Line("jobs", 2, 0, 1, 1));
    assertThat(jobs()).hasSize(2);
    old.sql("UPDATE jobs SET status = 'hired', hired_at = '2026-03-01' WHERE id = 1");
    bring();
    assertThat(job("Ahead there").events().stream().filter(e -> e.kind().equals("moved")))
        .as("no step is told twice")
        .hasSize(3);
  }

  @Test
  void whatARuleHidesHereStaysHiddenUnlessItWasPursuedThere() throws Exception {
    old.last().job("Seen", "pending").job("Pursued", "applied", "applied_at", "2026-02-03");
    var hidden = new Hidden("blocklist", "acme");
    store("Seen", Optional.of(hidden));
    store("Pursued", Optional.of(hidden));
    bring();
    assertThat(job("Seen").hidden()).contains(hidden);
    assertThat(job("Pursued").hidden()).isEmpty();
  }

  private long store(String title) {
    return store(title, Optional.empty());
  }

  private long store(String title, Optional<Hidden> hidden) {
    // With what follows a person around, as links have it.
    URI url =
        URI.create("https://jobs.example.com/" + title.replace(' ', '-') + "?utm_source=mail");
    Posting posting = Posting.of(title, title, url).withCompany(Optional.of("Acme " + title));
    return world.tenant.calling(
        () ->
            world
                .jobs
                .store(List.of(new Found(posting, "indeed", OptionalLong.empty(), hidden)))
                .getFirst()
                .job());
  }

  @Test
  void theLastDecisionHereIsStillTheOneThatUndoTakesBack() throws Exception {
    long here = store("Mine");
    world.tenant.run(() -> world.jobs.move(List.of(here), Stage.REJECTED, Optional.empty()));
    old.last().job("Theirs", "applied", "applied_at", "2026-02-03");
    bring();
    assertThat(world.tenant.calling(() -> world.jobs.undo()).orElseThrow().jobs())
        .containsExactly(here);
    assertThat(job("Theirs").stage()).isEqualTo(Stage.APPLIED);
  }

  @Test
  void aLookChangesNothingAndCountsAsTheImportDoes() throws Exception {
    old.last()
        .job("One", "applied", "applied_at", "2026-02-03", "cover_letter", "Dear …")
        .job("Two", "pending")
        .row("job_contacts", "job_id", 1, "subject", "Hello");
    store("Two");
    var before = files();
    Report look = look();
    assertThat(files()).isEqualTo(before);
    assertThat(jobs()).hasSize(1);
    Report done = bring();
    assertThat(look.lines()).isEqualTo(done.lines());
    assertThat(look.kept()).isEqualTo(done.kept());
    assertThat(look.before()).isEmpty();
    assertThat(done.before()).contains("before-import");
  }

  private HashSet<String> files() throws Exception {
    try (var walked = Files.walk(folder.resolve("home"))) {
      var all = new HashSet<String>();
      for (Path file : walked.filter(Files::isRegularFile).toList()) {
        if (!file.toString().contains("staging.db")) {
          all.add(file + " " + Files.size(file));
        }
      }
      return all;
    }
  }

  @Test
  void whatStandsInTheJournalBesideItCountsAndTheOldFolderStaysAsItIs() throws Exception {
    old.last();
    try (Connection connection = old.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA wal_autocheckpoint = 0");
      statement.execute(
          "INSERT INTO jobs (title, company, url, status) VALUES ('Only in the journal', 'Acme', 'https://jobs.example.com/wal', 'applied')");
      byte[] before = Files.readAllBytes(old.database());
      assertThat(line(bring(), "jobs").added()).isEqualTo(1);
      assertThat(Files.readAllBytes(old.database())).isEqualTo(before);
    }
    assertThat(job("Only in the journal").stage()).isEqualTo(Stage.APPLIED);
  }

  @Test
  void aDamagedAnEncryptedAndAForeignFileAreSaid() throws Exception {
    Path random = Files.write(folder.resolve("cloud.db"), noise(8192));
    assertThatThrownBy(() -> bring(random))
        .isInstanceOf(EarlierException.class)
        .hasMessageStartingWith("\"cloud.db\" is encrypted, or no database");
    old.last();
    for (int at = 0; at < 300; at++) {
      old.job("Job " + at, "pending", "description", "text ".repeat(200));
    }
    byte[] bytes = Files.readAllBytes(old.database());
    System.arraycopy(noise(8192), 0, bytes, bytes.length / 2, 8192);
    Path broken = Files.write(folder.resolve("broken.db"), bytes);
    assertThatThrownBy(() -> bring(broken))
        .isInstanceOf(EarlierException.class)
        .hasMessageContaining("is damaged");
    Path cut =
        Files.write(
            folder.resolve("cut.db"), Arrays.copyOf(Files.readAllBytes(old.database()), 9000));
    assertThatThrownBy(() -> bring(cut)).isInstanceOf(EarlierException.class);
    var other = new OldHome(folder.resolve("other")).sql("CREATE TABLE songs (title TEXT)");
    assertThatThrownBy(() -> bring(other.database()))
        .hasMessageStartingWith("The database has no table of jobs");
    store("Mine");
    assertThatThrownBy(() -> bring(folder.resolve("home")))
        .hasMessageStartingWith("The database is one of this Peregrine");
    assertThat(world.tenant.calling(() -> world.backups.backups().all()))
        .as("nothing to take back")
        .isEmpty();
    assertThat(world.tenant.calling(() -> world.earlier.reports())).isEmpty();
  }

  private Report bring(Path path) {
    return world.tenant.calling(() -> world.earlier.bring(path, Progress.SILENT));
  }

  private static byte[] noise(int size) {
    var bytes = new byte[size];
    new java.util.Random(7).nextBytes(bytes);
    return bytes;
  }

  @Test
  void hostileRowsDoNoHarm() throws Exception {
    old.last()
        .job("<script>alert(1)</script>", "pending", "url", "javascript:alert(1)")
        .job("Zero\u0000title", "applied", "applied_at", "'; DROP TABLE jobs; --")
        .row(
            "jobs",
            "title",
            new byte[] {1, 2, -1},
            "url",
            17,
            "status",
            4.5,
            "is_remote",
            "perhaps",
            "match_score",
            "very",
            "description",
            "x".repeat(3_000_000))
        .sql(
            "CREATE TABLE \"a\"\"; DROP TABLE jobs; --\" (id INTEGER PRIMARY KEY, \"b\"\"c\" TEXT)")
        .sql("INSERT INTO \"a\"\"; DROP TABLE jobs; --\" VALUES (1, 'x')")
        .sql("CREATE VIEW job_texts AS SELECT 1");
    Report report = bring();
    assertThat(line(report, "jobs").added()).isEqualTo(3);
    assertThat(jobs()).hasSize(3);
    assertThat(jobs()).allMatch(job -> job.posting().url().getScheme().startsWith("http"));
    assertThat(report.odd())
        .extracting(Report.Count::what)
        .anyMatch(what -> what.contains("more than a million"));
  }

  @Test
  void aLineThatWasCutOffTakesNoOtherAlong() throws Exception {
    old.last().job("One", "applied", "cover_letter", "Dear …");
    bring();
    Path rows = folder.resolve("home").resolve(Earlier.FOLDER).resolve("rows/jobs.jsonl");
    Files.writeString(rows, "{\"key\":\"0123", StandardOpenOption.APPEND);
    old.job("Two", "applied", "cover_letter", "Dear all …");
    bring();
    assertThat(Files.readAllLines(rows)).hasSize(3).last().asString().contains("Dear all");
  }
}
