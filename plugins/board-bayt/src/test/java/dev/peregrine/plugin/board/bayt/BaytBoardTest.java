package dev.peregrine.plugin.board.bayt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import dev.peregrine.api.board.BoardFilter;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.testkit.JobBoardContract;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedRequest;
import dev.peregrine.testkit.RecordedServer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BaytBoardTest extends JobBoardContract {

  private static final long DAY = Instant.parse("2026-11-20T10:00:00Z").getEpochSecond();
  private static final String PAGE = "/en/uae/jobs/date-grower-0-7000000/";

  @Override
  protected JobBoard board() {
    return new BaytBoard();
  }

  @Override
  protected String path() {
    return "/en/international/jobs/jobs/";
  }

  @Override
  protected void prepare(RecordedServer ready) {
    RecordedAnswer nothing = RecordedAnswer.html(answer(List.of()));
    ready.answer("/en/international/jobs/unicorn-keeper-jobs/", nothing);
    ready.answer("/en/iceland/jobs/jobs-in-reykjavik/", nothing);
  }

  @Override
  protected String contentType() {
    return "text/html; charset=utf-8";
  }

  @Override
  protected String row(int number) {
    return """
        <li data-js-job class="has-pointer-d" data-job-id="700%1$04d">
          <img class="jb-logo" src="/logos/17.png">
          <h2><a data-js-aid="jobID" href="/en/uae/jobs/date-grower-%1$d-700%1$04d/">Date grower – %1$d</a></h2>
          <div class="job-company-location-wrapper"><a href="/en/company/palms-17/">Pälms</a></div>
          <div class="jb-descr">Summary: Grow dates.</div>
          <dl><dt class="jb-label-location"><span>Marina</span>, <span>Dubai</span>, <span>United Arab Emirates</span></dt>
          <dt class="jb-label-careerlevel">Management · 3-7 Years of Experience</dt>
          <dt class="jb-label-salary">$2,000 - $3,000</dt>
          <dt class="jb-label-remote">Hybrid</dt></dl>
          <span data-automation-jobactivedate="%2$d">2 days ago</span>
        </li>"""
        .formatted(number, DAY);
  }

  @Override
  protected String answer(List<String> rows) {
    return """
        <!DOCTYPE html><html><head><title>Jobs | Bayt.com</title></head><body>
        <h1>%d jobs found</h1><ul>%s</ul></body></html>"""
        .formatted(rows.size(), String.join("\n", rows));
  }

  @Override
  protected List<String> brokenRows() {
    return List.of(
        "<li data-js-job></li>", "<li data-js-job data-job-id=\"1\"><h2><a>x</a></h2></li>");
  }

  @Override
  protected BoardQuery narrowed(BoardQuery query, BoardFilter filter) {
    return filter == BoardFilter.EMPLOYMENT_TYPE
        ? query.withEmploymentTypes(Set.of(EmploymentType.CONTRACT))
        : super.narrowed(query, filter);
  }

  @Test
  void aCardBecomesAPosting() throws InterruptedException {
    Posting posting = only(row(0));

    assertThat(posting.nativeId()).isEqualTo("7000000");
    assertThat(posting.title()).isEqualTo("Date grower – 0");
    assertThat(posting.url()).hasToString("https://www.bayt.com" + PAGE);
    assertThat(posting.company()).contains("Pälms");
    assertThat(posting.places())
        .containsExactly(
            new Place(
                "Marina, Dubai, United Arab Emirates",
                Optional.of("Dubai"),
                Optional.empty(),
                Optional.of("AE")));
    assertThat(posting.remote()).contains(RemoteMode.HYBRID);
    assertThat(posting.posted()).contains(LocalDate.of(2026, 11, 20));
    assertThat(posting.salary()).map(Salary::period).contains(PayPeriod.MONTH);
    assertThat(posting.salary().orElseThrow().max().orElseThrow()).isEqualByComparingTo("3000");
    assertThat(posting.description()).contains("Grow dates.");
    assertThat(posting.details())
        .containsEntry(PostingDetail.LEVEL, "Management")
        .containsEntry(PostingDetail.EXPERIENCE, "3-7 Years of Experience")
        .containsEntry(PostingDetail.COMPANY_PAGE, "https://www.bayt.com/en/company/palms-17/")
        .containsEntry(PostingDetail.COMPANY_LOGO, "https://www.bayt.com/logos/17.png");
  }

  @Test
  void aCardOfTheOlderShapeIsRead() throws InterruptedException {
    Posting posting =
        only(
            """
            <li data-js-job data-job-id="5"><h2><a href="/en/egypt/jobs/cook-5/">Cook</a></h2>
            <div class="t-nowrap"><span>Köshk</span></div>
            <div class="t-mute t-small">Cairo, Egypt</div>
            <dt class="jb-label-careerlevel">Mid Career</dt></li>""");

    assertThat(posting.company()).contains("Köshk");
    assertThat(posting.places()).extracting(Place::country).containsExactly(Optional.of("EG"));
    assertThat(posting.salary()).isEmpty();
    assertThat(posting.remote()).isEmpty();
    assertThat(posting.details()).containsOnly(entry(PostingDetail.LEVEL, "Mid Career"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Confidential", "2,000 - 3,000", ""})
  void payWithoutACurrencyIsNone(String text) throws InterruptedException {
    assertThat(only(row(0).replace("$2,000 - $3,000", text)).salary()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Dubai, United Arab Emirates||/en/uae/jobs/cook-jobs-in-dubai/",
        "Saudi Arabia||/en/saudi-arabia/jobs/cook-jobs/",
        "Cairo|EG|/en/egypt/jobs/cook-jobs-in-cairo/",
        "Cairo||/en/international/jobs/cook-jobs-in-cairo/"
      })
  void titleAndPlaceStandInThePath(String place, String country, String path)
      throws InterruptedException {
    server().answer(path, RecordedAnswer.html(answer(List.of(row(0)))));

    BoardQuery query =
        query(10)
            .withTitles(List.of("Cook"))
            .withLocations(List.of(place))
            .withCountry(Optional.ofNullable(country))
            .withFullDescriptions(false);

    assertThat(search(query).postings()).hasSize(1);
  }

  @Test
  void theFiltersAreAsked() throws InterruptedException {
    serveRows(row(0));

    search(
        query(10)
            .withMaxAge(Optional.of(Duration.ofDays(3)))
            .withRemote(Set.of(RemoteMode.HYBRID))
            .withEmploymentTypes(Set.of(EmploymentType.PART_TIME))
            .withFullDescriptions(false));

    RecordedRequest asked = server().requests().getFirst();
    assertThat(asked.query("filters[jb_last_modification_date_interval][]")).contains("2");
    assertThat(asked.query("filters[remote_working_type][]")).contains("2");
    assertThat(asked.query("filters[jb_employment_type][]")).contains("5");
  }

  @Test
  void pagesAreReadUntilOneIsShort() throws InterruptedException {
    server()
        .answer(
            path(),
            request -> {
              int page = Integer.parseInt(request.query("page").orElseThrow());
              return RecordedAnswer.html(
                  answer(
                      IntStream.range((page - 1) * 30, Math.min(page * 30, 70))
                          .mapToObj(this::row)
                          .toList()));
            });

    assertThat(search(query(100).withFullDescriptions(false)).postings()).hasSize(70);
  }

  @Test
  void nothingFoundIsNoChange() throws InterruptedException {
    serveRows();

    assertThat(search(query(10)).failure()).isEmpty();
  }

  @Test
  void aChallengeIsAWall() throws InterruptedException {
    serve(RecordedAnswer.html("<html><head><title>Just a moment...</title></head></html>"));

    assertThat(search(query(10)).failure()).map(ExtensionException::kind).contains(Kind.REFUSED);
  }

  @Test
  void thePageOfAPostingCompletesIt() throws InterruptedException {
    server().answer(PAGE, RecordedAnswer.html(page()));
    serveRows(row(0), row(1));

    Posting posting = search(query(10)).postings().getFirst();

    assertThat(posting.description().orElseThrow()).contains("All of it.");
    assertThat(posting.employmentTypes()).as("the page's default").isEmpty();
    assertThat(posting.remote()).contains(RemoteMode.HYBRID);
    assertThat(posting.details()).containsEntry(PostingDetail.INDUSTRY, "Farming");
  }

  @Test
  void aPastedAddressIsRead() throws Exception {
    server().answer(PAGE, RecordedAnswer.html(page()));

    Posting posting =
        board().fetch(URI.create("https://www.bayt.com" + PAGE), context()).orElseThrow();

    assertThat(posting.nativeId()).isEqualTo("7000000");
    assertThat(posting.title()).isEqualTo("Date grower");
    assertThat(posting.company()).contains("Pälms");
    assertThat(posting.remote()).isEmpty();
  }

  @Test
  void aPageWithoutAPostingIsUnavailable() {
    assertThatThrownBy(() -> board().fetch(URI.create("https://www.bayt.com" + PAGE), context()))
        .isInstanceOfSatisfying(
            ExtensionException.class, gone -> assertThat(gone.kind()).isEqualTo(Kind.UNAVAILABLE));
  }

  private static String page() {
    return """
        <html><head><script type="application/ld+json">
        {"@context": "https://schema.org", "@type": "JobPosting", "title": "Date grower",
         "description": "<p>All of it.</p>", "employmentType": "FULL_TIME",
         "jobLocationType": "TELECOMMUTE", "industry": "Farming", "datePosted": "2026-11-19",
         "hiringOrganization": {"@type": "Organization", "name": "Pälms"}}
        </script></head><body></body></html>""";
  }

  private Posting only(String row) throws InterruptedException {
    serveRows(row);
    return search(query(10).withFullDescriptions(false)).postings().getFirst();
  }
}
