package dev.peregrine.plugin.board.greenhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

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
import dev.peregrine.testkit.Held;
import dev.peregrine.testkit.HeldField;
import dev.peregrine.testkit.HeldRow;
import dev.peregrine.testkit.JobBoardContract;
import dev.peregrine.testkit.RecordedAnswer;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GreenhouseBoardTest extends JobBoardContract {

  private static final String FULL =
      """
      {"id": 4077001, "internal_job_id": 77, "title": " Backend Engineer, Billing ",
       "absolute_url": "https://job-boards.greenhouse.io/acme/jobs/4077001",
       "company_name": "Acme GmbH", "language": "de-DE", "requisition_id": "R-17",
       "location": {"name": "Remote, Germany"},
       "first_published": "2026-10-02T23:30:00-05:00", "updated_at": "2026-11-20T08:00:00-05:00",
       "application_deadline": "2026-12-31",
       "metadata": [{"id": 1, "name": "Employment Type", "value": ["Full-time", "Contract"],
         "value_type": "multi_select"}, {"id": 2, "name": "Cost centre", "value": null}],
       "departments": [{"id": 3, "name": "Payments"}, {"id": 4, "name": "No Department"}],
       "offices": [{"id": 5, "name": "Berlin", "location": "Berlin, Germany"}],
       "content": "&lt;p&gt;R&amp;amp;D &amp;mdash; it&#39;s &quot;fun&quot;&lt;/p&gt;"}""";

  @Override
  protected JobBoard board() {
    return new GreenhouseBoard();
  }

  @Override
  protected String path() {
    return "/v1/boards/{employer}/jobs";
  }

  @Override
  protected String row(int number) {
    return """
    {"id": %1$d, "title": "Engineer %1$d für Züge", "location": {"name": "Zürich"},
     "absolute_url": "https://job-boards.greenhouse.io/acme/jobs/%1$d"}"""
        .formatted(4_000_000 + number);
  }

  @Override
  protected String answer(List<String> rows) {
    return "{\"jobs\": [%s], \"meta\": {\"total\": %d}}"
        .formatted(String.join(",", rows), rows.size());
  }

  @Override
  protected Optional<Held> held(String recorded) {
    if (recorded.stripLeading().startsWith("{\"departments\"")) {
      return Optional.of(heldByDepartment(recorded));
    }
    return Optional.of(
        Held.json(recorded, "jobs")
            .value(HeldField.TITLE, "title")
            .value(HeldField.COMPANY, "company_name")
            .value(HeldField.PLACES, "location.name")
            .value(
                HeldField.REMOTE,
                row -> row.text("location.name").contains("Remote") ? "REMOTE" : "")
            .value(HeldField.POSTED, "first_published")
            .value(HeldField.CLOSES, "application_deadline")
            .some(HeldField.SALARY_MIN, GreenhouseBoardTest::payBlock)
            .some(HeldField.SALARY_MAX, GreenhouseBoardTest::payBlock)
            .some(HeldField.SALARY_CURRENCY, GreenhouseBoardTest::payBlock)
            .some(HeldField.SALARY_PERIOD, GreenhouseBoardTest::payBlock)
            .value(HeldField.DESCRIPTION, "content")
            .value(HeldField.TAGS, "departments.name")
            .value(PostingDetail.DEPARTMENT, "departments.name")
            .value(PostingDetail.LANGUAGE, "language")
            .value(PostingDetail.REQUISITION, "requisition_id"));
  }

  /** The names of the departments stand above the rows. */
  private static Held heldByDepartment(String recorded) {
    return Held.json(recorded, "departments.jobs")
        .value(HeldField.TITLE, "title")
        .always(HeldField.COMPANY, "acme")
        .some(HeldField.TAGS, row -> "above the row")
        .some(PostingDetail.DEPARTMENT, row -> "above the row");
  }

  private static String payBlock(HeldRow row) {
    return row.text("content").contains("pay-range") ? "stated" : "";
  }

  @Test
  void aListByDepartmentsIsReadWithoutAddresses() throws InterruptedException {
    serve(
        RecordedAnswer.json(
            """
            {"departments": [
              {"id": 1, "name": "Gärtnerei", "jobs": [{"id": 7, "title": "Gardener"}]},
              {"id": 2, "name": "Empty", "jobs": []},
              {"id": 0, "name": "No Department", "jobs": [{"id": "8", "title": "Keeper"}]}]}"""));

    List<Posting> postings = search(query(10)).postings();

    assertThat(postings)
        .extracting(Posting::title, Posting::url, Posting::tags)
        .containsExactly(
            tuple(
                "Gardener",
                URI.create("https://job-boards.greenhouse.io/acme/jobs/7"),
                List.of("Gärtnerei")),
            tuple("Keeper", URI.create("https://job-boards.greenhouse.io/acme/jobs/8"), List.of()));
  }

  @Test
  void aFullPostingKeepsAllItsParts() throws InterruptedException {
    Posting posting = only(FULL);

    assertThat(posting.nativeId()).isEqualTo("4077001");
    assertThat(posting.title()).isEqualTo("Backend Engineer, Billing");
    assertThat(posting.company()).contains("Acme GmbH");
    assertThat(posting.remote()).contains(RemoteMode.REMOTE);
    assertThat(posting.places())
        .containsExactly(
            new Place("Remote, Germany", Optional.empty(), Optional.empty(), Optional.of("DE")));
    assertThat(posting.posted()).contains(LocalDate.of(2026, 10, 2));
    assertThat(posting.closes()).contains(Instant.parse("2027-01-01T00:00:00Z"));
    assertThat(posting.employmentTypes())
        .isEqualTo(Set.of(EmploymentType.FULL_TIME, EmploymentType.CONTRACT));
    assertThat(posting.tags()).containsExactly("Payments");
    assertThat(posting.details())
        .containsEntry(PostingDetail.DEPARTMENT, "Payments")
        .containsEntry(PostingDetail.LANGUAGE, "de")
        .containsEntry(PostingDetail.REQUISITION, "R-17");
    assertThat(posting.salary()).isEmpty();
  }

  @Test
  void theDescriptionIsDecodedOnce() throws InterruptedException {
    assertThat(only(FULL).description()).contains("<p>R&amp;D &mdash; it's \"fun\"</p>");
  }

  @Test
  void htmlThatWasNotEscapedStaysAsItIs() throws InterruptedException {
    Posting posting = only(withContent("<p>a &lt; b</p>"));

    assertThat(posting.description()).contains("<p>a &lt; b</p>");
  }

  @Test
  void aPostingWithIdTitleAndAddressIsEnough() throws InterruptedException {
    Posting posting = only(row(1));

    assertThat(posting.company()).as("the employer as the query names it").contains("acme");
    assertThat(posting.remote()).isEmpty();
    assertThat(posting.posted()).isEmpty();
    assertThat(posting.salary()).isEmpty();
    assertThat(posting.description()).isEmpty();
  }

  @Test
  void aWorkModelInPlaceOfAPlaceLeavesThePlaceToTheOffices() throws InterruptedException {
    Posting posting =
        only(
            row(1)
                .replace(
                    "{\"name\": \"Zürich\"}",
                    "{\"name\": \"Hybrid\"}, \"offices\": [{\"name\": \"HQ\", \"location\": \"Paris, France\"}, {\"name\": \"Remote\"}]"));

    assertThat(posting.remote()).contains(RemoteMode.HYBRID);
    assertThat(posting.places().stream().map(Place::text)).containsExactly("Paris, France");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"Zürich, Switzerland | CH", "Zürichberg, Austria |", "United States |"})
  void anOfficeOfTheSameNameTellsTheCountry(String office, String country)
      throws InterruptedException {
    Posting posting =
        only("{\"offices\": [{\"name\": \"%s\"}],".formatted(office) + row(1).substring(1));

    assertThat(posting.places().getFirst().country()).isEqualTo(Optional.ofNullable(country));
  }

  @Test
  void thePayBlockInTheDescriptionIsRead() throws InterruptedException {
    Posting posting =
        only(
            withContent(
                "&lt;div class=&quot;title&quot;&gt;Hourly rate&lt;/div&gt;&lt;div class=&quot;pay-range&quot;&gt;&lt;span&gt;$40.50&lt;/span&gt;&lt;span class=&quot;divider&quot;&gt;&amp;mdash;&lt;/span&gt;&lt;span&gt;$1,061 CAD&lt;/span&gt;&lt;/div&gt;"));

    Salary salary = posting.salary().orElseThrow();
    assertThat(salary.min().orElseThrow()).isEqualByComparingTo("40.50");
    assertThat(salary.max().orElseThrow()).isEqualByComparingTo("1061");
    assertThat(salary.currency().getCurrencyCode()).isEqualTo("CAD");
    assertThat(salary.period()).isEqualTo(PayPeriod.HOUR);
    assertThat(salary.origin()).isEqualTo(Salary.Origin.DESCRIPTION);
  }

  @Test
  void aPayBlockWithoutACurrencyCodeGoesByItsSign() throws InterruptedException {
    Posting posting =
        only(
            withContent(
                "<div class=\\\"pay-range\\\"><span>£55,000</span><span class=\\\"divider\\\">&mdash;</span><span>£65,000</span></div>"));

    Salary salary = posting.salary().orElseThrow();
    assertThat(salary.currency().getCurrencyCode()).isEqualTo("GBP");
    assertThat(salary.max().orElseThrow()).isEqualByComparingTo("65000");
    assertThat(salary.period()).isEqualTo(PayPeriod.YEAR);
  }

  @Test
  void anEmployerThatIsNotKnownIsAskedForOnce() throws InterruptedException {
    search(query(10));

    assertThat(server().requests()).hasSize(1);
  }

  @Test
  void titlesFitAsTheyDoForFeeds() throws InterruptedException {
    serveRows(
        titled(1, "Senior Back-End Developer (m/w/d)"),
        titled(2, "Engineers, Backend"),
        titled(3, "Chef"));

    var searched = search(query(10).withTitles(List.of("backend engineer", "c++ developer")));

    assertThat(searched.ids()).containsExactly("4000001", "4000002");
  }

  @Test
  void aLargeEmployerLeavesRoomForOthers() throws InterruptedException {
    server()
        .answer(
            "/v1/boards/large/jobs",
            RecordedAnswer.json(answer(List.of(row(1), row(2), row(3), row(4)))));
    server().answer("/v1/boards/small/jobs", RecordedAnswer.json(answer(List.of(row(5)))));

    var searched =
        search(query(4).withEmployers(List.of(Employer.of("large"), Employer.of("small"))));

    assertThat(searched.ids()).containsExactly("4000001", "4000002", "4000005", "4000003");
  }

  @Test
  void aPastedPostingIsReadWithItsPay() throws Exception {
    server()
        .answer(
            "/v1/boards/acme/jobs/4000007",
            RecordedAnswer.json(
                row(7)
                    .replaceFirst(
                        "\\{",
                        "{\"pay_input_ranges\": [{\"min_cents\": 8000050, \"max_cents\": 9900000, \"currency_type\": \"EUR\", \"title\": \"Annual salary\"}],")));

    Posting posting =
        board()
            .fetch(URI.create("https://boards.greenhouse.io/acme/jobs/4000007?t=x#app"), context())
            .orElseThrow();

    Salary salary = posting.salary().orElseThrow();
    assertThat(salary.min().orElseThrow()).isEqualByComparingTo("80000.50");
    assertThat(salary.period()).isEqualTo(PayPeriod.YEAR);
    assertThat(salary.origin()).isEqualTo(Salary.Origin.STATED);
    assertThat(server().requests().getFirst().query("pay_transparency")).contains("true");
  }

  @Test
  void aPastedPostingThatIsGoneSaysSo() {
    var gone =
        catchThrowableOfType(
            ExtensionException.class,
            () -> board().fetch(URI.create("https://boards.greenhouse.io/acme/jobs/9"), context()));

    assertThat(gone.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(gone).hasMessageContaining("\"9\"");
  }

  @ParameterizedTest
  @CsvSource({
    "https://boards.greenhouse.io/acme, acme",
    "https://job-boards.eu.greenhouse.io/acme/jobs/12?gh_src=1, acme",
    "https://Job-Boards.Greenhouse.io/acme/, acme",
    "https://boards.greenhouse.io/embed/job_app?token=12&for=acme, acme",
    "https://boards-api.greenhouse.io/v1/boards/acme/jobs/12, acme",
    "https://boards.greenhouse.io/, ",
    "https://boards.greenhouse.io.evil.example/acme, ",
    "https://boards.greenhouse.io/..%2f..%2fadmin, ",
  })
  void anEmployerIsRecognisedByItsPage(URI address, String slug) {
    assertThat(board().employer(address).map(Employer::slug)).isEqualTo(Optional.ofNullable(slug));
  }

  private Posting only(String row) throws InterruptedException {
    serveRows(row);
    var searched = search(query(10));
    assertThat(searched.failure()).isEmpty();
    assertThat(searched.skipped()).isEmpty();
    return searched.postings().getFirst();
  }

  private String withContent(String content) {
    return "{\"content\": \"%s\",".formatted(content) + row(1).substring(1);
  }

  private String titled(int number, String title) {
    return row(number).replaceFirst("\"Engineer [^\"]*\"", "\"%s\"".formatted(title));
  }
}
