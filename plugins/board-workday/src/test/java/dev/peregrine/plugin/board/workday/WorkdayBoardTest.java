package dev.peregrine.plugin.board.workday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.Employer;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.testkit.JobBoardContract;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedRequest;
import dev.peregrine.testkit.RecordedServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkdayBoardTest extends JobBoardContract {

  private static final String JOBS = "/wday/cxs/acme/acme/jobs";
  private static final String FACETS =
      """
      [{"facetParameter": "timeType", "values": [{"id": "full", "count": 2090}, {"id": "part", "count": 10}]},
       {"facetParameter": "places", "values": [{"facetParameter": "locations", "values": [
         {"id": "graz", "count": 1060}, {"id": "linz", "count": 1040}]}]}]""";

  private static final String DETAIL =
      """
      {"jobPostingInfo": {"id": "0a", "title": "Engineer", "jobDescription": "<p>R&amp;D</p>",
         "location": "Graz (ST)", "additionalLocations": ["Linz", "Home office - Austria"],
         "postedOn": "Posted 30+ Days Ago", "startDate": "2026-10-02", "endDate": "2026-12-31",
         "timeType": "Full time", "jobReqId": "R-%1$d", "remoteType": "Hybrid",
         "country": {"descriptor": "Austria"},
         "jobRequisitionLocation": {"country": {"alpha2Code": "AT"}},
         "externalUrl": "https://acme.wd1.myworkdayjobs.com/acme/job/Graz-ST/Engineer_R-%1$d"},
       "hiringOrganization": {"name": "Acme Works GmbH", "url": "https://acme.example"}}""";

  @Override
  protected JobBoard board() {
    return new WorkdayBoard();
  }

  @Override
  protected String path() {
    return "/wday/cxs/{employer}/{employer}/jobs";
  }

  @Override
  protected String row(int number) {
    return """
    {"title": "Engineer %1$d für Züge", "externalPath": "/job/Graz-ST/Engineer_R-%1$d",
     "locationsText": "Graz (ST)", "postedOn": "Posted 3 Days Ago", "bulletFields": ["R-%1$d"]}"""
        .formatted(number);
  }

  @Override
  protected String answer(List<String> rows) {
    return answer(rows, rows.size());
  }

  private static String answer(List<String> rows, int total) {
    return "{\"total\": %d, \"jobPostings\": [%s], \"facets\": %s, \"userAuthenticated\": false}"
        .formatted(total, String.join(",", rows), FACETS);
  }

  @Override
  protected boolean isSearchAnswer(Path recorded) {
    return !recorded.toString().contains("detail");
  }

  @Override
  protected void prepare(RecordedServer ready) {
    for (String employer : List.of("acme", "globex")) {
      for (int number = 0; number < 40; number++) {
        ready.answer(
            "/wday/cxs/%1$s/%1$s/job/Graz-ST/Engineer_R-%2$d".formatted(employer, number),
            RecordedAnswer.json(DETAIL.formatted(number)));
      }
    }
  }

  @Test
  void aListedPostingKeepsAllItsParts() throws InterruptedException {
    serveRows(
        row(7).replaceFirst("\\{", "{\"timeType\": \"Part time\", \"remoteType\": \"On-site\", "));

    Posting posting = search(query(10).withFullDescriptions(false)).postings().getFirst();

    assertThat(posting.nativeId()).isEqualTo("acme/R-7");
    assertThat(posting.url())
        .isEqualTo(URI.create("https://acme.wd1.myworkdayjobs.com/acme/job/Graz-ST/Engineer_R-7"));
    assertThat(posting.company()).contains("acme");
    assertThat(posting.places().stream().map(Place::text)).containsExactly("Graz (ST)");
    assertThat(posting.posted()).contains(LocalDate.of(2026, 11, 19));
    assertThat(posting.employmentTypes()).isEqualTo(Set.of(EmploymentType.PART_TIME));
    assertThat(posting.remote()).contains(RemoteMode.ON_SITE);
    assertThat(posting.details()).containsEntry(PostingDetail.REQUISITION, "R-7");
    assertThat(posting.salary()).isEmpty();
    assertThat(server().requests()).as("no call for the text").hasSize(1);
  }

  @Test
  void theRestIsReadWhereItIsWanted() throws InterruptedException {
    serveRows(row(7));

    Posting posting = search(query(10)).postings().getFirst();

    assertThat(posting.nativeId()).isEqualTo("acme/R-7");
    assertThat(posting.company()).contains("Acme Works GmbH");
    assertThat(posting.description()).contains("<p>R&amp;D</p>");
    assertThat(posting.places())
        .containsExactly(
            place("Graz (ST)", Optional.of("AT")),
            place("Linz", Optional.empty()),
            place("Home office - Austria", Optional.of("AT")));
    assertThat(posting.remote()).contains(RemoteMode.HYBRID);
    assertThat(posting.posted()).contains(LocalDate.of(2026, 10, 2));
    assertThat(posting.closes()).contains(Instant.parse("2027-01-01T00:00:00Z"));
    assertThat(posting.employmentTypes()).isEqualTo(Set.of(EmploymentType.FULL_TIME));
    assertThat(posting.details()).containsEntry(PostingDetail.COMPANY_SITE, "https://acme.example");
  }

  @ParameterizedTest
  @CsvSource({"Posted Today, 2026-11-22", "Posted Yesterday, 2026-11-21", "Posted 30+ Days Ago, "})
  void aDayThatIsNotToldStaysUnknown(String text, LocalDate day) throws InterruptedException {
    serveRows(row(1).replace("Posted 3 Days Ago", text));

    assertThat(search(query(10).withFullDescriptions(false)).postings().getFirst().posted())
        .isEqualTo(Optional.ofNullable(day));
  }

  @Test
  void ofSeveralPlacesTheListTellsTheFirst() throws InterruptedException {
    serveRows(row(1).replace("Graz (ST)", "3 Locations"));

    assertThat(search(query(10).withFullDescriptions(false)).postings().getFirst().places())
        .containsExactly(place("Graz ST", Optional.empty()));
  }

  @Test
  void aPostingWithoutPlaceHasNone() throws InterruptedException {
    serveRows(
        "{\"title\": \"Baker\", \"externalPath\": \"/job/Baker_R_17\", \"bulletFields\": [\"Graz\", \"R_17\"]}");

    Posting posting = search(query(10).withFullDescriptions(false)).postings().getFirst();

    assertThat(posting.places()).isEmpty();
    assertThat(posting.nativeId()).isEqualTo("acme/R_17");
    assertThat(posting.details()).containsEntry(PostingDetail.REQUISITION, "R_17");
  }

  @Test
  void pagesAreReadAlthoughOnlyTheFirstTellsHowManyThereAre() throws InterruptedException {
    servePages(50, 50);

    var searched = search(query(1000).withFullDescriptions(false));

    assertThat(searched.postings()).hasSize(50);
    assertThat(searched.skipped()).isEmpty();
    assertThat(server().requests()).hasSize(3);
    assertThat(server().requests().getLast().body()).contains("\"limit\": 20, \"offset\": 40");
  }

  @Test
  void oneAnswerOfTooManyCallsCutsNothingOff() throws InterruptedException {
    var asked = new AtomicInteger();
    server()
        .answer(
            JOBS,
            request ->
                asked.incrementAndGet() == 2
                    ? RecordedAnswer.status(429).withHeader("Retry-After", "0")
                    : RecordedAnswer.json(page(request, 50, 50)));

    assertThat(search(query(1000).withFullDescriptions(false)).postings()).hasSize(50);
  }

  @Test
  void aServerThatRepeatsItselfIsLeftAndThatIsSaid() throws InterruptedException {
    serve(RecordedAnswer.json(answer(List.of(row(1), row(2)), 29)));

    var searched = search(query(1000));

    assertThat(searched.failure()).isEmpty();
    assertThat(searched.postings()).hasSize(2);
    assertThat(searched.skipped()).hasSize(1);
    assertThat(searched.skipped().getFirst().why()).hasMessageContaining("29");
  }

  @Test
  void anEmployerWithMoreThanARoundIsReadInParts() throws InterruptedException {
    server()
        .answer(
            JOBS,
            request -> {
              int offset = offset(request) % 2000;
              boolean all = request.body().contains("\"appliedFacets\": {}");
              int from = all || request.body().contains("graz") ? 0 : 1060;
              int to = all ? 2000 : from == 0 ? 1060 : 2100;
              var rows =
                  IntStream.range(from + offset, Math.min(from + offset + 20, to))
                      .mapToObj(this::row);
              return RecordedAnswer.json(answer(rows.toList(), all ? 2100 : to - from));
            });

    var searched = search(query(5000).withFullDescriptions(false));

    assertThat(searched.postings()).hasSize(2100);
    assertThat(searched.skipped()).isEmpty();
    assertThat(server().requests().getLast().body())
        .contains("\"appliedFacets\": {\"locations\": [\"linz\"]}");
  }

  @Test
  void ofALargeEmployerOnlyTheTitlesAreAskedFor() throws InterruptedException {
    servePages(40, 900);

    var searched =
        search(
            query(1000)
                .withTitles(List.of("engineer \"12\"", "Baker"))
                .withFullDescriptions(false));

    assertThat(searched.ids()).containsExactly("acme/R-12");
    assertThat(server().requests().get(1).body())
        .contains("\"searchText\": \"engineer \\\"12\\\"\"");
    assertThat(server().requests().getLast().body()).contains("\"searchText\": \"Baker\"");
  }

  @Test
  void aTextThatCannotBeReadCostsOnlyItself() throws InterruptedException {
    serveRows(row(1), row(2), row(3));
    server()
        .answer(
            "/wday/cxs/acme/acme/job/Graz-ST/Engineer_R-1", RecordedAnswer.json(answer(List.of())));
    server()
        .answer(
            "/wday/cxs/acme/acme/job/Graz-ST/Engineer_R-2",
            RecordedAnswer.json(DETAIL.formatted(3)));

    var searched = search(query(10));

    assertThat(searched.failure()).isEmpty();
    assertThat(searched.postings()).hasSize(3);
    assertThat(searched.skipped()).hasSize(2);
    assertThat(searched.postings().getLast().description()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"404", "422", "303"})
  void anEmployerThatIsNotKnownIsNamed(int status) throws InterruptedException {
    serve(RecordedAnswer.status(status));

    var failure = search(query(10)).failure().orElseThrow();

    assertThat(failure.kind()).isEqualTo(Kind.BAD_SETTINGS);
    assertThat(failure).hasMessageContaining("\"acme\"");
    assertThat(server().requests()).hasSize(1);
  }

  @Test
  void aPathThatIsNoPostingsIsNotFollowed() throws InterruptedException {
    serveRows(row(1), row(2).replace("/job/Graz-ST", "/job/../../../admin"));

    var searched = search(query(10));

    assertThat(searched.postings()).hasSize(1);
    assertThat(searched.skipped()).hasSize(1);
    assertThat(server().requests()).noneMatch(request -> request.path().contains("admin"));
  }

  @Test
  void allThreeNamesAreUsed() throws InterruptedException {
    server().answer("/wday/cxs/acme/My_Site/jobs", RecordedAnswer.json(answer(List.of(row(1)))));

    var searched =
        search(
            query(10)
                .withEmployers(List.of(Employer.of("acme.wd5.My_Site")))
                .withFullDescriptions(false));

    assertThat(searched.postings().getFirst().url())
        .isEqualTo(
            URI.create("https://acme.wd5.myworkdayjobs.com/My_Site/job/Graz-ST/Engineer_R-1"));
  }

  @ParameterizedTest
  @CsvSource({"evil.example.com", "a b", "acme.wd5.", "acme.wd5.a b"})
  void aNameThatIsNoHostIsNotAskedFor(String slug) throws InterruptedException {
    var failure =
        search(query(10).withEmployers(List.of(Employer.of(slug)))).failure().orElseThrow();

    assertThat(failure.kind()).isEqualTo(Kind.BAD_SETTINGS);
    assertThat(failure).hasMessageContaining("\"%s\"", slug);
    assertThat(server().requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://acme.wd1.myworkdayjobs.com/acme/job/Graz-ST/Engineer_R-7?source=x",
    "https://acme.wd1.myworkdayjobs.com/de-DE/acme/job/Graz-ST/Engineer_R-7/apply/manually",
  })
  void aPastedPostingIsRead(URI address) throws Exception {
    Posting posting = board().fetch(address, context()).orElseThrow();

    assertThat(posting.nativeId()).isEqualTo("acme/R-7");
    assertThat(posting.title()).isEqualTo("Engineer");
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
                        URI.create("https://acme.wd1.myworkdayjobs.com/acme/details/Baker_R-99"),
                        context()));

    assertThat(gone.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(gone).hasMessageContaining("Baker_R-99");
  }

  @ParameterizedTest
  @CsvSource({
    "https://acme.wd5.myworkdayjobs.com/Careers, acme.wd5.Careers",
    "https://Acme.wd5.myworkdayjobs.com/en-US/My_Careers/job/Graz/Baker_R-1, acme.wd5.My_Careers",
    "https://acme.wd103.myworkdayjobs.com/wday/cxs/acme/Careers/jobs, acme.wd103.Careers",
    "https://acme.wd5/Careers, acme.wd5.Careers",
    "https://acme/Careers, acme.Careers",
    "https://acme.wd5.myworkdayjobs.com/, ",
    "https://acme.wd5.myworkdayjobs.com/en-US, ",
    "https://acme.myworkdayjobs.com/Careers, ",
    "https://acme.wd5.myworkdayjobs.com.evil.example/Careers, ",
    "https://localhost/Careers, ",
  })
  void anEmployerIsRecognisedByItsPage(URI address, String slug) {
    assertThat(board().employer(address).map(Employer::slug)).isEqualTo(Optional.ofNullable(slug));
  }

  private void servePages(int rows, int total) {
    server().answer(JOBS, request -> RecordedAnswer.json(page(request, rows, total)));
  }

  private String page(RecordedRequest request, int rows, int total) {
    int offset = offset(request);
    return answer(
        IntStream.range(offset, Math.min(offset + 20, rows)).mapToObj(this::row).toList(),
        offset == 0 ? total : 0);
  }

  private static int offset(RecordedRequest request) {
    Matcher offset = Pattern.compile("\"offset\": (\\d+)").matcher(request.body());
    assertThat(offset.find()).isTrue();
    return Integer.parseInt(offset.group(1));
  }

  private static Place place(String text, Optional<String> country) {
    return new Place(text, Optional.empty(), Optional.empty(), country);
  }
}
