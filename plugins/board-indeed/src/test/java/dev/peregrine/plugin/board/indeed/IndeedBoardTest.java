package dev.peregrine.plugin.board.indeed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.peregrine.testkit.Searched;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

final class IndeedBoardTest extends JobBoardContract {

  private static final URI VIEWED = URI.create("https://de.indeed.com/viewjob?jk=00000000000000aa");

  @Override
  protected JobBoard board() {
    return new IndeedBoard();
  }

  @Override
  protected String path() {
    return "/graphql";
  }

  @Override
  protected String row(int number) {
    return row(
        number,
        """
        {"currencyCode": "EUR", "baseSalary": {"unitOfWork": "YEAR",
          "range": {"min": 54000, "max": 66000.5}}, "estimated": null}""");
  }

  private static String row(int number, String compensation) {
    return """
        {"job": {"key": "%1$s", "title": "Gärtner %2$d", "datePublished": 1795046400000,
          "dateOnIndeed": 1795132800000, "description": {"html": "<p>Water the racks.</p>"},
          "location": {"countryName": "Deutschland", "countryCode": "DE", "admin1Code": "BE",
            "city": "Berlin", "formatted": {"short": "Berlin", "long": "10115 Berlin"}},
          "compensation": %3$s,
          "attributes": [{"key": "CF3CP", "label": "Full-time"}, {"key": "5QWDV", "label": ""},
            {"key": "DSQF7", "label": "Remote"}, {"key": "WSBNK", "label": "Java"}],
          "employer": {"name": "Grüne Wiese", "relativeCompanyPageUrl": "/cmp/Wiese",
            "dossier": {"employerDetails": {"addresses": ["Am Anger 1", "Am Anger 2"],
                "briefDescription": "We garden.", "employeesLocalizedLabel": "51 to 200",
                "industry": "Iv1_AGRICULTURE", "revenueLocalizedLabel": "over $1M"},
              "images": {"squareLogoUrl": "https://logo.example/1"},
              "links": {"corporateWebsite": "https://wiese.example"}}},
          "recruit": {"viewJobUrl": "https://wiese.example/jobs/%2$d", "detailedSalary": null,
            "workSchedule": "Monday to Friday"}}}"""
        .formatted(key(number), number, compensation);
  }

  @Override
  protected String answer(List<String> rows) {
    return """
        {"data": {"jobSearch": {"pageInfo": {"nextCursor": null}, "results": [%s]}}}"""
        .formatted(String.join(",", rows));
  }

  /** Indeed has no site in Iceland. */
  @Override
  protected BoardQuery narrowed(BoardQuery query, BoardFilter filter) {
    return filter == BoardFilter.LOCATION
        ? query.withLocations(List.of("Bern")).withCountry(Optional.of("CH"))
        : super.narrowed(query, filter);
  }

  @Override
  protected OptionalInt rowsIn(String recorded) {
    return OptionalInt.of(
        new JsonMapper()
            .readTree(recorded)
            .at("/metaData/mosaicProviderJobCardsModel/results")
            .size());
  }

  @Test
  void aRowBecomesAPosting() throws InterruptedException {
    Posting posting = only(row(7));

    assertThat(posting.nativeId()).isEqualTo(key(7));
    assertThat(posting.title()).isEqualTo("Gärtner 7");
    assertThat(posting.company()).contains("Grüne Wiese");
    assertThat(posting.url()).hasToString("https://www.indeed.com/viewjob?jk=" + key(7));
    assertThat(posting.applyUrl()).contains(URI.create("https://wiese.example/jobs/7"));
    assertThat(posting.places())
        .containsExactly(
            new Place("10115 Berlin", Optional.of("Berlin"), Optional.of("BE"), Optional.of("DE")));
    assertThat(posting.remote()).contains(RemoteMode.REMOTE);
    assertThat(posting.posted()).contains(LocalDate.of(2026, 11, 19));
    assertThat(posting.employmentTypes())
        .containsExactlyInAnyOrder(EmploymentType.FULL_TIME, EmploymentType.PERMANENT);
    assertThat(posting.description()).contains("<p>Water the racks.</p>");
    assertThat(posting.tags()).containsExactly("Java", "Monday to Friday");
    assertThat(posting.details())
        .containsEntry(PostingDetail.COMPANY_PAGE, "https://www.indeed.com/cmp/Wiese")
        .containsEntry(PostingDetail.COMPANY_SITE, "https://wiese.example")
        .containsEntry(PostingDetail.COMPANY_LOGO, "https://logo.example/1")
        .containsEntry(PostingDetail.INDUSTRY, "AGRICULTURE")
        .containsEntry(PostingDetail.COMPANY_SIZE, "51 to 200")
        .containsEntry(PostingDetail.COMPANY_REVENUE, "over $1M")
        .containsEntry(PostingDetail.COMPANY_ABOUT, "We garden.")
        .containsEntry(PostingDetail.COMPANY_ADDRESS, "Am Anger 1; Am Anger 2");
    assertThat(posting.salary()).contains(salary("54000", "66000.5", Salary.Origin.STATED));
  }

