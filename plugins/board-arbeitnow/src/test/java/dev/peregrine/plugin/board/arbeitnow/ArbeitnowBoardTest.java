package dev.peregrine.plugin.board.arbeitnow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.testkit.Held;
import dev.peregrine.testkit.HeldField;
import dev.peregrine.testkit.JobBoardContract;
import dev.peregrine.testkit.Paging;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedRequest;
import dev.peregrine.testkit.Searched;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArbeitnowBoardTest extends JobBoardContract {

  /** Of the rows below; the contract's clock shows a day in November 2026. */
  private static final long CREATED = Instant.parse("2026-11-20T10:00:00Z").getEpochSecond();

  @Override
  protected JobBoard board() {
    return new ArbeitnowBoard();
  }

  @Override
  protected String path() {
    return "/api/job-board-api";
  }

  @Override
  protected String row(int number) {
    return """
        {"slug": "bäcker-%1$d", "company_name": "Brot & Söhne", "title": "Bäcker %1$d",
         "description": "<p>Früh aufstehen.</p>", "remote": false,
         "url": "https://www.arbeitnow.com/jobs/companies/brot/baecker-%1$d",
         "tags": ["Handwerk"], "job_types": ["Vollzeit", "berufserfahren"],
         "location": "Ulm, Deutschland", "created_at": %2$d}"""
        .formatted(number, CREATED);
  }

  @Override
  protected String answer(List<String> rows) {
    return """
        {"data": [%s], "links": {"next": "https://www.arbeitnow.com/api?search=other&page=2"},
         "meta": {"current_page": 1, "per_page": 100}}"""
        .formatted(String.join(",", rows));
  }

  @Override
  protected Optional<Held> held(String recorded) {
    return Optional.of(
        Held.json(recorded, "data")
            .value(HeldField.TITLE, "title")
            .value(HeldField.COMPANY, "company_name")
            .value(HeldField.PLACES, row -> row.text("location").replaceFirst("^Remote$", ""))
            .value(
                HeldField.REMOTE,
                row -> row.text("remote").replace("true", "REMOTE").replace("false", "ON_SITE"))
            .value(HeldField.POSTED, "created_at")
            .some(HeldField.EMPLOYMENT_TYPES, "job_types")
            .value(HeldField.DESCRIPTION, "description")
            .value(HeldField.TAGS, "tags"));
  }

  @Override
  protected Optional<Paging> pages() {
    return Optional.of(Paging.byNumber("page", 1, 100));
  }

  @Test
  void aRowBecomesAPosting() throws InterruptedException {
    Posting posting = only(row(7));

    assertThat(posting.nativeId()).isEqualTo("bäcker-7");
    assertThat(posting.title()).isEqualTo("Bäcker 7");
    assertThat(posting.company()).contains("Brot & Söhne");
    assertThat(posting.url())
        .hasToString("https://www.arbeitnow.com/jobs/companies/brot/baecker-7");
    assertThat(posting.remote()).contains(RemoteMode.ON_SITE);
    assertThat(posting.posted()).contains(LocalDate.of(2026, 11, 20));
    assertThat(posting.places())
        .containsExactly(
            new Place("Ulm, Deutschland", Optional.empty(), Optional.empty(), Optional.of("DE")));
    assertThat(posting.employmentTypes()).containsExactly(EmploymentType.FULL_TIME);
    assertThat(posting.details()).containsEntry(PostingDetail.LEVEL, "berufserfahren");
    assertThat(posting.tags()).containsExactly("Handwerk");
    assertThat(posting.description()).contains("<p>Früh aufstehen.</p>");
  }

  @Test
  void aRowNeedsOnlyTitleAndAddress() throws InterruptedException {
    Posting posting =
        only(
            """
            {"title": "Koch", "url": "https://www.arbeitnow.com/jobs/koch", "slug": null,
             "remote": null, "location": "Remote", "job_types": null, "created_at": 0}""");

    assertThat(posting)
        .isEqualTo(
            Posting.of("https://www.arbeitnow.com/jobs/koch", "Koch", posting.url())
                .withRemote(Optional.of(RemoteMode.REMOTE)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"Teilzeit\"|PART_TIME",
        "\"fulltime permanent\"|FULL_TIME,PERMANENT",
        "\"Werkstudent\"|WORKING_STUDENT",
        "\"Ausbildung\", \"befristet\"|APPRENTICESHIP,TEMPORARY",
        "\"Side\"|PART_TIME",
        "\"Praktikum\"|INTERNSHIP",
        "\"Professional / Experienced\"|"
      })
  void germanAndEnglishWordsGiveTheEmploymentTypes(String words, String types)
      throws InterruptedException {
    List<EmploymentType> expected =
        types == null
            ? List.of()
            : Arrays.stream(types.split(",")).map(EmploymentType::valueOf).toList();

    assertThat(only(row(1).replace("\"Vollzeit\", \"berufserfahren\"", words)).employmentTypes())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void aRemoteRowHasNoPlaceCalledRemote() throws InterruptedException {
    String row = row(1).replace("false", "true").replace("Ulm, Deutschland", "Remote");

    assertThat(only(row).remote()).contains(RemoteMode.REMOTE);
    assertThat(only(row).places()).isEmpty();
  }

  @Test
  void aDescriptionWrittenAsTextBecomesMarkup() throws InterruptedException {
    String escaped = "&lt;p class=&quot;a&quot;&gt;R&amp;amp;D&lt;/p&gt;<p>Jobs</p>";

    assertThat(only(row(1).replace("<p>Früh aufstehen.</p>", escaped)).description())
        .contains("<p class=\"a\">R&amp;D</p><p>Jobs</p>");
  }

  @Test
  void pagesAreReadUntilOneIsShort() throws InterruptedException {
    servePages(250);

    Searched searched = search(query(1000));

    assertThat(searched.postings()).hasSize(250);
    assertThat(pagesAsked()).containsExactly("1", "2", "3");
    assertThat(server().requests()).noneMatch(request -> request.query("search").isPresent());
  }

  @Test
  void pagesAreReadUntilTheLimit() throws InterruptedException {
    servePages(250);

    assertThat(search(query(100)).postings()).hasSize(100);
    assertThat(pagesAsked()).containsExactly("1");
  }

  @Test
  void pagesAreReadUntilTheyAreTooOld() throws InterruptedException {
    server()
        .answer(
            path(),
            request -> {
              int page = Integer.parseInt(request.query("page").orElseThrow());
              return RecordedAnswer.json(
                  answer(
                      rowsOf(page).stream()
                          .map(row -> row.replace("" + CREATED, "" + (CREATED - page * 86_400L)))
                          .toList()));
            });

    Searched searched = search(query(1000).withMaxAge(Optional.of(Duration.ofDays(4))));

    assertThat(searched.postings()).hasSize(200);
    assertThat(pagesAsked()).containsExactly("1", "2", "3");
  }

  @Test
  void aServerThatGivesTheSamePageAgainIsLeft() throws InterruptedException {
    serveRows(rowsOf(1).toArray(String[]::new));

    assertThat(search(query(1000)).postings()).hasSize(100);
    assertThat(pagesAsked()).containsExactly("1", "2");
  }

  @Test
  void anOffsetLeavesTheFirstOut() throws InterruptedException {
    serveRows(row(1), row(2), row(3));
    BoardQuery query = query(2);

    Searched searched =
        search(
            new BoardQuery(
                query.titles(),
                query.locations(),
                query.country(),
                query.remote(),
                query.distanceKm(),
                query.maxAge(),
                query.employmentTypes(),
                query.minAnnualPay(),
                query.employers(),
                query.limit(),
                1,
                true));

    assertThat(searched.ids()).containsExactly("bäcker-2", "bäcker-3");
  }

  private void servePages(int rows) {
    server()
        .answer(
            path(),
            request -> {
              int page = Integer.parseInt(request.query("page").orElseThrow());
              return RecordedAnswer.json(
                  answer(
                      IntStream.range((page - 1) * 100, Math.min(page * 100, rows))
                          .mapToObj(this::row)
                          .toList()));
            });
  }

  private List<String> rowsOf(int page) {
    return IntStream.range(page * 100, page * 100 + 100).mapToObj(this::row).toList();
  }

  private List<String> pagesAsked() {
    return server().requests().stream()
        .map((RecordedRequest request) -> request.query("page").orElse(""))
        .toList();
  }

  private Posting only(String row) throws InterruptedException {
    serveRows(row);
    return search(query(10)).postings().getFirst();
  }
}
