package dev.peregrine.plugin.board.himalayas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.testkit.Held;
import dev.peregrine.testkit.HeldField;
import dev.peregrine.testkit.JobBoardContract;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.Searched;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HimalayasBoardTest extends JobBoardContract {

  private static final String SEARCH = "/jobs/api/search";

  /** Of the rows below; the contract's clock shows a day in November 2026. */
  private static final long PUBLISHED = Instant.parse("2026-11-20T10:00:00Z").getEpochSecond();

  private static final long CLOSING = Instant.parse("2027-01-20T10:00:00Z").getEpochSecond();

  @Override
  protected JobBoard board() {
    return new HimalayasBoard();
  }

  @Override
  protected String path() {
    return "/jobs/api";
  }

  @Override
  protected String row(int number) {
    return """
        {"title": "Yak herder %1$d", "excerpt": "Herd.", "companyName": "Höhenluft",
         "companySlug": "hoehenluft", "companyLogo": "https://cdn.example/logo.png",
         "employmentType": "Full Time", "minSalary": 50000, "maxSalary": 70000,
         "salaryPeriod": "annual", "seniority": ["Senior", "Manager"], "currency": "EUR",
         "locationRestrictions": ["Nepal", "Austria"], "timezoneRestrictions": [5.75, 1],
         "categories": ["Yak-Herding", "Cheese"], "parentCategories": ["Farming"],
         "description": "<p>Mind the yaks.</p>", "pubDate": %2$d, "expiryDate": %3$d,
         "applicationLink": "https://apply.example/yak-%1$d",
         "guid": "https://himalayas.app/companies/hoehenluft/jobs/yak-%1$d"}"""
        .formatted(number, PUBLISHED, CLOSING);
  }

  @Override
  protected String answer(List<String> rows) {
    return """
        {"comments": "", "updatedAt": 1, "offset": 0, "limit": 20, "totalCount": 100000,
         "jobs": [%s]}"""
        .formatted(String.join(",", rows));
  }

  @Override
  protected Optional<Held> held(String recorded) {
    return Optional.of(
        Held.json(recorded, "jobs")
            .value(HeldField.TITLE, "title")
            .value(HeldField.COMPANY, "companySlug")
            .value(HeldField.PLACES, "locationRestrictions")
            .always(HeldField.REMOTE, "REMOTE")
            .value(HeldField.POSTED, "pubDate")
            .value(HeldField.CLOSES, "expiryDate")
            .value(
                HeldField.EMPLOYMENT_TYPES, row -> row.text("employmentType").replace("ctor", "ct"))
            .salary("minSalary", "maxSalary", "currency", "salaryPeriod")
            .value(HeldField.DESCRIPTION, "description")
            .value(HeldField.TAGS, "categories")
            .value(PostingDetail.REMOTE_FROM, "locationRestrictions")
            .value(PostingDetail.LEVEL, "seniority")
            .value(PostingDetail.FUNCTION, "parentCategories")
            .some(PostingDetail.COMPANY_PAGE, "companySlug"));
  }

  @Test
  void aRowBecomesAPosting() throws InterruptedException {
    Posting posting = only(row(7));

    assertThat(posting.nativeId())
        .isEqualTo("https://himalayas.app/companies/hoehenluft/jobs/yak-7");
    assertThat(posting.url()).hasToString(posting.nativeId());
    assertThat(posting.applyUrl().orElseThrow()).hasToString("https://apply.example/yak-7");
    assertThat(posting.title()).isEqualTo("Yak herder 7");
    assertThat(posting.company()).contains("Höhenluft");
    assertThat(posting.remote()).contains(RemoteMode.REMOTE);
    assertThat(posting.posted()).contains(LocalDate.of(2026, 11, 20));
    assertThat(posting.closes()).contains(Instant.ofEpochSecond(CLOSING));
    assertThat(posting.employmentTypes()).containsExactly(EmploymentType.FULL_TIME);
    assertThat(posting.places())
        .extracting(Place::country)
        .containsExactly(Optional.of("NP"), Optional.of("AT"));
    assertThat(posting.tags()).containsExactly("Yak Herding", "Cheese");
    assertThat(posting.description()).contains("<p>Mind the yaks.</p>");
    assertThat(posting.details())
        .containsEntry(PostingDetail.REMOTE_FROM, "Nepal, Austria")
        .containsEntry(PostingDetail.LEVEL, "Senior, Manager")
        .containsEntry(PostingDetail.FUNCTION, "Farming")
        .containsEntry(PostingDetail.COMPANY_LOGO, "https://cdn.example/logo.png")
        .containsEntry(PostingDetail.COMPANY_PAGE, "https://himalayas.app/companies/hoehenluft");
    Salary salary = posting.salary().orElseThrow();
    assertThat(salary.min().orElseThrow()).isEqualByComparingTo("50000");
    assertThat(salary.max().orElseThrow()).isEqualByComparingTo("70000");
    assertThat(salary.currency().getCurrencyCode()).isEqualTo("EUR");
    assertThat(salary.period()).isEqualTo(PayPeriod.YEAR);
  }

  @Test
  void aRowNeedsOnlyTitleAndAddress() throws InterruptedException {
    Posting posting =
        only(
            """
            {"title": "Herder", "guid": null, "applicationLink": "https://himalayas.app/jobs/1",
             "companyName": null, "minSalary": null, "currency": null, "pubDate": null,
             "employmentType": null, "seniority": "", "locationRestrictions": null,
             "companyLogo": "thumbnail_url"}""");

    assertThat(posting)
        .isEqualTo(
            Posting.of("https://himalayas.app/jobs/1", "Herder", posting.url())
                .withRemote(Optional.of(RemoteMode.REMOTE)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "companyName", "{{ company.name }}", ""})
  void aLeftoverOfTheTemplateGivesWayToTheCompanysShortName(String leftover)
      throws InterruptedException {
    String row = row(1).replace("Höhenluft", leftover).replace("hoehenluft", "high-air");

    assertThat(only(row).company()).contains("High Air");
  }

  @Test
  void anEmptyListOfCountriesMeansTheWorld() throws InterruptedException {
    Posting posting = only(row(1).replace("[\"Nepal\", \"Austria\"]", "[]"));

    assertThat(posting.places()).extracting(Place::text).containsExactly("Worldwide");
    assertThat(posting.details()).containsEntry(PostingDetail.REMOTE_FROM, "Worldwide");
  }

  @Test
  void countriesAreAlsoReadAsTheDictionaryHasThem() throws InterruptedException {
    String objects = "[{\"alpha2\": \"NP\", \"name\": \"Nepal\", \"slug\": \"nepal\"}]";

    assertThat(only(row(1).replace("[\"Nepal\", \"Austria\"]", objects)).places())
        .extracting(Place::text)
        .containsExactly("Nepal");
  }

  @ParameterizedTest
  @CsvSource({
    "1795000000, 2026-11-18",
    "1795000000000, 2026-11-18",
    "'\"1795000000\"', 2026-11-18"
  })
  void timesAreReadInSecondsAndMilliseconds(String written, LocalDate day)
      throws InterruptedException {
    assertThat(only(row(1).replace(": " + PUBLISHED, ": " + written)).posted()).contains(day);
  }

  @ParameterizedTest
  @CsvSource({
    "14, 20, hourly, HOUR",
    "3000, 4000, monthly, MONTH",
    "'\"50000.00\"', '\"70000\"', annual, YEAR",
    "50000, 70000, '', YEAR",
    "null, 70000, yearly, YEAR"
  })
  void payHasItsPeriod(String min, String max, String word, PayPeriod period)
      throws InterruptedException {
    assertThat(only(pay(min, max, word)).salary().orElseThrow().period()).isEqualTo(period);
  }

  @ParameterizedTest
  @CsvSource({
    "14, 20, annual",
    "0, 0, annual",
    "null, null, annual",
    "900, 1400, ''",
    "1000, 2000, retainer"
  })
  void payThatCouldMeanAnythingIsUnknown(String min, String max, String word)
      throws InterruptedException {
    assertThat(only(pay(min, max, word)).salary()).isEmpty();
  }

  @Test
  void payWithoutACurrencyIsUnknown() throws InterruptedException {
    assertThat(only(row(1).replace("\"EUR\"", "null")).salary()).isEmpty();
  }

  @Test
  void theNewestAreReadInPagesOfTwenty() throws InterruptedException {
    server()
        .answer(
            path(),
            request -> {
              int offset = Integer.parseInt(request.query("offset").orElseThrow());
              return RecordedAnswer.json(answer(rowsFrom(offset, Math.min(offset + 20, 50))));
            });

    Searched searched = search(query(1000));

    assertThat(searched.postings()).hasSize(50);
    assertThat(asked("offset")).containsExactly("0", "20", "40");
    assertThat(asked("limit")).containsOnly("20");
  }

  @Test
  void aCursorIsFollowedWhereThereIsOne() throws InterruptedException {
    server()
        .answer(
            path(),
            request -> {
              boolean first = request.query("cursor").isEmpty();
              String answer = answer(first ? rowsFrom(0, 20) : rowsFrom(20, 25));
              return RecordedAnswer.json(
                  answer.replace("\"comments\"", "\"nextCursor\": \"Zm9v=\", \"comments\""));
            });

    assertThat(search(query(1000)).postings()).hasSize(25);
    assertThat(asked("cursor")).containsExactly("", "Zm9v=");
  }

  @Test
  void noMoreThanTwentyFivePagesAreRead() throws InterruptedException {
    server()
        .answer(
            path(),
            request -> {
              int offset = Integer.parseInt(request.query("offset").orElseThrow());
              return RecordedAnswer.json(answer(rowsFrom(offset, offset + 20)));
            });

    assertThat(search(query(100_000)).postings()).hasSize(500);
    assertThat(server().requests()).hasSize(25);
  }

  @Test
  void pagesThatAreTooOldEndTheSearch() throws InterruptedException {
    server()
        .answer(
            path(),
            request -> {
              int offset = Integer.parseInt(request.query("offset").orElseThrow());
              long published = PUBLISHED - offset / 20 * 86_400L;
              return RecordedAnswer.json(
                  answer(
                      rowsFrom(offset, offset + 20).stream()
                          .map(row -> row.replace("" + PUBLISHED, "" + published))
                          .toList()));
            });

    Searched searched = search(query(1000).withMaxAge(Optional.of(Duration.ofDays(3))));

    assertThat(searched.postings()).hasSize(40);
    assertThat(server().requests()).hasSize(3);
  }

  @Test
  void titlesAreLookedForByTheBoard() throws InterruptedException {
    server()
        .answer(
            SEARCH,
            request -> {
              boolean yak = request.query("q").orElseThrow().equals("Yak herder");
              boolean first = request.query("page").orElseThrow().equals("1");
              return RecordedAnswer.json(
                  answer(yak ? first ? rowsFrom(0, 20) : rowsFrom(20, 23) : rowsFrom(22, 25)));
            });

    Searched searched = search(query(100).withTitles(List.of("Yak herder", "Cheese maker")));

    assertThat(searched.postings()).hasSize(25);
    assertThat(asked("q")).containsExactly("Yak herder", "Yak herder", "Cheese maker");
    assertThat(server().requests()).allMatch(request -> request.path().equals(SEARCH));
  }

  @Test
  void aServerThatHasOnlyTheFeedIsReadForTheTitles() throws InterruptedException {
    serveRows(
        row(1),
        row(2).replace("Yak herder", "Senior Herder of Yak"),
        row(3).replace("Yak", "Goat"));

    Searched searched = search(query(100).withTitles(List.of("yak herder", "beekeeper")));

    assertThat(searched.postings())
        .extracting(Posting::title)
        .containsExactly("Yak herder 1", "Senior Herder of Yak 2");
  }

  @Test
  void aFeedIsReadOnWhereOnePageHasNoneOfTheTitles() throws InterruptedException {
    server()
        .answer(
            path(),
            request -> {
              int offset = Integer.parseInt(request.query("offset").orElseThrow());
              return RecordedAnswer.json(
                  answer(
                      offset == 0
                          ? rowsFrom(0, 20).stream().map(row -> row.replace("Yak", "Goat")).toList()
                          : rowsFrom(20, 22)));
            });

    assertThat(search(query(100).withTitles(List.of("yak"))).postings()).hasSize(2);
  }

  @Test
  void aWallBeforeTheSearchIsBlocked() throws InterruptedException {
    serve(RecordedAnswer.json(answer(rowsFrom(0, 2))));
    server().answer(SEARCH, RecordedAnswer.status(403));

    assertThat(search(query(10).withTitles(List.of("yak"))).failure().orElseThrow().kind())
        .isEqualTo(ExtensionException.Kind.REFUSED);
  }

  private String pay(String min, String max, String word) {
    return row(1)
        .replace(": 50000", ": " + min)
        .replace(": 70000", ": " + max)
        .replace("\"annual\"", "\"" + word + "\"");
  }

  private List<String> rowsFrom(int from, int to) {
    return IntStream.range(from, to).mapToObj(this::row).toList();
  }

  private List<String> asked(String parameter) {
    return server().requests().stream()
        .map(request -> request.query(parameter).orElse(""))
        .toList();
  }

  private Posting only(String row) throws InterruptedException {
    serveRows(row);
    return search(query(10)).postings().getFirst();
  }
}
