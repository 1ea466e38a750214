package dev.peregrine.plugin.board.craigslist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.BoardFilter;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.testkit.FakeBoardContext;
import dev.peregrine.testkit.JobBoardContract;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedRequest;
import dev.peregrine.testkit.Searched;
import dev.peregrine.testkit.SettableClock;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CraigslistBoardTest extends JobBoardContract {

  private static final String PAGE = "/sfc/trd/d/san-francisco-welder/7900000000.html";

  @Override
  protected JobBoard board() {
    return new CraigslistBoard();
  }

  @Override
  protected String path() {
    return "/search/jjj";
  }

  @Override
  protected String contentType() {
    return "text/html; charset=utf-8";
  }

  @Override
  protected String row(int number) {
    return """
        <li class="cl-static-search-result" title="Welder – %1$d">
          <a href="https://sfbay.craigslist.org/sfc/trd/d/san-francisco-welder/79%1$08d.html">
            <div class="title">Welder – %1$d</div>
            <div class="details"><div class="location"> Mission District </div></div>
          </a>
        </li>"""
        .formatted(number);
  }

  @Override
  protected String answer(List<String> rows) {
    String items =
        IntStream.range(0, rows.size())
            .mapToObj(
                number ->
                    """
                    {"@type": "ListItem", "position": "%1$d", "item": {"name": "Welder – %1$d",
                     "address": {"addressLocality": "San Francisco", "addressRegion": "CA",
                       "addressCountry": ""}}}"""
                        .formatted(number))
            .collect(Collectors.joining(","));
    return """
        <!DOCTYPE html><html><head><title>sfbay jobs - craigslist</title>
        <script type="application/ld+json" id="ld_searchpage_results">
          {"@type": "ItemList", "itemListElement": [%s]}
        </script></head>
        <body><ol class="cl-static-search-results">
        <li class="cl-static-hub-links"><p><a href="/search/sof">software</a></p></li>
        %s</ol></body></html>"""
        .formatted(items, String.join("\n", rows));
  }

  @Override
  protected List<String> brokenRows() {
    return List.of(
        "<li class=\"cl-static-search-result\"></li>",
        "<li class=\"cl-static-search-result\" title=\"No address\"><a>x</a></li>",
        "<li class=\"cl-static-search-result\"><a href=\"mailto:a@b.example\">x</a></li>");
  }

  @Override
  protected BoardQuery narrowed(BoardQuery query, BoardFilter filter) {
    return filter == BoardFilter.EMPLOYMENT_TYPE
        ? query.withEmploymentTypes(Set.of(EmploymentType.CONTRACT))
        : filter == BoardFilter.REMOTE
            ? query.withRemote(Set.of(RemoteMode.REMOTE))
            : super.narrowed(query, filter);
  }

  @Override
  protected OptionalInt rowsIn(String recorded) {
    return OptionalInt.of(recorded.split("<li class=\"cl-static-search-result\"", -1).length - 1);
  }

  @Test
  void aRowBecomesAPosting() throws InterruptedException {
    Posting posting = only(row(0));

    assertThat(posting.nativeId()).isEqualTo("7900000000");
    assertThat(posting.title()).isEqualTo("Welder – 0");
    assertThat(posting.url()).hasToString("https://sfbay.craigslist.org" + PAGE);
    assertThat(posting.places())
        .containsExactly(
            new Place(
                "Mission District",
                Optional.of("San Francisco"),
                Optional.of("CA"),
                Optional.empty()));
    assertThat(posting.remote()).isEmpty();
    assertThat(posting.salary()).isEmpty();
  }

  @Test
  void whatTheListSaysOfAnotherPostingIsNotTaken() throws InterruptedException {
    assertThat(only(row(5)).places())
        .containsExactlyElementsOf(Place.of("Mission District").stream().toList());
  }

  @Test
  void aPlaceThatIsAWorkModelIsNoPlace() throws InterruptedException {
    Posting posting = only(row(5).replace("Mission District", "Remote"));

    assertThat(posting.places()).isEmpty();
    assertThat(posting.remote()).contains(RemoteMode.REMOTE);
  }

  @Test
  void aPostingOfTheHubHasItsNameAsItsId() throws InterruptedException {
    String hub = "https://www.craigslist.org/view/d/san-francisco-welder/aBcDeFgHiJkLmNoPqRsTuV";

    Posting posting = only(row(0).replace("https://sfbay.craigslist.org" + PAGE, hub));

    assertThat(posting.nativeId()).isEqualTo("aBcDeFgHiJkLmNoPqRsTuV");
    assertThat(posting.url()).hasToString(hub);
  }

  @ParameterizedTest
  @ValueSource(strings = {"$150", "$1,325", "$12,000"})
  void aPriceWithoutAPeriodIsNoSalary(String price) throws InterruptedException {
    Posting posting = only(priced(price));

    assertThat(posting.salary()).isEmpty();
    assertThat(posting.tags()).containsExactly(price);
  }

  @Test
  void aPriceWithAPeriodIsASalary() throws InterruptedException {
    Posting posting = only(priced("$25/hr"));

    assertThat(posting.salary()).map(salary -> salary.period()).contains(PayPeriod.HOUR);
    assertThat(posting.tags()).isEmpty();
  }

  @Test
  void theQueryIsAsked() throws InterruptedException {
    serveRows(row(0));

    search(
        query(10)
            .withTitles(List.of("welder", "smith"))
            .withRemote(Set.of(RemoteMode.REMOTE))
            .withMaxAge(Optional.of(Duration.ofHours(20)))
            .withEmploymentTypes(Set.of(EmploymentType.FULL_TIME))
            .withFullDescriptions(false));

    assertThat(server().requests())
        .extracting(request -> request.query("query").orElseThrow())
        .containsExactly("welder", "smith");
    RecordedRequest asked = server().requests().getFirst();
    assertThat(asked.query("postedToday")).contains("1");
    assertThat(asked.query("is_telecommuting")).contains("1");
    assertThat(asked.query("employment_type")).contains("1");
  }

  @Test
  void aLocationIsSearchedInItsMetro() throws Exception {
    Metros metros = new Metros(List.of("sfbay", "losangeles"), List.of("Oakland=eastbay"));
    FakeBoardContext context = context();

    assertThat(metros.of(query(1).withLocations(List.of("Oakland, CA")), context))
        .containsExactly("eastbay");
    assertThat(metros.of(query(1).withLocations(List.of("Los Angeles")), context))
        .containsExactly("losangeles");
    assertThat(metros.of(query(1), context)).containsExactly("sfbay", "losangeles");
    assertThat(context.skipped()).isEmpty();
  }

  @Test
  void aLocationWithoutAMetroIsReported() throws InterruptedException {
    serveRows(row(0));

    Searched searched = search(query(10).withLocations(List.of("Ulm")));

    assertThat(server().requests()).isEmpty();
    assertThat(searched.skipped())
        .singleElement()
        .satisfies(skipped -> assertThat(skipped.why()).hasMessageContaining("\"Ulm\""));
  }

  @Test
  void aMetroThatIsNoNameIsRefused() {
    Metros metros = new Metros(List.of("evil.example/"), List.of());

    assertThatThrownBy(() -> metros.of(query(1), context()))
        .isInstanceOfSatisfying(
            ExtensionException.class, bad -> assertThat(bad.kind()).isEqualTo(Kind.BAD_SETTINGS));
  }

  @Test
  void eachMetroIsAServerOfItsOwn() throws Exception {
    var settings = Map.of("metros", "chicago\nboston", "category", "sof");
    var context =
        new FakeBoardContext(
            board().descriptor(), settings, SettableClock.at("2026-11-22T09:00:00Z"));

    assertThat(new Search(query(1), context).addresses())
        .extracting(URI::toString)
        .containsExactly(
            "https://chicago.craigslist.org/search/sof?sort=date",
            "https://boston.craigslist.org/search/sof?sort=date");
  }

  @Test
  void aBlockedAddressIsAWall() throws InterruptedException {
    serve(
        RecordedAnswer.html(
            "<html><body><p>This IP has been automatically blocked.</p></body></html>"));

    assertThat(search(query(10)).failure()).map(ExtensionException::kind).contains(Kind.REFUSED);
  }

  @Test
  void thePageOfAPostingCompletesIt() throws InterruptedException {
    server().answer(PAGE, RecordedAnswer.html(page()));
    serveRows(row(0), row(1));

    Posting posting = search(query(10)).postings().getFirst();

    assertThat(posting.description().orElseThrow()).contains("Weld.").doesNotContain("QR Code");
    assertThat(posting.posted()).contains(LocalDate.of(2026, 11, 20));
    assertThat(posting.employmentTypes()).containsExactly(EmploymentType.FULL_TIME);
    assertThat(posting.salary().orElseThrow().min().orElseThrow()).isEqualByComparingTo("25");
    assertThat(posting.remote()).contains(RemoteMode.REMOTE);
    assertThat(posting.company()).contains("Söhne");
    assertThat(posting.tags()).containsExactly("Welder II");
  }

  @Test
  void postingsThatAreTooOldAreLeftOutWhereTheirDayIsKnown() throws InterruptedException {
    server().answer(PAGE, RecordedAnswer.html(page()));
    serveRows(row(0), row(1));

    assertThat(search(query(10).withMaxAge(Optional.of(Duration.ofHours(3)))).ids())
        .containsExactly("7900000001");
  }

  @Test
  void aPastedAddressIsRead() throws Exception {
    server().answer(PAGE, RecordedAnswer.html(page()));

    Posting posting =
        board().fetch(URI.create("https://sfbay.craigslist.org" + PAGE), context()).orElseThrow();

    assertThat(posting.title()).isEqualTo("Welder – 0");
    assertThat(posting.places()).extracting(Place::text).containsExactly("SOMA");
  }

  @Test
  void anExpiredPostingIsUnavailable() {
    server()
        .answer(
            PAGE,
            RecordedAnswer.html("<html><body><div class=\"removed\">Expired.</div></body></html>"));

    assertThatThrownBy(
            () -> board().fetch(URI.create("https://sfbay.craigslist.org" + PAGE), context()))
        .isInstanceOfSatisfying(
            ExtensionException.class, gone -> assertThat(gone.kind()).isEqualTo(Kind.UNAVAILABLE));
  }

  private String priced(String price) {
    return row(0)
        .replace(
            "<div class=\"details\">",
            "<div class=\"details\"><div class=\"price\">" + price + "</div>");
  }

  private static String page() {
    return """
        <html><body><h1><span id="titletextonly">Welder – 0</span><small> (SOMA)</small></h1>
        <time class="date timeago" datetime="2026-11-20T23:30:00-0800">2 days ago</time>
        <h2 class="company-name">Söhne</h2>
        <div class="attrgroup">
          <div class="attr"><span class="labl">compensation:</span> <span>$25 to $30 per hour</span></div>
          <div class="attr"><span class="labl">employment type:</span> <span>full-time</span></div>
          <div class="attr"><span class="labl">job title:</span> <span>Welder II</span></div>
          <div class="attr"><span>telecommuting okay</span></div>
        </div>
        <section id="postingbody"><div class="print-information">
          <p>QR Code Link to This Post</p></div>Weld.<br>Well.</section>
        </body></html>""";
  }

  private Posting only(String row) throws InterruptedException {
    serveRows(row);
    return search(query(10).withFullDescriptions(false)).postings().getFirst();
  }
}
