package dev.peregrine.plugin.board.bamboohr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import dev.peregrine.api.board.Employer;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.testkit.JobBoardContract;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedServer;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BambooHrBoardTest extends JobBoardContract {

  private static final String ROW =
      """
      {"id": 86, "jobOpeningName": "Nurse", "departmentId": "1", "departmentLabel": "Care ",
       "employmentStatusLabel": "Full Time", "employmentType": null,
       "location": {"city": "Graz", "state": "Steiermark"},
       "atsLocation": {"country": null, "state": null, "province": null, "city": null},
       "isRemote": null, "locationType": "2"}""";

  private static final String DETAIL =
      """
      {"meta": {}, "result": {"jobOpening": {"jobOpeningName": "Nurse",
        "jobOpeningShareUrl": "https://acme.bamboohr.com/careers/%s",
        "location": {"city": "Graz", "state": "Steiermark", "addressCountry": "Austria"},
        "datePosted": "2026-10-02", "compensation": "€40,000 - €50,000 per year",
        "minimumExperience": "Mid-level", "description": "<p>Care &amp; more</p>"}}}""";

  @Override
  protected JobBoard board() {
    return new BambooHrBoard();
  }

  @Override
  protected String path() {
    return "/{employer}/careers/list";
  }

  @Override
  protected String row(int number) {
    return "{\"id\": \"%1$d\", \"jobOpeningName\": \"Engineer %1$d für Züge\"}"
        .formatted(number + 1);
  }

  @Override
  protected String answer(List<String> rows) {
    return "{\"meta\": {\"totalCount\": %d}, \"result\": [%s]}"
        .formatted(rows.size(), String.join(",", rows));
  }

  @Override
  protected void prepare(RecordedServer ready) {
    for (String employer : List.of("acme", "globex")) {
      for (int id = 1; id < 100; id++) {
        ready.answer(
            "/%s/careers/%d/detail".formatted(employer, id),
            RecordedAnswer.json(DETAIL.formatted(id)));
      }
    }
  }

  @Test
  void aListedPostingKeepsAllItsParts() throws InterruptedException {
    serveRows(ROW);

    Posting posting = search(query(10).withFullDescriptions(false)).postings().getFirst();

    assertThat(posting.nativeId()).isEqualTo("acme/86");
    assertThat(posting.url()).isEqualTo(URI.create("https://acme.bamboohr.com/careers/86"));
    assertThat(posting.company()).contains("acme");
    assertThat(posting.places().stream().map(Place::text)).containsExactly("Graz, Steiermark");
    assertThat(posting.remote()).contains(RemoteMode.HYBRID);
    assertThat(posting.employmentTypes()).isEqualTo(Set.of(EmploymentType.FULL_TIME));
    assertThat(posting.details()).containsEntry(PostingDetail.DEPARTMENT, "Care");
    assertThat(posting.tags()).containsExactly("Care");
    assertThat(posting.posted()).isEmpty();
    assertThat(posting.salary()).isEmpty();
    assertThat(server().requests()).as("no call for the text").hasSize(1);
  }

  @Test
  void theRestIsReadWhereItIsWanted() throws InterruptedException {
    serveRows(ROW);

    Posting posting = search(query(10)).postings().getFirst();

    assertThat(posting.description()).contains("<p>Care &amp; more</p>");
    assertThat(posting.posted()).contains(LocalDate.of(2026, 10, 2));
    assertThat(posting.places())
        .containsExactly(
            new Place(
                "Graz, Steiermark, Austria",
                Optional.of("Graz"),
                Optional.of("Steiermark"),
                Optional.of("AT")));
    assertThat(posting.details()).containsEntry(PostingDetail.EXPERIENCE, "Mid-level");
    Salary salary = posting.salary().orElseThrow();
    assertThat(salary.max().orElseThrow()).isEqualByComparingTo("50000");
    assertThat(salary.period()).isEqualTo(PayPeriod.YEAR);
  }

  @Test
  void textsAreReadOnlyOfWhatFits() throws InterruptedException {
    serveRows(row(1), ROW);

    search(query(10).withTitles(List.of("Nurse")));

    assertThat(server().requests()).hasSize(2);
  }

  @Test
  void aTextThatCannotBeReadCostsOnlyItself() throws InterruptedException {
    serveRows(row(1), row(2));
    server().answer("/acme/careers/2/detail", RecordedAnswer.json(answer(List.of(ROW))));
    server().answer("/acme/careers/3/detail", RecordedAnswer.status(500));

    var searched = search(query(10));

    assertThat(searched.failure()).isEmpty();
    assertThat(searched.postings()).hasSize(2);
    assertThat(searched.postings()).allMatch(posting -> posting.description().isEmpty());
    assertThat(searched.skipped()).hasSize(2);
  }

  @Test
  void afterThreeTextsThatCannotBeReadNoMoreAreAskedFor() throws InterruptedException {
    serveRows(row(200), row(201), row(202), row(203), row(204));

    var searched = search(query(10));

    assertThat(searched.postings()).hasSize(5);
    assertThat(searched.skipped()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"locationType\": \"0\", \"isRemote\": null', ON_SITE",
    "'\"locationType\": 1', REMOTE",
    "'\"locationType\": \"2\", \"isRemote\": true', HYBRID",
    "'\"locationType\": \"0\", \"isRemote\": 1', REMOTE",
    "'\"isRemote\": \"true\"', REMOTE",
    "'\"isRemote\": null', ",
  })
  void hybridIsNeverRemote(String fields, RemoteMode remote) throws InterruptedException {
    serveRows(row(1).replaceFirst("\\{", "{%s, ".formatted(fields)));

    assertThat(search(query(10)).postings().getFirst().remote())
        .isEqualTo(Optional.ofNullable(remote));
  }

  @Test
  void aPlaceThatWasTypedInIsKeptBesideTheOffice() throws InterruptedException {
    serveRows(
        row(1)
            .replaceFirst(
                "\\{",
                """
                {"location": {"city": "Graz", "state": null},
                 "atsLocation": {"country": "Canada", "state": null, "province": "Ontario"}, \
                """));

    assertThat(search(query(10).withFullDescriptions(false)).postings().getFirst().places())
        .extracting(Place::text)
        .containsExactly("Graz", "Ontario, Canada");
  }

  @Test
  void anEmployerThatLeadsElsewhereIsNotKnown() throws InterruptedException {
    serve(RecordedAnswer.status(302).withHeader("Location", "/hr-software"));
    server().answer("/hr-software", RecordedAnswer.html("<html><body>HR!</body></html>"));

    var failure = search(query(10)).failure().orElseThrow();

    assertThat(failure.kind()).isEqualTo(Kind.BAD_SETTINGS);
    assertThat(failure).hasMessageContaining("\"acme\"");
  }

  @Test
  void aServerForOneEmployerNeedsNoFolder() throws InterruptedException {
    server().answer("/careers/list", RecordedAnswer.json(answer(List.of(ROW))));

    assertThat(search(query(10).withFullDescriptions(false)).postings()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"evil.example", "a b", "acme-", "ümlaut"})
  void aNameThatIsNoHostIsNotAskedFor(String slug) throws InterruptedException {
    var failure =
        search(query(10).withEmployers(List.of(Employer.of(slug)))).failure().orElseThrow();

    assertThat(failure.kind()).isEqualTo(Kind.BAD_SETTINGS);
    assertThat(failure).hasMessageContaining("\"%s\"", slug);
    assertThat(server().requests()).isEmpty();
  }

  @Test
  void aPastedPostingIsRead() throws Exception {
    Posting posting =
        board()
            .fetch(URI.create("https://acme.bamboohr.com/careers/86?source=x"), context())
            .orElseThrow();

    assertThat(posting.title()).isEqualTo("Nurse");
    assertThat(posting.nativeId()).isEqualTo("acme/86");
    assertThat(posting.description()).isPresent();
  }

  @Test
  void aPastedPostingThatIsGoneSaysSo() {
    var gone =
        catchThrowableOfType(
            ExtensionException.class,
            () ->
                board()
                    .fetch(
                        URI.create("https://acme.bamboohr.com/jobs/view.php?id=999"), context()));

    assertThat(gone.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(gone).hasMessageContaining("\"999\"");
  }

  @ParameterizedTest
  @CsvSource({
    "https://acme.bamboohr.com/careers, acme",
    "https://Acme.BambooHR.com/careers/86/detail, acme",
    "https://acme.bamboohr.com, acme",
    "https://acme.bamboohr.com/jobs/embed2.php?id=12, acme",
    "https://www.bamboohr.com/careers, ",
    "https://acme.bamboohr.com/login.php, ",
    "https://acme.bamboohr.com.evil.example/careers, ",
    "https://-x.bamboohr.com/careers, ",
  })
  void anEmployerIsRecognisedByItsPage(URI address, String slug) {
    assertThat(board().employer(address).map(Employer::slug)).isEqualTo(Optional.ofNullable(slug));
  }
}