  @Test
  void aRowNeedsOnlyKeyAndTitle() throws InterruptedException {
    Posting posting =
        only("{\"job\": {\"key\": \"k\", \"title\": \"Keeper\", \"employer\": null}}");

    assertThat(posting).isEqualTo(Posting.of("k", "Keeper", posting.url()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"min\": 54000} | 54000 |",
        "{\"max\": 66000} | | 66000",
        "{\"value\": 60000} | 60000 | 60000"
      })
  void everyKindOfRangeIsRead(String range, String min, String max) throws InterruptedException {
    String pay =
        "{\"currencyCode\": \"EUR\", \"baseSalary\": {\"unitOfWork\": \"YEAR\", \"range\": %s}}"
            .formatted(range);

    Salary salary = only(row(1, pay)).salary().orElseThrow();

    assertThat(salary.min().map(Object::toString)).isEqualTo(Optional.ofNullable(min));
    assertThat(salary.max().map(Object::toString)).isEqualTo(Optional.ofNullable(max));
  }

  @Test
  void whatIndeedEstimatesIsSaidToBeAnEstimate() throws InterruptedException {
    String estimate =
        """
        {"currencyCode": null, "baseSalary": null, "estimated": {"currencyCode": "EUR",
          "baseSalary": {"unitOfWork": "YEAR", "range": {"min": 54000, "max": 66000.5}}}}""";

    assertThat(only(row(1, estimate)).salary())
        .contains(salary("54000", "66000.5", Salary.Origin.ESTIMATED));
  }

  @Test
  void payWithoutCurrencyOrPeriodIsNone() throws InterruptedException {
    assertThat(
            only(row(1, "{\"baseSalary\": {\"unitOfWork\": \"YEAR\", \"range\": {\"min\": 5}}}"))
                .salary())
        .isEmpty();
    assertThat(
            only(row(2, "{\"currencyCode\": \"EUR\", \"baseSalary\": {\"range\": {\"min\": 5}}}"))
                .salary())
        .isEmpty();
  }

  @Test
  void hybridIsNotRemote() throws InterruptedException {
    Posting posting = only(row(1).replace("WSBNK", "PAXZC").replace("\"Java\"", "\"Hybrid work\""));

    assertThat(posting.remote()).contains(RemoteMode.HYBRID);
    assertThat(posting.tags()).containsExactly("Monday to Friday");
  }

  @Test
  void pagesFollowTheCursor() throws InterruptedException {
    server()
        .answer(
            "/graphql",
            asked -> {
              boolean second = asked.body().contains("cursor: \\\"abc\\\"");
              String page = answer(List.of(row(second ? 2 : 1)));
              return RecordedAnswer.json(
                  second ? page : page.replace("null}, \"res", "\"abc\"}, \"res"));
            });

    assertThat(search(query(10)).ids()).containsExactly(key(1), key(2));
    assertThat(server().requests()).hasSize(2);
  }

  @Test
  void theQueryIsWrittenInIndeedsWords() throws InterruptedException {
    serve(RecordedAnswer.json(answer(List.of())));

    search(
        BoardQuery.all(10)
            .withTitles(List.of("\"quoted\" \\ Köch"))
            .withLocations(List.of("Wien"))
            .withCountry(Optional.of("AT"))
            .withDistanceKm(OptionalInt.of(16))
            .withEmploymentTypes(Set.of(EmploymentType.INTERNSHIP))
            .withRemote(Set.of(RemoteMode.HYBRID)));

    RecordedRequest asked = server().requests().getFirst();
    assertThat(asked.headers())
        .containsEntry("indeed-co", "AT")
        .containsKey("indeed-api-key")
        .containsKey("indeed-app-info");
    assertThat(new JsonMapper().readTree(asked.body()).get("query").asString())
        .contains(
            "what: \"\\\"quoted\\\" \\\\ Köch\"",
            "where: \"Wien\", radius: 10, radiusUnit: MILES",
            "composite: { filters: ["
                + "{ keyword: { field: \"attributes\", keys: [\"VDTG7\"] } }, "
                + "{ keyword: { field: \"attributes\", keys: [\"PAXZC\"] } }] }");
  }

  @Test
  void ofFiltersThatExcludeEachOtherTheRestIsAppliedHere() throws InterruptedException {
    serveRows(
        row(0),
        row(1).replace("DSQF7", "PAXZC"),
        row(2).replace("\"key\": \"CF3CP\", \"label\": \"Full-time\"", "\"key\": \"VDTG7\""),
        row(3).replace("1795046400000", "1790000000000"));

    Searched searched =
        search(
            query(10)
                .withMaxAge(Optional.of(Duration.ofDays(7)))
                .withRemote(Set.of(RemoteMode.REMOTE))
                .withEmploymentTypes(Set.of(EmploymentType.FULL_TIME)));

    assertThat(searched.ids()).containsExactly(key(0));
    assertThat(server().requests().getFirst().body())
        .contains("dateOnIndeed\\\", start: \\\"168h")
        .doesNotContain("composite");
  }

  @Test
  void aCountryWithoutASiteIsSaidAndNotSearched() throws InterruptedException {
    Searched searched = search(query(10).withCountry(Optional.of("IS")));

    assertThat(searched.postings()).isEmpty();
    assertThat(searched.skipped())
        .singleElement()
        .satisfies(skipped -> assertThat(skipped.why().kind()).isEqualTo(Kind.UNSUPPORTED));
    assertThat(server().requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"GB, uk, GB", "MY, malaysia, MY", "DE, de, DE", "US, www, US"})
  void eachCountryHasItsSite(String country, String label, String header)
      throws InterruptedException {
    serveRows(row(0));

    Posting posting = search(query(1).withCountry(Optional.of(country))).postings().getFirst();

    assertThat(posting.url().getHost()).isEqualTo(label + ".indeed.com");
    assertThat(server().requests().getFirst().headers()).containsEntry("indeed-co", header);
  }

  @Test
  void aPlaceThatNamesItsCountryIsSearchedThere() throws InterruptedException {
    serveRows(row(0));

    search(query(1).withLocations(List.of("Paris, France")));

    assertThat(server().requests().getFirst().headers()).containsEntry("indeed-co", "FR");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void jobCardsOfASearchPageAreReadToo(boolean wholePage) throws InterruptedException {
    String cards =
        """
        {"metaData": {"mosaicProviderJobCardsModel": {"results": [%s]}}, "countryCode": "CA"}"""
            .formatted(card("\"remoteLocation\": true"));
    serve(
        wholePage
            ? RecordedAnswer.html(
                "<!DOCTYPE html><html><head><title>Jobs</title></head><body><script>"
                    + "window.mosaic.providerData[\"mosaic-provider-jobcards\"]="
                    + cards
                    + ";\nwindow.mosaic.x = {};</script></body></html>")
            : RecordedAnswer.json(cards));

    Posting posting = search(query(10)).postings().getFirst();

    assertThat(posting.nativeId()).isEqualTo("00000000000000ff");
    assertThat(posting.title()).isEqualTo("Gärtner {1}");
    assertThat(posting.company()).contains("Wiese");
    assertThat(posting.url()).hasToString("https://ca.indeed.com/viewjob?jk=00000000000000ff");
    assertThat(posting.places())
        .containsExactly(
            new Place(
                "Ottawa, ON K1A 0A1", Optional.of("Ottawa"), Optional.of("ON"), Optional.of("CA")));
    assertThat(posting.remote()).contains(RemoteMode.REMOTE);
    assertThat(posting.posted()).contains(LocalDate.of(2026, 11, 19));
    assertThat(posting.employmentTypes())
        .containsExactly(EmploymentType.FULL_TIME, EmploymentType.CONTRACT);
    assertThat(posting.tags()).containsExactly("Pruning", "Dental care");
    assertThat(posting.description()).contains("<ul><li>Prune.</li></ul>");
    assertThat(posting.details())
        .containsEntry(PostingDetail.COMPANY_PAGE, "https://ca.indeed.com/cmp/Wiese")
        .containsEntry(PostingDetail.COMPANY_RATING, "4.2 of 5")
        .containsEntry(PostingDetail.COMPANY_REVIEWS, "9")
        .containsEntry(PostingDetail.VACANCIES, "4")
        .containsEntry(PostingDetail.LISTING, "sponsored");
    Salary salary = posting.salary().orElseThrow();
    assertThat(salary.min().orElseThrow()).isEqualByComparingTo("22.5");
    assertThat(salary.max()).as("-1 is an open end").isEmpty();
    assertThat(salary.period()).isEqualTo(PayPeriod.HOUR);
    assertThat(salary.currency().getCurrencyCode()).isEqualTo("CAD");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"remoteLocation\": false | ON_SITE",
        "\"remoteLocation\": true, \"remoteWorkModel\": {\"type\": \"REMOTE_HYBRID\"} | HYBRID",
        "\"remoteLocation\": false, \"remoteWorkModel\": {\"type\": \"REMOTE_ALWAYS\"} | REMOTE",
        "\"remoteLocation\": null |"
      })
  void theModeOfACardIsWhatItsModelSays(String told, RemoteMode mode) throws InterruptedException {
    Posting posting = only(card(told), "{\"results\": [%s]}");

    assertThat(posting.remote()).isEqualTo(Optional.ofNullable(mode));
  }

  @Test
  void ratingsAndPayThatNobodyGaveAreUnknown() throws InterruptedException {
    Posting posting =
        only(
            """
            {"jobkey": "1", "title": "Keeper", "companyRating": 0, "companyReviewCount": 0,
             "hiringMultipleCandidatesModel": {"hiresNeededExact": "RECURRING_HIRE"},
             "salarySnippet": {"currency": "USD", "salaryTextFormatted": false}}""",
            "[%s]");

    assertThat(posting).isEqualTo(Posting.of("1", "Keeper", posting.url()));
  }

  @Test
  void anEstimateOfACardIsSaidToBeOne() throws InterruptedException {
    Posting posting =
        only(
            """
            {"jobkey": "1", "title": "Keeper", "salarySnippet": {"currency": "EUR"},
             "estimatedSalary": {"min": 54000, "max": 66000.5, "type": "YEARLY"}}""",
            "{\"mosaicProviderJobCardsModel\": {\"results\": [%s]}}");

    assertThat(posting.salary()).contains(salary("54000", "66000.5", Salary.Origin.ESTIMATED));
  }

  @Test
  void onePostingIsReadByItsAddress() throws ExtensionException, InterruptedException {
    serve(RecordedAnswer.json(answer(List.of(row(3))).replace("\"jobSearch\"", "\"jobData\"")));

    Posting posting = board().fetch(VIEWED, context()).orElseThrow();

    assertThat(posting.title()).isEqualTo("Gärtner 3");
    assertThat(posting.url().getHost()).isEqualTo("de.indeed.com");
    assertThat(server().requests().getFirst().body()).contains("00000000000000aa");
  }

  @Test
  void whereTheInterfaceRefusesThePageIsRead() throws ExtensionException, InterruptedException {
    serve(RecordedAnswer.status(403));
    server()
        .answer(
            "/viewjob",
            RecordedAnswer.html(
                """
                <html><script type="application/ld+json">{"@type": "JobPosting",
                "title": "Gärtner", "hiringOrganization": {"name": "Wiese"}}</script></html>"""));

    Posting posting = board().fetch(VIEWED, context()).orElseThrow();

    assertThat(posting.nativeId()).isEqualTo("00000000000000aa");
    assertThat(posting.title()).isEqualTo("Gärtner");
    assertThat(posting.url()).isEqualTo(VIEWED);
  }

  @Test
  void aPostingThatIsGoneIsUnavailable() {
    serve(RecordedAnswer.json("{\"data\": {\"jobData\": {\"results\": []}}}"));

    assertThatThrownBy(() -> board().fetch(VIEWED, context()))
        .hasMessageContaining("\"00000000000000aa\"")
        .extracting("kind")
        .isEqualTo(Kind.UNAVAILABLE);
  }

  private Posting only(String row) throws InterruptedException {
    return only(row, answer(List.of("%s")));
  }

  private Posting only(String row, String around) throws InterruptedException {
    serve(RecordedAnswer.json(around.formatted(row)));
    return search(query(10)).postings().getFirst();
  }

  private static Salary salary(String min, String max, Salary.Origin origin) {
    return Salary.of(
            Optional.of(new BigDecimal(min)),
            Optional.of(new BigDecimal(max)),
            "EUR",
            PayPeriod.YEAR)
        .orElseThrow()
        .withOrigin(origin);
  }

  private static String key(int number) {
    return "%016x".formatted(number);
  }

  private static String card(String mode) {
    return """
        {"jobkey": "00000000000000ff", "displayTitle": "Gärtner {1}", "title": "x",
         "company": "Wiese", "companyRating": 4.2, "companyReviewCount": 9,
         "companyOverviewLink": "/cmp/Wiese", "formattedLocation": "Ottawa, ON K1A 0A1",
         "jobLocationCity": "Ottawa", "jobLocationState": "ON", "pubDate": 1795046400000,
         "jobTypes": ["Contract"], "sponsored": true,
         "extractedSalary": {"max": -1, "min": 22.5, "type": "hourly"},
         "salarySnippet": {"currency": "CAD", "source": "EXTRACTION", "text": "From $22.50 an hour"},
         "hiringMultipleCandidatesModel": {"hiresNeeded": "TWO_FOUR", "hiresNeededExact": "4"},
         "jobCardRequirementsModel": {"jobTagRequirements": [{"attrSuid": "A", "label": "Pruning"}]},
         "taxonomyAttributes": [
           {"label": "job-types", "attributes": [{"label": "Vollzeit", "suid": "CF3CP"}]},
           {"label": "benefits", "attributes": [{"label": "Dental care", "suid": "FQJ2X"}]}],
         "snippet": "<ul><li>Prune.</li></ul>", %s}"""
        .formatted(mode);
  }
}
