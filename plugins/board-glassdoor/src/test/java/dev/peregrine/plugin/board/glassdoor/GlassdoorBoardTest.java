package dev.peregrine.plugin.board.glassdoor;

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
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.testkit.Held;
import dev.peregrine.testkit.HeldField;
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
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class GlassdoorBoardTest extends JobBoardContract {

  private static final String DETAIL =
      """
      [{"data": {"jobview": {"header": {"jobTitleText": "Gärtner", "locationName": "Köln"},
        "job": {"listingId": 77, "description": "<p>Water the racks.</p>"}}}}]""";

  @Override
  protected JobBoard board() {
    return new GlassdoorBoard();
  }

  @Override
  protected String path() {
    return "/graph";
  }

  @Override
  protected void prepare(RecordedServer ready) {
    ready.answer(
        "/autocomplete/location",
        RecordedAnswer.json(
            """
            [{"locationId": 2622109, "locationType": "C", "label": "Köln"},
             {"locationId": 96, "locationType": "N"}]"""));
  }

  @Override
  protected String row(int number) {
    return """
        {"jobview": {"header": {"ageInDays": 3, "employer": {"id": 4711, "name": "x"},
            "employerNameFromSearch": "Grüne Wiese", "goc": "gardener", "jobCountryId": 96,
            "jobTitleText": "Gärtner %1$d", "isSponsoredJob": true, "locationName": "Remote",
            "locationType": "S", "payCurrency": "EUR", "payPeriod": "ANNUAL",
            "payPeriodAdjustedPay": {"p10": 54000, "p50": 60000, "p90": 66000.5},
            "rating": 4.1, "salarySource": "ESTIMATED",
            "seoJobLink": "https://www.glassdoor.de/job-listing/gaertner-JV_KO0,8.htm?jl=%1$d"},
          "job": {"listingId": %1$d, "descriptionFragmentsText": ["Water", "racks"]},
          "overview": {"shortName": "Wiese", "squareLogoUrl": "https://logo.example/1"}}}"""
        .formatted(1_009_000_000_000L + number);
  }

  /** As two operations in one, because Glassdoor answers both at one address. */
  @Override
  protected String answer(List<String> rows) {
    return """
        [{"errors": [{"message": "jobsPageSeoData"}],
          "data": {"jobListings": {"jobListings": [%s], "paginationCursors": []},
                   "jobview": {"job": {"description": "<p>Water the racks.</p>"}}}}]"""
        .formatted(String.join(",", rows));
  }

  @Override
  protected Optional<Held> held(String recorded) {
    return Optional.of(
        Held.json(recorded, "jobview")
            .value(HeldField.TITLE, "header.jobTitleText")
            .value(HeldField.COMPANY, "header.employerNameFromSearch")
            .value(HeldField.PLACES, "header.locationName")
            .some(HeldField.POSTED, "header.ageInDays")
            .salary(
                "header.payPeriodAdjustedPay.p10",
                "header.payPeriodAdjustedPay.p90",
                "header.payCurrency",
                "header.payPeriod")
            .some(
                PostingDetail.COMPANY_PAGE,
                row -> row.text("header.employer.__ref").replaceFirst("^Employer:0$", ""))
            .value(PostingDetail.COMPANY_LOGO, "overview.squareLogoUrl")
            .some(
                PostingDetail.COMPANY_RATING,
                row -> row.text("header.rating").replaceFirst("^0$", ""))
            .value(PostingDetail.FUNCTION, "header.goc")
            .some(PostingDetail.LISTING, "header.isSponsoredJob"));
  }

  @Override
  protected BoardQuery recordedQuery() {
    return super.recordedQuery().withFullDescriptions(false);
  }

  @Test
  void aRowBecomesAPosting() throws InterruptedException {
    Posting posting = only(row(7));

    assertThat(posting.nativeId()).isEqualTo("1009000000007");
    assertThat(posting.title()).isEqualTo("Gärtner 1009000000007");
    assertThat(posting.company()).contains("Grüne Wiese");
    assertThat(posting.url())
        .hasToString("https://www.glassdoor.de/job-listing/gaertner-JV_KO0,8.htm?jl=1009000000007");
    assertThat(posting.remote()).contains(RemoteMode.REMOTE);
    assertThat(posting.places()).isEmpty();
    assertThat(posting.posted()).contains(LocalDate.of(2026, 11, 19));
    assertThat(posting.description()).contains("<p>Water the racks.</p>");
    assertThat(posting.salary()).contains(salary("54000", "66000.5", Salary.Origin.ESTIMATED));
    assertThat(posting.details())
        .containsEntry(
            PostingDetail.COMPANY_PAGE, "https://www.glassdoor.de/Overview/W-EI_IE4711.htm")
        .containsEntry(PostingDetail.COMPANY_LOGO, "https://logo.example/1")
        .containsEntry(PostingDetail.COMPANY_RATING, "4.1 of 5")
        .containsEntry(PostingDetail.FUNCTION, "gardener")
        .containsEntry(PostingDetail.LISTING, "sponsored");
  }

  @Test
  void aRowNeedsOnlyIdAndTitle() throws InterruptedException {
    serveRows(
        """
        {"jobview": {"header": {"jobTitleText": "Keeper", "ageInDays": null, "rating": 0,
            "payCurrency": "CAD", "payPeriod": null, "payPeriodAdjustedPay": null,
            "employer": {"id": 0}}, "job": {"listingId": 5}, "overview": null}}""");

    assertThat(search(query(10).withFullDescriptions(false)).postings())
        .containsExactly(
            Posting.of("5", "Keeper", URI.create("https://www.glassdoor.com/job-listing/j?jl=5")));
  }

  @ParameterizedTest
  @CsvSource({"0, 2026-11-22", "2344, 2020-06-22", "-1,", "99999999,"})
  void theAgeTellsTheDay(String days, LocalDate posted) throws InterruptedException {
    assertThat(only(row(1).replace("\"ageInDays\": 3", "\"ageInDays\": " + days)).posted())
        .isEqualTo(Optional.ofNullable(posted));
  }

  @Test
  void payOfTheEmployerIsStatedAndPayWithoutAPeriodIsNone() throws InterruptedException {
    assertThat(only(row(1).replace("ESTIMATED", "EMPLOYER_PROVIDED")).salary())
        .contains(salary("54000", "66000.5", Salary.Origin.STATED));
    assertThat(only(row(2).replace("\"ANNUAL\"", "null")).salary()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"Toronto | Toronto |", "San Jose, CA | San Jose | CA"})
  void aCityIsToldApart(String name, String city, String region) throws InterruptedException {
    Posting posting =
        only(
            row(1)
                .replace("\"Remote\"", "\"%s\"".formatted(name))
                .replace("\"locationType\": \"S\"", "\"locationType\": \"C\""));

    assertThat(posting.places())
        .containsExactly(
            new Place(name, Optional.of(city), Optional.ofNullable(region), Optional.of("DE")));
    assertThat(posting.remote()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[%s]",
        "{\"jobListings\": [%s]}",
        "{\"jobListings\": {\"jobListings\": [%s]}}",
        "{\"data\": {\"jobListings\": {\"jobListings\": [%s]}}}"
      })
  void rowsAreFoundWhateverStandsAroundThem(String around) throws InterruptedException {
    serve(RecordedAnswer.json(around.formatted(row(1))));

    assertThat(search(query(10).withFullDescriptions(false)).postings()).hasSize(1);
  }

  @Test
  void theReferenceOfTheSitesCacheNamesTheEmployer() throws InterruptedException {
    Posting posting =
        only(row(1).replace("{\"id\": 4711, \"name\": \"x\"}", "{\"__ref\": \"Employer:99\"}"));

    assertThat(posting.details().get(PostingDetail.COMPANY_PAGE)).endsWith("W-EI_IE99.htm");
  }

  @Test
  void withoutFullDescriptionsNoDetailIsAskedFor() throws InterruptedException {
    serveRows(row(0), row(1));

    Searched searched = search(query(10).withFullDescriptions(false));

    assertThat(searched.postings().getFirst().description()).contains("Water racks");
    assertThat(server().requests()).hasSize(1);
  }

  @Test
  void aDetailThatFailsCostsOnlyItsDescription() throws InterruptedException {
    answerByOperation(
        asked ->
            asked.contains("\"jl\": 1009000000001,")
                ? RecordedAnswer.status(500)
                : RecordedAnswer.json(DETAIL));

    Searched searched = search(query(10));

    assertThat(searched.postings()).hasSize(3);
    assertThat(searched.postings().get(1).description()).contains("Water racks");
    assertThat(searched.postings().get(2).description()).contains("<p>Water the racks.</p>");
    assertThat(searched.skipped())
        .singleElement()
        .satisfies(
            skipped ->
                assertThat(skipped.what()).isEqualTo("description of posting \"1009000000001\""));
  }

  @Test
  void afterARefusalNoMoreDetailsAreAskedFor() throws InterruptedException {
    answerByOperation(asked -> RecordedAnswer.status(403));

    Searched searched = search(query(10));

    assertThat(searched.postings()).hasSize(3);
    assertThat(searched.skipped()).hasSize(1);
    assertThat(server().requests()).hasSize(2);
  }

  @Test
  void pagesFollowTheirCursors() throws InterruptedException {
    server()
        .answer(
            "/graph",
            asked -> {
              boolean second = asked.body().contains("\"pageCursor\": \"abc\"");
              String page = answer(List.of(row(second ? 2 : 1)));
              return RecordedAnswer.json(
                  page.replace(
                      "\"paginationCursors\": []",
                      "\"paginationCursors\": [{\"pageNumber\": 2, \"cursor\": \"abc\"}]"));
            });

    Searched searched = search(query(10).withFullDescriptions(false));

    assertThat(searched.postings()).hasSize(2);
    assertThat(server().requests()).hasSize(2);
  }

  @Test
  void theSearchIsWrittenInGlassdoorsWords() throws InterruptedException {
    serveRows();

    search(
        BoardQuery.all(10)
            .withTitles(List.of("\"Koch\" \\ Köchin"))
            .withLocations(List.of("Köln"))
            .withCountry(Optional.of("DE"))
            .withMaxAge(Optional.of(Duration.ofHours(36)))
            .withRemote(Set.of(RemoteMode.REMOTE))
            .withEmploymentTypes(Set.of(EmploymentType.PART_TIME)));

    RecordedRequest place = server().requests().getFirst();
    assertThat(place.query("term")).contains("Köln");
    assertThat(place.query("locationTypeFilters")).contains("CITY,STATE,COUNTRY");
    RecordedRequest search = server().requests().getLast();
    assertThat(search.headers())
        .containsEntry("apollographql-client-name", "job-search-next")
        .containsEntry("origin", "https://www.glassdoor.de");
    JsonNode operation = new JsonMapper().readTree(search.body()).get(0);
    assertThat(operation.get("operationName").asString()).isEqualTo("JobSearchResultsQuery");
    assertThat(operation.get("query").asString()).contains("payPeriodAdjustedPay { p10 p50 p90 }");
    JsonNode variables = operation.get("variables");
    assertThat(variables.get("keyword").asString()).isEqualTo("\"Koch\" \\ Köchin");
    assertThat(variables.get("locationId").asInt()).isEqualTo(2622109);
    assertThat(variables.get("locationType").asString()).isEqualTo("CITY");
    assertThat(variables.get("parameterUrlInput").asString()).isEqualTo("IL.0,12_ICITY2622109");
    assertThat(variables.get("filterParams").toString())
        .isEqualTo(
            "[{\"filterKey\":\"fromAge\",\"values\":\"2\"},"
                + "{\"filterKey\":\"jobType\",\"values\":\"parttime\"},"
                + "{\"filterKey\":\"remoteWorkType\",\"values\":\"1\"}]");
  }

  @Test
  void withoutAPlaceWorkFromHomeIsSearched() throws InterruptedException {
    serveRows();

    search(query(10).withRemote(Set.of(RemoteMode.REMOTE)));

    assertThat(server().requests())
        .singleElement()
        .satisfies(asked -> assertThat(asked.body()).contains("\"IL.0,12_ISTATE11047\""));
  }

  @Test
  void aTypeWithoutAWordIsSaidAndTheOthersAreSearched() throws InterruptedException {
    serveRows(row(0));

    Searched searched =
        search(
            query(10)
                .withFullDescriptions(false)
                .withEmploymentTypes(Set.of(EmploymentType.FULL_TIME, EmploymentType.PERMANENT)));

    assertThat(searched.postings()).hasSize(1);
    assertThat(searched.skipped())
        .singleElement()
        .satisfies(
            skipped -> {
              assertThat(skipped.what()).isEqualTo("Type permanent");
              assertThat(skipped.why().kind()).isEqualTo(Kind.UNSUPPORTED);
            });
    assertThat(server().requests()).hasSize(1);
  }

  @Test
  void aPlaceThatGlassdoorDoesNotKnowIsSaid() throws InterruptedException {
    server().answer("/autocomplete/location", RecordedAnswer.json("[]"));

    Searched searched =
        search(query(10).withTitles(List.of("a", "b")).withLocations(List.of("Atlantis")));

    assertThat(searched.skipped())
        .singleElement()
        .satisfies(skipped -> assertThat(skipped.what()).isEqualTo("Place \"Atlantis\""));
    assertThat(server().requests()).hasSize(1);
  }

  @Test
  void onePostingIsReadByItsAddress() throws ExtensionException, InterruptedException {
    serve(RecordedAnswer.json(DETAIL));

    Posting posting =
        board()
            .fetch(
                URI.create("https://www.glassdoor.de/job-listing/gaertner-JV.htm?jl=77&src=x"),
                context())
            .orElseThrow();

    assertThat(posting.nativeId()).isEqualTo("77");
    assertThat(posting.title()).isEqualTo("Gärtner");
    assertThat(posting.url()).hasToString("https://www.glassdoor.de/job-listing/j?jl=77");
    assertThat(posting.description()).contains("<p>Water the racks.</p>");
  }

  private void answerByOperation(Function<String, RecordedAnswer> detail) {
    server()
        .answer(
            "/graph",
            asked ->
                asked.body().contains("JobDetailQuery")
                    ? detail.apply(asked.body())
                    : RecordedAnswer.json(answer(List.of(row(0), row(1), row(2)))));
  }

  private Posting only(String row) throws InterruptedException {
    serveRows(row);
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
}
