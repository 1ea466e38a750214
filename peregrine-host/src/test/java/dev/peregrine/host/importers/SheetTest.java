package dev.peregrine.host.importers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.host.importers.SheetTimes.Said;
import dev.peregrine.host.pipeline.Brought;
import dev.peregrine.host.pipeline.Stage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as programs and people leave them, read as lists. */
class SheetTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NOW = Instant.parse("2026-03-12T08:41:00Z");

  @TempDir Path folder;

  private Sheet read(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("given"), bytes);
    return new SheetFile(file, Optional.empty(), (char) 0, folder).read();
  }

  private Sheet read(String text) throws IOException {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Item> items(Sheet sheet) {
    Meaning meaning = Guess.meaning(sheet);
    var opened = new Opened("", "list", sheet, meaning, false);
    var reader = new RowReader(sheet, meaning, new SheetTimes(BERLIN, opened.order()), NOW);
    return sheet.rows().stream().map(reader::read).toList();
  }

  private static Item.Taken taken(Item item) {
    assertThat(item).isInstanceOf(Item.Taken.class);
    return (Item.Taken) item;
  }

  private static List<String> steps(Item item) {
    return taken(item).brought().steps().stream()
        .map(step -> step.to().key() + " " + LocalDate.ofInstant(step.at(), BERLIN))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
  void umlautsAreReadInWhateverLettersTheFileIs(String charset) throws Exception {
    Sheet sheet = read("Titel;Firma\nKöchin;Café Größe\n".getBytes(Charset.forName(charset)));
    assertThat(sheet.rows().getFirst().cells()).containsExactly("Köchin", "Café Größe");
    assertThat(sheet.separator()).isEqualTo(';');
  }

  @Test
  void aMarkOfTheOrderIsNoLetterOfTheFirstColumn() throws Exception {
    assertThat(read("\uFEFFTitle,URL\nCook,https://example.org/1\n").header().getFirst())
        .isEqualTo("Title");
    assertThat(
            read("\uFEFFTitle\tURL\nCook\thttps://example.org/1\n"
                    .getBytes(StandardCharsets.UTF_16LE))
                .header())
        .containsExactly("Title", "URL");
  }

  @Test
  void quotedSeparatorsAndLineBreaksBelongToTheCell() throws Exception {
    Sheet sheet =
        read(
            "sep=;\r\nTitle;Notes\r\n\"Cook; head\";\"first\r\nsecond \"\"line\"\"\"\r\n\r\nBaker;x\r\n");
    assertThat(sheet.rows()).hasSize(2);
    assertThat(sheet.rows().getFirst().cells())
        .containsExactly("Cook; head", "first\r\nsecond \"line\"");
    assertThat(sheet.rows().getLast().number()).isEqualTo(5);
  }

  @Test
  void aNoteAboveTheNamesIsNoRow() throws Exception {
    Sheet sheet =
        read("Notes:\n\"When exporting, you may notice …\"\n\nTitle,Company\nCook,Acme\n");
    assertThat(sheet.header()).containsExactly("Title", "Company");
    assertThat(sheet.rows()).hasSize(1);
  }

  @Test
  void aListOfLinksHasNoNames() throws Exception {
    Sheet sheet = read("https://example.org/jobs/1\nhttps://example.org/jobs/2\n");
    assertThat(items(sheet)).hasSize(2).allMatch(item -> taken(item).untitled());
  }

  @Test
  void hostileCellsAreTextAndNothingElse() throws Exception {
    Sheet sheet =
        read(
            "Title,Company,URL,Applied\n"
                + "\"=HYPERLINK(\"\"https://evil.example\"\",\"\"x\"\")\",<script>alert(1)</script>,\"=HYPERLINK(\"\"https://example.org/1\"\";\"\"here\"\")\",=1+1\n"
                + "\"Co\u0000ok\u0007\",+cmd|' /C calc'!A0,javascript:alert(1),@SUM(1)\n");
    Item.Taken first = taken(items(sheet).getFirst());
    assertThat(first.brought().posting().title()).startsWith("=HYPERLINK(");
    assertThat(first.brought().posting().url()).hasToString("https://example.org/1");
    assertThat(first.odd()).singleElement().asString().contains("“Applied” is no day");
    Item.Taken second = taken(items(sheet).getLast());
    assertThat(second.brought().posting().title()).isEqualTo("Cook");
    assertThat(second.brought().posting().url().getHost()).isEqualTo("pasted.invalid");
    assertThat(second.odd()).anyMatch(odd -> odd.contains("no address that can be opened"));
  }

  @Test
  void fiftyThousandRowsAreReadAndTheRestIsSaid() throws Exception {
    var text = new StringBuilder("Title,Company,URL,Status,Date applied\n");
    for (int at = 0; at < Sheet.MOST_ROWS + 7; at++) {
      text.append(
          "Job %d,Acme %d,https://example.org/%d,Applied,2026-01-02\n".formatted(at, at, at));
    }
    Sheet sheet = read(text.toString());
    assertThat(sheet.rows()).hasSize(Sheet.MOST_ROWS);
    assertThat(sheet.more()).isEqualTo(7);
    assertThat(items(sheet)).allMatch(Item.Taken.class::isInstance);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-02-03|2026-02-03T00:00+01:00",
        "2026/2/3 14:05|2026-02-03T14:05+01:00",
        "2026-02-03T14:05:06.123Z|2026-02-03T14:05:06Z",
        "2026-02-03 14:05:06 +0200|2026-02-03T12:05:06Z",
        "2024-04-01 07:30:00 UTC|2024-04-01T07:30Z",
        "3.2.2026|2026-02-03T00:00+01:00",
        "03.02.26 14:05 Uhr|2026-02-03T14:05+01:00",
        "2/14/26, 2:22 PM|2026-02-14T14:22+01:00",
        "2/14/26, 12:05 AM|2026-02-14T00:05+01:00",
        "25/12/2025|2025-12-25T00:00+01:00",
        "3 Feb 2026|2026-02-03T00:00+01:00",
        "Feb 3, 2026|2026-02-03T00:00+01:00",
        "Tue, February 3rd, 2026|2026-02-03T00:00+01:00",
        "3. März 2025|2025-03-03T00:00+01:00",
        "12 Dez. 2025|2025-12-12T00:00+01:00",
        "1770123600|2026-02-03T14:00+01:00",
        "1770123600000|2026-02-03T14:00+01:00",
        "46056|2026-02-03T00:00+01:00"
      })
  void daysAndMomentsAreReadAsTheyAreWritten(String written, String meant) {
    Optional<Said> said = new SheetTimes(BERLIN, Optional.empty()).read(written);
    assertThat(said.map(Said::at)).contains(java.time.OffsetDateTime.parse(meant).toInstant());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"soon", "2026-02-31", "31/31/2026", "7", "", "N/A", "12345678901234567890"})
  void whatIsNoDayIsNone(String written) {
    assertThat(new SheetTimes(BERLIN, Optional.empty()).read(written)).isEmpty();
  }

  @Test
  void oneDateThatLeavesNoDoubtDecidesForAll() throws Exception {
    Sheet sheet = read("Title,Applied\nCook,03/02/2026\nBaker,25/02/2026\n");
    assertThat(items(sheet))
        .extracting(SheetTest::steps)
        .first()
        .isEqualTo(List.of("applied 2026-02-03"));
    var open = read("Title,Applied\nCook,03/02/2026\n");
    assertThat(new Opened("", "x", open, Guess.meaning(open), false).asksForOrder()).isTrue();
  }

  @Test
  void aBoardOfHuntrKeepsStageDatesNotesAndPay() throws Exception {
    Sheet sheet =
        read(
            """
            Board,List,Title,Company,URL,Location,Salary,Date added,Date applied,Interview date,Notes
            2026,Wishlist,Cook,Acme,https://example.org/1,Berlin,"€60,000 - €70,000 per year",2026-01-02,,,Call Ada
            2026,Interviewing,Baker,Globex,https://example.org/2,Remote,60k,2026-01-02,2026-01-05,2026-01-20,
            2026,Rejected,Chef,Initech,https://example.org/3,,,2026-01-03,2026-01-04,,too far
            2026,Withdrawn,Waiter,Hooli,,,,,,,
            """);
    assertThat(sheet.kind()).isEqualTo(Kind.HUNTR);
    List<Item> items = items(sheet);
    assertThat(taken(items.getFirst()).brought().posting().salary()).isPresent();
    assertThat(taken(items.getFirst()).brought().note()).contains("Call Ada");
    assertThat(steps(items.getFirst())).isEmpty();
    assertThat(steps(items.get(1)))
        .containsExactly("applied 2026-01-05", "interviewing 2026-01-20");
    assertThat(taken(items.get(1)).brought().note()).contains("Salary: 60k");
    assertThat(steps(items.get(2))).containsExactly("applied 2026-01-04", "rejected 2026-01-04");
    Brought last = taken(items.get(3)).brought();
    assertThat(last.stage()).isEqualTo(Stage.REJECTED);
    assertThat(last.steps().getLast().ending())
        .contains(dev.peregrine.host.pipeline.Ending.WITHDRAWN);
  }

  @Test
  void aTableOfTealMeansBookmarkedAsInReview() throws Exception {
    Sheet sheet =
        read(
            """
            Job Position,Company,Max. Salary,Location,Status,Date Saved,Deadline,Date Applied,Follow up,Excitement
            Cook,Acme,90000,Berlin,Bookmarked,2026-02-01,2026-04-01,,2026-03-20,★★★
            """);
    assertThat(sheet.kind()).isEqualTo(Kind.TEAL);
    Item.Taken cook = taken(items(sheet).getFirst());
    assertThat(cook.standing()).isEqualTo(Standing.WAITING);
    assertThat(cook.followUp()).contains(LocalDate.of(2026, 3, 20));
    assertThat(cook.brought().posting().closes()).contains(Instant.parse("2026-04-01T21:59:59Z"));
    assertThat(cook.brought().note()).contains("Max. Salary: 90000");
  }

  @Test
  void theTableOfJobSyncHasNothingWhereItSaysSo() throws Exception {
    Sheet sheet =
        read(
            """
            index,createdAt,applied,appliedDate,Company,JobTitle,jobType,Location,JobSource,Status
            1,2026-01-02,Yes,2026-01-05,Acme,Cook,Full Time,Berlin,Indeed,Applied
            2,2026-01-03,No,N/A,Globex,Baker,Part Time,N/A,N/A,Draft
            """);
    assertThat(sheet.kind()).isEqualTo(Kind.JOBSYNC);
    List<Item> items = items(sheet);
    assertThat(steps(items.getFirst())).containsExactly("applied 2026-01-05");
    assertThat(taken(items.getLast()).standing()).isEqualTo(Standing.APPROVED);
    assertThat(taken(items.getLast()).brought().posting().places()).isEmpty();
  }

  @Test
  void theBackupOfJobSyncIsPutTogetherAgain() throws Exception {
    Sheet sheet =
        read(
            """
            {"JobTitle":[{"id":"t","label":"Cook"}],"Company":[{"id":"c","label":"Acme"}],
             "Location":[{"id":"l","label":"Berlin"}],"Tag":[{"id":"g","label":"vegan"}],
             "Note":[{"jobId":"j","content":"Call Ada"}],"_JobToTag":[{"jobId":"j","tagId":"g"}],
             "Job":[{"id":"j","jobTitleId":"t","companyId":"c","locationId":"l","jobUrl":"https://example.org/1",
              "statusValue":"interview","createdAt":"2026-01-02T10:00:00.000Z","appliedDate":"2026-01-05T10:00:00.000Z",
              "jobType":"FT","description":"<p>Soups</p>","salaryRange":null}]}
            """);
    Item.Taken cook = taken(items(sheet).getFirst());
    assertThat(cook.brought().posting().company()).contains("Acme");
    assertThat(cook.brought().posting().tags()).containsExactly("vegan");
    assertThat(cook.brought().note()).contains("Call Ada");
    assertThat(steps(items(sheet).getFirst()))
        .containsExactly("applied 2026-01-05", "interviewing 2026-01-05");
  }

  @Test
  void theDatabaseOfJobOpsTellsHowFarEachJobCame() throws Exception {
    Path file = folder.resolve("jobs.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE jobs (id TEXT PRIMARY KEY, title TEXT, employer TEXT, job_url TEXT, location TEXT, salary TEXT, status TEXT, outcome TEXT, suitability_score REAL, discovered_at TEXT, applied_at TEXT, closed_at INTEGER, job_description TEXT)");
      statement.execute(
          "CREATE TABLE stage_events (id TEXT PRIMARY KEY, application_id TEXT, to_stage TEXT, occurred_at INTEGER)");
      statement.execute(
          "INSERT INTO jobs VALUES ('a', 'Cook', 'Acme', 'https://example.org/1', 'Berlin', NULL, 'applied', NULL, 80.0, '2026-01-02 09:00:00', '2026-01-05T10:00:00.000Z', NULL, 'Soups'), ('b', 'Baker', 'Globex', 'https://example.org/2', NULL, NULL, 'applied', 'ghosted', 50.0, '2026-01-02 09:00:00', '2026-01-06T10:00:00.000Z', 1770123600, NULL), ('c', 'Chef', 'Initech', 'https://example.org/3', NULL, NULL, 'skipped', NULL, 20.0, '2026-01-02 09:00:00', NULL, NULL, NULL)");
      statement.execute(
          "INSERT INTO stage_events VALUES ('1', 'a', 'applied', 1767607200), ('2', 'a', 'technical_interview', 1768816800)");
    }
    Sheet sheet = new SheetFile(file, Optional.empty(), (char) 0, folder).read();
    assertThat(sheet.kind()).isEqualTo(Kind.JOB_OPS);
    List<Item> items = items(sheet);
    assertThat(steps(items.getFirst()))
        .containsExactly("applied 2026-01-05", "interviewing 2026-01-19");
    assertThat(steps(items.get(1))).containsExactly("applied 2026-01-06", "rejected 2026-02-03");
    assertThat(taken(items.get(1)).standing()).isEqualTo(Standing.GHOSTED);
    assertThat(taken(items.get(2)).standing()).isEqualTo(Standing.DISCARDED);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void whatJobOpsAnswersIsAList() throws Exception {
    Sheet sheet =
        read(
            """
            {"ok":true,"data":{"jobs":[{"id":"a","title":"Cook","employer":"Acme","jobUrl":"https://example.org/1",
             "status":"ready","outcome":null,"suitabilityScore":80,"discoveredAt":"2026-01-02T09:00:00Z"}]}}
            """);
    assertThat(sheet.kind()).isEqualTo(Kind.JOB_OPS);
    assertThat(taken(items(sheet).getFirst()).standing()).isEqualTo(Standing.APPROVED);
  }

  @Test
  void aResumeIsNoListOfJobs() {
    assertThatThrownBy(() -> read("{\"basics\":{\"name\":\"Ada\"},\"work\":[]}"))
        .isInstanceOf(ListException.class)
        .hasMessageContaining("JSON Resume");
  }
}
