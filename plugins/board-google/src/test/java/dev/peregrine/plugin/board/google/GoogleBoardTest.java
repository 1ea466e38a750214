package dev.peregrine.plugin.board.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.BoardFilter;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.testkit.FakeBoardContext;
import dev.peregrine.testkit.JobBoardContract;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.Searched;
import dev.peregrine.testkit.SettableClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GoogleBoardTest extends JobBoardContract {

  private static final String GATE =
      """
      <!DOCTYPE html><html><head><title>Google Search</title></head><body><noscript>
      <meta content="0;url=/httpservice/retry/enablejs?sei=x" http-equiv="refresh">
      </noscript></body></html>""";

  @Override
  protected JobBoard board() {
    return new GoogleBoard();
  }

  @Override
  protected String path() {
    return "/search";
  }

  @Override
  protected String contentType() {
    return "text/html; charset=utf-8";
  }

  @Override
  protected String row(int number) {
    return """
        ["Welder %1$d", "Stahl – Söhne", "Austin, TX, United States",
         [["https://jobs.example/welder/%1$d?utm_source=google"]], null, null, null, null, null,
         null, null, null, "3 days ago", null, null, null, null, null, null,
         "Weld \\"well\\" [and] often.", null, null, null, null, null, null, null, null,
         "id-%1$d"]"""
        .formatted(number);
  }

  @Override
  protected String answer(List<String> rows) {
    String arrays =
        rows.stream()
            .map(row -> "[[[[{\"520084652\":%s}]]]]".formatted(row))
            .collect(Collectors.joining(","));
    return """
        <!DOCTYPE html><html><head><title>jobs - Google Search</title></head><body>
        <script>window.data=[%s];</script>
        <p>%s</p></body></html>"""
        .formatted(arrays, rows.isEmpty() ? "Your search did not match any jobs" : "");
  }

  @Override
  protected List<String> brokenRows() {
    return List.of("[]", "[\"Title\", \"Company\"]", "[null, null, null, [[]]]", "[[[[]]]]");
  }

  @Override
  protected BoardQuery narrowed(BoardQuery query, BoardFilter filter) {
    return switch (filter) {
      case REMOTE -> query.withRemote(Set.of(RemoteMode.REMOTE));
      case EMPLOYMENT_TYPE -> query.withEmploymentTypes(Set.of(EmploymentType.CONTRACT));
      default -> super.narrowed(query, filter);
    };
  }

  @Test
  void anArrayBecomesAPosting() throws InterruptedException {
    Posting posting = only(row(7));

    assertThat(posting.nativeId()).isEqualTo("id-7");
    assertThat(posting.title()).isEqualTo("Welder 7");
    assertThat(posting.company()).contains("Stahl – Söhne");
    assertThat(posting.url()).hasToString("https://jobs.example/welder/7?utm_source=google");
    assertThat(posting.places())
        .containsExactly(
            new Place(
                "Austin, TX, United States",
                Optional.of("Austin"),
                Optional.of("TX"),
                Optional.of("US")));
    assertThat(posting.posted()).contains(LocalDate.of(2026, 11, 19));
    assertThat(posting.description()).contains("Weld \"well\" [and] often.");
    assertThat(posting.salary()).isEmpty();
    assertThat(posting.remote()).isEmpty();
  }

  @Test
  void anywhereIsNoPlace() throws InterruptedException {
    Posting posting = only(row(7).replace("Austin, TX, United States", "Anywhere"));

    assertThat(posting.places()).isEmpty();
    assertThat(posting.remote()).contains(RemoteMode.REMOTE);
  }

  @ParameterizedTest
  @CsvSource({
    "20, welder jobs Full time near Ulm since yesterday remote",
    "60, welder jobs Full time near Ulm in the last 3 days remote",
    "168, welder jobs Full time near Ulm in the last week remote",
    "400, welder jobs Full time near Ulm in the last month remote"
  })
  void theQueryBecomesASentence(int hours, String sentence) throws InterruptedException {
    serveRows(row(0));

    search(
        query(10)
            .withTitles(List.of("welder"))
            .withLocations(List.of("Ulm"))
            .withRemote(Set.of(RemoteMode.REMOTE))
            .withEmploymentTypes(Set.of(EmploymentType.FULL_TIME, EmploymentType.VOLUNTEER))
            .withMaxAge(Optional.of(Duration.ofHours(hours))));

    assertThat(server().requests().getFirst().query("q")).contains(sentence);
    assertThat(server().requests().getFirst().query("udm")).contains("8");
  }

  @Test
  void postingsThatAreTooOldAreLeftOut() throws InterruptedException {
    serveRows(row(0), row(1).replace("3 days ago", "1 day ago"));

    assertThat(search(query(10).withMaxAge(Optional.of(Duration.ofDays(2)))).ids())
        .containsExactly("id-1");
  }

  @Test
  void furtherPagesAreAskedForWithTheCursor() throws InterruptedException {
    serve(
        RecordedAnswer.html(
            answer(List.of(row(0), row(1)))
                .replace(
                    "</body>", "<div jsname=\"Yust4d\" data-async-fc=\"first\"></div></body>")));
    server()
        .answer(
            "/async/callback:550",
            request ->
                RecordedAnswer.of(
                    "text/plain; charset=utf-8",
                    request.query("fc").orElseThrow().equals("first")
                        ? further(row(2), "second")
                        : further(row(3), "")));

    assertThat(search(query(10)).ids()).containsExactly("id-0", "id-1", "id-2", "id-3");
    assertThat(server().requests().get(1).query("fcv")).contains("3");
  }

  @Test
  void aGateIsOpenedWithTheBrowser() throws InterruptedException {
    serveAfterGate(answer(List.of(row(0))));

    assertThat(search(query(10)).ids()).containsExactly("id-0");
  }

  @Test
  void cardsAreReadWhereTheBrowserSeesNoArrays() throws InterruptedException {
    serveAfterGate(
        """
        <html><body><div class="EimVGf">
        <a href="/search?q=x&udm=8#vhid=vt%3D20/docid%3DaBcDeFgH-1%3D%3D&vssid=jobs">
        <div class="tNxQIb PUpOsf">Welder</div><div class="wHYlTd MKCbgd a3jPc">Söhne</div>
        <div class="wHYlTd MKCbgd FqK3wc">Ulm, Germany • via LinkedIn</div>
        <div>2 days ago</div></a></div></body></html>""");

    Posting posting = search(query(10)).postings().getFirst();

    assertThat(posting.nativeId()).isEqualTo("aBcDeFgH-1");
    assertThat(posting.title()).isEqualTo("Welder");
    assertThat(posting.company()).contains("Söhne");
    assertThat(posting.url()).hasHost("www.google.com");
    assertThat(posting.places()).extracting(Place::text).containsExactly("Ulm, Germany");
    assertThat(posting.posted()).contains(LocalDate.of(2026, 11, 20));
  }

  @Test
  void unusualTrafficIsAWall() throws InterruptedException {
    serveAfterGate("<html><body>Our systems have detected unusual traffic.</body></html>");

    assertThat(search(query(10)).failure()).map(ExtensionException::kind).contains(Kind.REFUSED);
  }

  @Test
  void thePersonsOwnSentenceIsSentAsItIs() throws InterruptedException {
    var values =
        Map.of(
            "base-url",
            server().address().toString(),
            "google-search-term",
            "tea jobs, but good ones");
    serveRows(row(0));

    Searched.by(
        board(),
        query(10).withTitles(List.of("x", "y")),
        new FakeBoardContext(
            board().descriptor(), values, SettableClock.at("2026-11-22T09:00:00Z")));

    assertThat(server().requests())
        .singleElement()
        .satisfies(asked -> assertThat(asked.query("q")).contains("tea jobs, but good ones"));
  }

  private void serveAfterGate(String page) {
    var asked = new AtomicInteger();
    server()
        .answer(path(), request -> RecordedAnswer.html(asked.getAndIncrement() == 0 ? GATE : page));
  }

  private static String further(String row, String cursor) {
    String piece = "[[[{\"520084652\":%s}]]]".formatted(row);
    String escaped = piece.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return ")]}'\n12;[[[\"x\",\"%s\"]]]\n<div data-async-fc=\"%s\"></div>"
        .formatted(escaped, cursor);
  }

  private Posting only(String row) throws InterruptedException {
    serveRows(row);
    return search(query(10)).postings().getFirst();
  }
}
