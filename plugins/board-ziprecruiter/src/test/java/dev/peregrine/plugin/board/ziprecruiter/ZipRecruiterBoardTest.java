package dev.peregrine.plugin.board.ziprecruiter;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.peregrine.testkit.Searched;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ZipRecruiterBoardTest extends JobBoardContract {

  private static final String SEARCH = "/jobs-search";

  @Override
  protected JobBoard board() {
    return new ZipRecruiterBoard();
  }

  @Override
  protected String path() {
    return SEARCH;
  }

  @Override
  protected String contentType() {
    return "text/html; charset=utf-8";
  }

  @Override
  protected void prepare(RecordedServer ready) {
    IntStream.range(0, 10)
        .forEach(
            number ->
                ready.answer(
                    "/c/Wiese/Job/" + number,
                    page(
                        """
                        {"getJobDetailsResponse": {"jobDetails":
                          {"htmlFullDescription": "<p>Water the racks.</p>"}}}""")));
  }

  @Override
  protected String row(int number) {
    return """
        {"listingKey": "key-%1$d", "title": "Gärtner %1$d", "company": {"name": "Grüne Wiese"},
         "location": {"city": "Remote", "stateCode": "TX", "countryCode": "US"},
         "employmentTypes": [{"name": "EMPLOYMENT_TYPE_NAME_FULL_TIME"}, {"name": "contract"}],
         "status": {"postedAtUtc": "2026-11-20T08:09:10Z"},
         "pay": {"min": 24.5, "max": 31, "interval": "PAY_INTERVAL_HOUR"},
         "shortDescription": "Water...",
         "rawCanonicalZipJobPageUrl": "https://www.ziprecruiter.com/c/Wiese/Job/%1$d",
         "applyButtonConfig": {"externalApplyUrl": "https://wiese.example/jobs/%1$d"}}"""
        .formatted(number);
  }

  /** The rows stand as JSON in a script. */
  @Override
  protected List<String> brokenRows() {
    return List.of("{}", "null", "17", "{\"listingKey\": \"x\", \"title\": []}");
  }

  @Override
  protected String answer(List<String> rows) {
    return inPage(
        """
        {"props": {"data": [{"hydrateJobCardsResponse": {"page": 1, "maxPages": 3,
          "jobCards": [%s]}}]}}"""
            .formatted(String.join(",", rows)));
  }

  /** ZipRecruiter is for two countries. */
  @Override
  protected BoardQuery narrowed(BoardQuery query, BoardFilter filter) {
    return filter == BoardFilter.LOCATION
        ? query.withLocations(List.of("Austin, TX"))
        : super.narrowed(query, filter);
  }

  @Test
  void aCardBecomesAPosting() throws InterruptedException {
    serveRows(row(7));

    Posting posting = search(query(10)).postings().getFirst();

    assertThat(posting.nativeId()).isEqualTo("key-7");
    assertThat(posting.title()).isEqualTo("Gärtner 7");
    assertThat(posting.company()).contains("Grüne Wiese");
    assertThat(posting.url()).hasToString("https://www.ziprecruiter.com/c/Wiese/Job/7");
    assertThat(posting.applyUrl()).contains(URI.create("https://wiese.example/jobs/7"));
    assertThat(posting.places())
        .containsExactly(
            new Place("TX, US", Optional.empty(), Optional.of("TX"), Optional.of("US")));
    assertThat(posting.remote()).contains(RemoteMode.REMOTE);
    assertThat(posting.posted()).contains(LocalDate.of(2026, 11, 20));
    assertThat(posting.employmentTypes())
        .containsExactly(EmploymentType.FULL_TIME, EmploymentType.CONTRACT);
    assertThat(posting.salary()).contains(salary("24.5", "31", "USD", PayPeriod.HOUR));
    assertThat(posting.description()).contains("<p>Water the racks.</p>");
  }

  @Test
  void aCardNeedsOnlyKeyAndTitle() throws InterruptedException {
    serveRows(
        """
        {"listingKey": "k 1", "title": "Keeper", "company": null, "pay": {"min": 5},
         "location": {"city": "Toronto", "countryCode": "CA"}}""");

    assertThat(search(query(10).withFullDescriptions(false)).postings())
        .containsExactly(
            Posting.of(
                    "k 1",
                    "Keeper",
                    URI.create("https://www.ziprecruiter.com/jobs-search?lk=k%201"))
                .withPlaces(
                    List.of(
                        new Place(
                            "Toronto, CA",
                            Optional.of("Toronto"),
                            Optional.empty(),
                            Optional.of("CA")))));
  }

  @ParameterizedTest
  @CsvSource({
    "PAY_INTERVAL_YEAR, YEAR",
    "PAY_INTERVAL_MONTH, MONTH",
    "weekly, WEEK",
    "2, DAY",
    "1, HOUR"
  })
  void everyNameOfAPayIntervalIsRead(String name, PayPeriod period) throws InterruptedException {
    serveRows(row(1).replace("PAY_INTERVAL_HOUR", name));

    assertThat(search(query(10)).postings().getFirst().salary())
        .contains(salary("24.5", "31", "USD", period));
  }

  @Test
  void withoutFullDescriptionsNoDetailIsAskedFor() throws InterruptedException {
    serveRows(row(0));

    Searched searched = search(query(10).withFullDescriptions(false));

    assertThat(searched.postings().getFirst().description()).contains("Water...");
    assertThat(server().requests()).extracting(RecordedRequest::path).containsOnly(SEARCH);
  }

  @Test
  void aDetailThatFailsCostsOnlyItsDescription() throws InterruptedException {
    server().answer("/c/Wiese/Job/1", RecordedAnswer.status(500));
    serveRows(row(0), row(1), row(2));

    Searched searched = search(query(10));

    assertThat(searched.postings()).hasSize(3);
    assertThat(searched.postings().get(1).description()).contains("Water...");
    assertThat(searched.skipped())
        .singleElement()
        .satisfies(
            skipped -> assertThat(skipped.what()).isEqualTo("description of posting \"key-1\""));
  }

  @Test
  void pagesEndWithTheLastOne() throws InterruptedException {
    server()
        .answer(
            SEARCH,
            asked -> {
              String page = asked.query("page").orElseThrow();
              String list = answer(List.of(row(Integer.parseInt(page))));
              return RecordedAnswer.html(list.replace("\"page\": 1", "\"page\": " + page));
            });

    assertThat(search(query(10).withFullDescriptions(false)).ids())
        .containsExactly("key-1", "key-2", "key-3");
  }

  @Test
  void filtersAreSentInZipRecruitersWords() throws InterruptedException {
    serveRows();

    search(
        BoardQuery.all(10)
            .withTitles(List.of("C++ developer"))
            .withLocations(List.of("Austin, TX"))
            .withDistanceKm(OptionalInt.of(40))
            .withMaxAge(Optional.of(Duration.ofHours(36)))
            .withRemote(Set.of(RemoteMode.REMOTE)));

    RecordedRequest asked = server().requests().getFirst();
    assertThat(asked.query("search")).contains("C++ developer");
    assertThat(asked.query("location")).contains("Austin, TX");
    assertThat(asked.query("radius")).contains("25");
    assertThat(asked.query("days_ago")).contains("2");
    assertThat(asked.query("remote")).contains("1");
  }

  @Test
  void whatIsTooOldAllTheSameIsLeftOut() throws InterruptedException {
    serveRows(row(0), row(1).replace("2026-11-20", "2026-11-01"));

    assertThat(search(query(10).withMaxAge(Optional.of(Duration.ofDays(7)))).ids())
        .containsExactly("key-0");
  }

  @Test
  void anotherCountryIsSaidAndNotSearched() throws InterruptedException {
    Searched searched = search(query(10).withCountry(Optional.of("DE")));

    assertThat(searched.skipped())
        .singleElement()
        .satisfies(skipped -> assertThat(skipped.why().kind()).isEqualTo(Kind.UNSUPPORTED));
    assertThat(server().requests()).isEmpty();
  }

  @Test
  void aWallIsARefusal() throws InterruptedException {
    serve(
        RecordedAnswer.html(
            "<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>"));

    assertThat(search(query(10)).failure().orElseThrow().kind()).isEqualTo(Kind.REFUSED);
  }

  @Test
  void theInterfaceForPublishersIsReadToo() throws InterruptedException {
    serve(
        RecordedAnswer.json(
            """
            {"success": true, "total_jobs": 1, "num_paginable_jobs": 1, "jobs": [
              {"id": "9f1", "name": "Gärtner", "snippet": "Water <b>racks</b>",
               "category": "Gardening", "posted_time": "2026-11-20T08:09:10Z",
               "url": "https://www.ziprecruiter.com/jobs/wiese-1/gaertner-2", "city": "Austin",
               "state": "TX", "country": "US", "salary_source": "parsed",
               "salary_interval": "yearly", "salary_min": 54000, "salary_max": 66000,
               "industry_name": "Parks",
               "hiring_company": {"id": "1", "name": "Wiese", "url": "https://wiese.example"}}]}"""));

    Posting posting = search(query(10)).postings().getFirst();

    assertThat(posting.nativeId()).isEqualTo("9f1");
    assertThat(posting.title()).isEqualTo("Gärtner");
    assertThat(posting.company()).contains("Wiese");
    assertThat(posting.places()).extracting(Place::text).containsExactly("Austin, TX, US");
    assertThat(posting.posted()).contains(LocalDate.of(2026, 11, 20));
    assertThat(posting.description()).contains("Water <b>racks</b>");
    assertThat(posting.salary()).contains(salary("54000", "66000", "USD", PayPeriod.YEAR));
    assertThat(posting.details())
        .containsEntry(PostingDetail.COMPANY_SITE, "https://wiese.example")
        .containsEntry(PostingDetail.INDUSTRY, "Parks")
        .containsEntry(PostingDetail.FUNCTION, "Gardening");
  }

  @Test
  void onePostingIsReadByItsAddress() throws ExtensionException, InterruptedException {
    URI address = URI.create("https://www.ziprecruiter.com/c/Wiese/Job/Gaertner?jid=1");
    server()
        .answer(
            "/c/Wiese/Job/Gaertner",
            page(
                """
                {"getJobDetailsResponse": {"jobDetails": {"listingKey": "k", "title": "Gärtner",
                  "company": {"name": "Wiese"}, "htmlFullDescription": "<p>Water.</p>"}}}"""));

    Posting posting = board().fetch(address, context()).orElseThrow();

    assertThat(posting.nativeId()).isEqualTo("k");
    assertThat(posting.company()).contains("Wiese");
    assertThat(posting.url()).isEqualTo(address);
    assertThat(posting.description()).contains("<p>Water.</p>");
  }

  private static RecordedAnswer page(String data) {
    return RecordedAnswer.html(inPage(data));
  }

  private static String inPage(String data) {
    return """
        <!DOCTYPE html><html><head><title>Jobs</title></head><body>
        <script type="application/json">%s</script></body></html>"""
        .formatted(data);
  }

  private static Salary salary(String min, String max, String currency, PayPeriod period) {
    return Salary.of(
            Optional.of(new BigDecimal(min)), Optional.of(new BigDecimal(max)), currency, period)
        .orElseThrow();
  }
}
