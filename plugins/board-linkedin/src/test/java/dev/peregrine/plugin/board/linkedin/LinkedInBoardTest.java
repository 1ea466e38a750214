package dev.peregrine.plugin.board.linkedin;

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
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.testkit.FakeBoardContext;
import dev.peregrine.testkit.Held;
import dev.peregrine.testkit.HeldField;
import dev.peregrine.testkit.HeldRow;
import dev.peregrine.testkit.JobBoardContract;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedRequest;
import dev.peregrine.testkit.RecordedServer;
import dev.peregrine.testkit.Searched;
import dev.peregrine.testkit.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LinkedInBoardTest extends JobBoardContract {

  private static final String PERK = ".job-posting-benefits__text";

  private static final String LIST = "/jobs-guest/jobs/api/seeMoreJobPostings/search";
  private static final String END = "<!DOCTYPE html>\n\n<!---->\n";
  private static final String WALL =
      "<!DOCTYPE html><html><head><title>Sign Up | LinkedIn</title></head><body>Join</body></html>";

  @Override
  protected JobBoard board() {
    return new LinkedInBoard();
  }

  @Override
  protected String path() {
    return LIST;
  }

  @Override
  protected String contentType() {
    return "text/html; charset=utf-8";
  }

  @Override
  protected void prepare(RecordedServer ready) {
    IntStream.range(0, 10)
        .forEach(
            number -> ready.answer(detailPath(number), RecordedAnswer.html(detail("Full-time"))));
  }

  @Override
  protected String row(int number) {
    return """
        <li><div class="base-card base-search-card job-search-card"
            data-entity-urn="urn:li:jobPosting:%1$s">
          <a class="base-card__full-link"
             href="https://de.linkedin.com/jobs/view/gaertner-at-wiese-%1$s?position=1&amp;refId=x">
            <span class="sr-only">Gärtner %1$s</span></a>
          <div class="search-entity-media">
            <img data-delayed-url="https://media.licdn.com/logo.png?e=1&amp;t=2" alt></div>
          <h3 class="base-search-card__title"> Gärtner %1$s </h3>
          <h4 class="base-search-card__subtitle">
            <a href="https://de.linkedin.com/company/wiese?trk=x">Grüne Wiese</a></h4>
          <span class="job-search-card__location">Dahlem, Berlin, Germany</span>
          <span class="job-search-card__salary-info">€54,000.00 - €66,000.00</span>
          <div class="job-posting-benefits">
            <span class="job-posting-benefits__text">Actively Hiring</span></div>
          <time class="job-search-card__listdate" datetime="2026-11-20">2 days ago</time>
        </div></li>"""
        .formatted(id(number));
  }

  @Override
  protected List<String> brokenRows() {
    return List.of(
        "<li><div class=\"base-search-card\"></div></li>",
        "<li><div class=\"job-search-card\" data-entity-urn=\"urn:li:jobPosting:1\">x</div></li>");
  }

  @Override
  protected String answer(List<String> rows) {
    return rows.isEmpty() ? END : "<!DOCTYPE html>\n" + String.join("\n", rows);
  }

  /** A search with one result leads straight to its page. */
  private static Held heldByPage(String recorded) {
    String criterion = ".description__job-criteria-item:nth-child(%d) span";
    return Held.html(recorded, "html")
        .value(HeldField.TITLE, ".topcard__title")
        .value(HeldField.COMPANY, ".topcard__org-name-link")
        .value(HeldField.PLACES, ".topcard__flavor--bullet:not(.num-applicants__caption)")
        .some(HeldField.POSTED, ".posted-time-ago__text")
        .some(HeldField.EMPLOYMENT_TYPES, criterion.formatted(2))
        .value(HeldField.DESCRIPTION, ".show-more-less-html__markup")
        .value(PostingDetail.LEVEL, criterion.formatted(1))
        .value(PostingDetail.FUNCTION, criterion.formatted(3))
        .value(PostingDetail.INDUSTRY, criterion.formatted(4))
        .value(PostingDetail.APPLICANTS, ".num-applicants__caption")
        .some(PostingDetail.COMPANY_PAGE, ".topcard__org-name-link@href")
        .some(PostingDetail.COMPANY_LOGO, ".top-card-layout img@data-delayed-url");
  }

  private static boolean isAboutApplicants(HeldRow row) {
    return row.text(PERK).contains("applicant");
  }

  @Override
  protected Optional<Held> held(String recorded) {
    if (!recorded.contains("job-search-card")) {
      return Optional.of(heldByPage(recorded));
    }
    return Optional.of(
        Held.html(recorded, ".job-search-card")
            .value(HeldField.TITLE, ".base-search-card__title")
            .value(HeldField.COMPANY, ".base-search-card__subtitle")
            .value(HeldField.PLACES, ".job-search-card__location")
            .value(HeldField.POSTED, "time@datetime")
            .value(HeldField.TAGS, row -> isAboutApplicants(row) ? "" : row.text(PERK))
            .value(PostingDetail.APPLICANTS, row -> isAboutApplicants(row) ? row.text(PERK) : "")
            .some(PostingDetail.COMPANY_PAGE, ".base-search-card__subtitle a@href")
            .value(PostingDetail.COMPANY_LOGO, "img@data-delayed-url"));
  }

  @Override
  protected BoardQuery recordedQuery() {
    return super.recordedQuery().withFullDescriptions(false);
  }

  @Test
  void aCardBecomesAPosting() throws InterruptedException {
    serveRows(row(7));

    Posting posting = search(query(10).withFullDescriptions(false)).postings().getFirst();

    assertThat(posting.nativeId()).isEqualTo(id(7));
    assertThat(posting.title()).isEqualTo("Gärtner " + id(7));
    assertThat(posting.company()).contains("Grüne Wiese");
    assertThat(posting.url())
        .hasToString("https://de.linkedin.com/jobs/view/gaertner-at-wiese-" + id(7));
    assertThat(posting.places())
        .containsExactly(
            new Place(
                "Dahlem, Berlin, Germany",
                Optional.of("Dahlem"),
                Optional.of("Berlin"),
                Optional.of("DE")));
    assertThat(posting.posted()).contains(LocalDate.of(2026, 11, 20));
    assertThat(posting.remote()).isEmpty();
    assertThat(posting.tags()).containsExactly("Actively Hiring");
    assertThat(posting.details())
        .containsEntry(PostingDetail.COMPANY_PAGE, "https://de.linkedin.com/company/wiese")
        .containsEntry(PostingDetail.COMPANY_LOGO, "https://media.licdn.com/logo.png?e=1&t=2");
    Salary salary = posting.salary().orElseThrow();
    assertThat(salary.min().orElseThrow()).isEqualByComparingTo("54000");
    assertThat(salary.currency().getCurrencyCode()).isEqualTo("EUR");
    assertThat(salary.period()).isEqualTo(PayPeriod.YEAR);
    assertThat(server().requests()).allMatch(asked -> asked.path().equals(LIST));
  }

  @Test
  void whatACardDoesNotSayStaysUnknown() throws InterruptedException {
    serveRows(
        """
        <li><div class="base-card job-search-card" data-entity-urn="urn:li:jobPosting:99999">
          <h3 class="base-search-card__title">Keeper</h3></div></li>""");

    assertThat(search(query(10).withFullDescriptions(false)).postings())
        .containsExactly(
            Posting.of("99999", "Keeper", URI.create("https://www.linkedin.com/jobs/view/99999")));
  }

  @Test
  void theDetailPageCompletesAPosting() throws InterruptedException {
    serveRows(row(1));

    Posting posting = search(query(10)).postings().getFirst();

    assertThat(posting.description().orElseThrow()).contains("<strong>Water</strong>");
    assertThat(posting.employmentTypes()).containsExactly(EmploymentType.FULL_TIME);
    assertThat(posting.salary().orElseThrow().min().orElseThrow()).isEqualByComparingTo("55000");
    assertThat(posting.applyUrl()).contains(URI.create("https://wiese.example/jobs?id=1&src=li"));
    assertThat(posting.details())
        .containsEntry(PostingDetail.FUNCTION, "Horticulture")
        .containsEntry(PostingDetail.INDUSTRY, "Gardens and Parks")
        .containsEntry(PostingDetail.APPLICANTS, "Over 200 applicants")
        .doesNotContainKey(PostingDetail.LEVEL);
  }

  @Test
  void aDetailThatFailsCostsOnlyItsDescription() throws InterruptedException {
    server().answer(detailPath(1), RecordedAnswer.status(404));
    serveRows(row(0), row(1), row(2));

    Searched searched = search(query(10));

    assertThat(searched.postings()).hasSize(3);
    assertThat(searched.postings().get(1).description()).isEmpty();
    assertThat(searched.postings().get(2).description()).isPresent();
    assertThat(searched.skipped())
        .singleElement()
        .satisfies(
            skipped -> {
              assertThat(skipped.what())
                  .isEqualTo("description of posting \"%s\"".formatted(id(1)));
              assertThat(skipped.why().kind()).isEqualTo(Kind.UNAVAILABLE);
            });
  }

  @Test
  void afterARefusalNoMoreDetailsAreAskedFor() throws InterruptedException {
    server()
        .answer(detailPath(1), RecordedAnswer.status(429).withHeader("Retry-After", "600"))
        .answer(detailPath(0), RecordedAnswer.status(999));
    serveRows(row(0), row(1), row(2));

    Searched searched = search(query(10));

    assertThat(searched.postings()).hasSize(3);
    assertThat(searched.skipped())
        .singleElement()
        .satisfies(
            skipped ->
                assertThat(skipped.what())
                    .isEqualTo("descriptions from posting \"%s\" on".formatted(id(0))));
    assertThat(server().requests()).noneMatch(asked -> asked.path().equals(detailPath(1)));
  }

  @Test
  void postingsBeforeTheOffsetCostNoDetail() throws InterruptedException {
    serveRows(row(0), row(1), row(2));

    assertThat(search(query(1).withOffset(1)).ids()).containsExactly(id(1));
    assertThat(server().requests())
        .extracting(RecordedRequest::path)
        .containsExactly(LIST, detailPath(1));
  }

  @Test
  void pagesFollowByTheNumberOfCardsUntilTheEnd() throws InterruptedException {
    server()
        .answer(
            LIST,
            asked ->
                RecordedAnswer.html(
                    switch (asked.query("start").orElse("")) {
                      case "0" -> answer(List.of(row(0), row(1), row(2)));
                      case "3" -> answer(List.of(row(3), row(4)));
                      default -> END;
                    }));

    Searched searched = search(query(100).withFullDescriptions(false));

    assertThat(searched.failure()).isEmpty();
    assertThat(searched.postings()).hasSize(5);
    assertThat(starts()).containsExactly("0", "3", "5");
  }

  @Test
  void aServerThatRepeatsItselfIsLeftAlone() throws InterruptedException {
    serveRows(row(0), row(1));

    assertThat(search(query(100).withFullDescriptions(false)).postings()).hasSize(2);
    assertThat(starts()).containsExactly("0", "2");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 200})
  void beyondTheLastPageIsTheEnd(int status) throws InterruptedException {
    server()
        .answer(
            LIST,
            asked ->
                asked.query("start").equals(Optional.of("0"))
                    ? RecordedAnswer.html(answer(List.of(row(0))))
                    : RecordedAnswer.html(END).withStatus(status));

    Searched searched = search(query(100));

    assertThat(searched.failure()).isEmpty();
    assertThat(searched.postings()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/authwall", "/signup/cold-join", "/uas/login"})
  void aRedirectToASignInIsARefusal(String wall) throws InterruptedException {
    server().answer(wall, RecordedAnswer.html(answer(List.of(row(0)))));
    serve(RecordedAnswer.status(302).withHeader("Location", wall + "?trk=x"));

    assertThat(search(query(10)).failure().orElseThrow().kind()).isEqualTo(Kind.REFUSED);
  }

  @Test
  void aWallInPlaceOfAListIsARefusal() throws InterruptedException {
    serve(RecordedAnswer.html(WALL));

    assertThat(search(query(10)).failure().orElseThrow().kind()).isEqualTo(Kind.REFUSED);
  }

  @Test
  void aPageThatSaysNothingWasFoundIsNoWall() throws InterruptedException {
    serve(
        RecordedAnswer.html(WALL.replace("Join", "<section class=\"no-results\">None</section>")));

    Searched searched = search(query(10));

    assertThat(searched.failure()).isEmpty();
    assertThat(searched.postings()).isEmpty();
  }

  @Test
  void filtersAreSentInLinkedInsWords() throws InterruptedException {
    serve(RecordedAnswer.html(END));

    search(
        BoardQuery.all(10)
            .withTitles(List.of("C++ developer"))
            .withLocations(List.of("Köln"))
            .withCountry(Optional.of("DE"))
            .withDistanceKm(OptionalInt.of(40))
            .withMaxAge(Optional.of(Duration.ofHours(36)))
            .withRemote(EnumSet.of(RemoteMode.HYBRID, RemoteMode.REMOTE))
            .withEmploymentTypes(EnumSet.of(EmploymentType.CONTRACT, EmploymentType.FULL_TIME)));

    assertThat(asked("keywords")).contains("C++ developer");
    assertThat(asked("location")).contains("Köln, Germany");
    assertThat(asked("distance")).contains("25");
    assertThat(asked("f_TPR")).contains("r129600");
    assertThat(asked("f_WT")).contains("2,3");
    assertThat(asked("f_JT")).contains("F,C");
  }

  @Test
  void settingsNarrowTheSearchAndEasyApplyTakesThePlaceOfTheAge() throws InterruptedException {
    serveRows(row(0), row(1).replace("2026-11-20", "2026-11-02"));

    Searched searched =
        Searched.by(
            board(),
            BoardQuery.all(10)
                .withFullDescriptions(false)
                .withMaxAge(Optional.of(Duration.ofDays(7))),
            with(
                Map.of(
                    "easy-apply",
                    "true",
                    "company-ids",
                    "1441,76987811",
                    "experience",
                    "entry,mid-senior")));

    assertThat(searched.ids()).containsExactly(id(0));
    assertThat(asked("f_AL")).contains("true");
    assertThat(asked("f_TPR")).isEmpty();
    assertThat(asked("f_C")).contains("1441,76987811");
    assertThat(asked("f_E")).contains("2,4");
  }

  @Test
  void anExperienceThatLinkedInDoesNotKnowIsNamed() throws InterruptedException {
    Searched searched = Searched.by(board(), query(10), with(Map.of("experience", "entry,guru")));

    assertThat(searched.failure().orElseThrow())
        .hasMessageContaining("experience \"guru\"")
        .extracting("kind")
        .isEqualTo(Kind.BAD_SETTINGS);
  }

  @Test
  void aTypeThatCannotBeAskedForIsJudgedByThePosting() throws InterruptedException {
    server().answer(detailPath(1), RecordedAnswer.html(detail("Internship")));
    serveRows(row(0), row(1));

    Searched searched =
        search(
            query(10)
                .withEmploymentTypes(Set.of(EmploymentType.FULL_TIME, EmploymentType.PERMANENT)));

    assertThat(asked("f_JT")).isEmpty();
    assertThat(searched.ids()).containsExactly(id(0));
  }

  @Test
  void everyTitleIsSearchedInEveryPlace() throws InterruptedException {
    serveRows(row(0));

    search(
        query(10)
            .withTitles(List.of("Cook", "Baker"))
            .withLocations(List.of("Bonn, Germany", "Paris")));

    assertThat(server().requests().stream().filter(asked -> asked.path().equals(LIST)))
        .extracting(asked -> asked.query("keywords").get() + " in " + asked.query("location").get())
        .containsOnly(
            "Cook in Bonn, Germany", "Cook in Paris", "Baker in Bonn, Germany", "Baker in Paris");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.linkedin.com/jobs/view/40000001",
        "https://de.linkedin.com/jobs/view/gaertner-at-wiese-40000001/?trk=x",
        "https://www.linkedin.com/comm/jobs/view/40000001/?trackingId=y",
        "https://www.linkedin.com/jobs/search/?currentJobId=40000001&keywords=z"
      })
  void onePostingIsReadByItsAddress(String address)
      throws ExtensionException, InterruptedException {
    Posting posting = board().fetch(URI.create(address), context()).orElseThrow();

    assertThat(posting.nativeId()).isEqualTo("40000001");
    assertThat(posting.title()).isEqualTo("Gärtner");
    assertThat(posting.company()).contains("Grüne Wiese");
    assertThat(posting.url()).hasToString("https://www.linkedin.com/jobs/view/40000001");
    assertThat(posting.places()).extracting(Place::text).containsExactly("Berlin, Germany");
    assertThat(posting.posted()).contains(LocalDate.of(2026, 11, 15));
  }

  @Test
  void aPostingThatIsGoneIsUnavailable() {
    assertThatThrownBy(
            () ->
                board().fetch(URI.create("https://www.linkedin.com/jobs/view/55555555"), context()))
        .hasMessageContaining("\"55555555\"")
        .extracting("kind")
        .isEqualTo(Kind.UNAVAILABLE);
  }

  private void startAgain(String recorded) {
    server().forgetRequests();
    serve(RecordedAnswer.html(recorded));
  }

  private FakeBoardContext with(Map<String, String> settings) {
    var values = new HashMap<>(settings);
    values.put("base-url", server().address().toString());
    return new FakeBoardContext(
        board().descriptor(), values, SettableClock.at("2026-11-22T09:00:00Z"));
  }

  private Optional<String> asked(String parameter) {
    return server().requests().getFirst().query(parameter);
  }

  private List<String> starts() {
    return server().requests().stream().map(asked -> asked.query("start").orElse("")).toList();
  }

  private static String id(int number) {
    return Integer.toString(40_000_000 + number);
  }

  private static String detailPath(int number) {
    return "/jobs-guest/jobs/api/jobPosting/" + id(number);
  }

  private static String detail(String type) {
    return """
        <!DOCTYPE html><section class="top-card-layout"><h2
            class="top-card-layout__title topcard__title">Gärtner</h2>
        <h4><span class="topcard__flavor"><a class="topcard__org-name-link"
            href="https://de.linkedin.com/company/wiese?trk=y">Grüne Wiese</a></span>
        <span class="topcard__flavor topcard__flavor--bullet">Berlin, Germany</span>
        <span class="posted-time-ago__text">1 week ago</span>
        <figcaption class="num-applicants__caption">Over 200 applicants</figcaption></h4></section>
        <div class="salary compensation__salary">€55,000.00/yr - €65,000.00/yr</div>
        <div class="description"><div class="show-more-less-html__markup"><strong>Water</strong>
        the racks.</div>
        <ul>%s%s%s%s</ul></div>
        <code id="applyUrl" style="display: none"><!--"https://www.linkedin.com/jobs/view/externalApply/1?url=https%%3A%%2F%%2Fwiese%%2Eexample%%2Fjobs%%3Fid%%3D1%%26src%%3Dli&urlHash=aBc"--></code>
        """
        .formatted(
            criterion("Seniority level", "Not Applicable"),
            criterion("Employment type", type),
            criterion("Job function", "Horticulture"),
            criterion("Industries", "Gardens and Parks"));
  }

  private static String criterion(String heading, String text) {
    return """
        <li class="description__job-criteria-item">
          <h3 class="description__job-criteria-subheader"> %s </h3>
          <span class="description__job-criteria-text"> %s </span></li>"""
        .formatted(heading, text);
  }
}
