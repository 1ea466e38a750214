package dev.peregrine.plugin.board.smartrecruiters;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmartRecruitersBoardTest extends JobBoardContract {

  private static final String LIST = "/v1/companies/acme/postings";

  private static final String FULL =
      """
      {"id": "744000100000007", "name": "Data Engineer", "uuid": "0f0e7d4a-0000-4000-8000-000000000007",
       "refNumber": "REF7A", "company": {"identifier": "Acme", "name": "Acme Group"},
       "releasedDate": "2026-10-02T23:30:00.000Z",
       "location": {"city": "Lyon", "region": "ARA", "country": "fr", "remote": false,
         "hybrid": true, "fullLocation": "Lyon, , France"},
       "industry": {"id": "retail", "label": "Retail"}, "department": {"id": "9", "label": "Data"},
       "function": {"id": "engineering", "label": "Engineering"},
       "typeOfEmployment": {"id": "permanent", "label": "Full-time"},
       "experienceLevel": {"id": "associate", "label": "Associate"},
       "language": {"code": "fr-CA", "label": "French"},
       "ref": "https://api.smartrecruiters.com/v1/companies/Acme/postings/744000100000007"}""";

  private static final String DETAIL =
      """
      {"id": "%1$s", "name": "Data Engineer", "active": true,
       "postingUrl": "https://jobs.smartrecruiters.com/Acme/%1$s-data-engineer",
       "applyUrl": "https://jobs.smartrecruiters.com/Acme/%1$s-data-engineer?oga=true",
       "experienceLevel": {"id": "director", "label": "Director"},
       "jobAd": {"sections": {
         "companyDescription": {"title": "Who & what", "text": "<p>Shops.</p>"},
         "jobDescription": {"title": "The job", "text": "<p>R&amp;D</p>"},
         "qualifications": {"title": "You", "text": ""}}}}""";

  @Override
  protected JobBoard board() {
    return new SmartRecruitersBoard();
  }

  @Override
  protected String path() {
    return "/v1/companies/{employer}/postings";
  }

  @Override
  protected String row(int number) {
    return """
    {"id": "%d", "name": "Engineer %d für Züge", "company": {"identifier": "Acme", "name": "Acme"}}"""
        .formatted(744000100000000L + number, number);
  }

  /** Without a row it has some elsewhere: 0 in all is the answer for employers that are unknown. */
  @Override
  protected String answer(List<String> rows) {
    return "{\"offset\": 0, \"limit\": 100, \"totalFound\": %d, \"content\": [%s]}"
        .formatted(Math.max(1, rows.size()), String.join(",", rows));
  }

  @Override
  protected void prepare(RecordedServer ready) {
    for (String employer : List.of("acme", "globex")) {
      for (int number = 0; number < 10; number++) {
        String id = Long.toString(744000100000000L + number);
        ready.answer(
            LIST.replace("acme", employer) + "/" + id, RecordedAnswer.json(DETAIL.formatted(id)));
      }
    }
  }

  @Override
  protected boolean isSearchAnswer(Path recorded) {
    return recorded.toString().contains("_page");
  }

  @Test
  void aListedPostingKeepsAllItsParts() throws InterruptedException {
    serveRows(FULL);

    Posting posting = search(query(10).withFullDescriptions(false)).postings().getFirst();

    assertThat(posting.nativeId()).isEqualTo("744000100000007");
    assertThat(posting.url())
        .isEqualTo(URI.create("https://jobs.smartrecruiters.com/Acme/744000100000007"));
    assertThat(posting.company()).contains("Acme Group");
    assertThat(posting.places())
        .containsExactly(
            new Place("Lyon, France", Optional.of("Lyon"), Optional.of("ARA"), Optional.of("FR")));
    assertThat(posting.remote()).contains(RemoteMode.HYBRID);
    assertThat(posting.posted()).contains(LocalDate.of(2026, 10, 2));
    assertThat(posting.employmentTypes()).isEqualTo(Set.of(EmploymentType.FULL_TIME));
    assertThat(posting.salary()).isEmpty();
    assertThat(posting.description()).isEmpty();
    assertThat(posting.tags()).containsExactly("Data", "Engineering");
    assertThat(posting.details())
        .containsEntry(PostingDetail.DEPARTMENT, "Data")
        .containsEntry(PostingDetail.FUNCTION, "Engineering")
        .containsEntry(PostingDetail.INDUSTRY, "Retail")
        .containsEntry(PostingDetail.LEVEL, "Associate")
        .containsEntry(PostingDetail.LANGUAGE, "fr")
        .containsEntry(PostingDetail.REQUISITION, "REF7A");
    assertThat(server().requests()).as("no call for the text").hasSize(1);
  }

  @Test
  void theTextIsReadWhereItIsWanted() throws InterruptedException {
    serveRows(FULL);

    Posting posting = search(query(10)).postings().getFirst();

    assertThat(posting.description())
        .contains("<h3>Who &amp; what</h3>\n<p>Shops.</p>\n<h3>The job</h3>\n<p>R&amp;D</p>\n");
    assertThat(posting.url().getPath()).isEqualTo("/Acme/744000100000007-data-engineer");
    assertThat(posting.applyUrl()).isPresent();
    assertThat(posting.details()).containsEntry(PostingDetail.LEVEL, "Associate");
  }

  @Test
  void textsAreReadOnlyOfWhatFits() throws InterruptedException {
    serveRows(row(1), row(2).replace("Engineer 2", "Baker"));

    search(query(10).withTitles(List.of("Baker")));

    assertThat(server().requests().stream().map(RecordedRequest::path))
        .containsExactly(LIST, LIST + "/744000100000002");
  }

  @Test
  void aTextThatCannotBeReadCostsOnlyItself() throws InterruptedException {
    serveRows(row(1), row(2));
    server().answer(LIST + "/744000100000001", RecordedAnswer.status(500));
    server().answer(LIST + "/744000100000002", RecordedAnswer.json(DETAIL.formatted("9")));

    var searched = search(query(10));

    assertThat(searched.postings()).hasSize(2);
    assertThat(searched.postings()).allMatch(posting -> posting.description().isEmpty());
    assertThat(searched.skipped()).hasSize(2);
  }

  @Test
  void afterTooManyCallsNoMoreTextsAreAskedFor() throws InterruptedException {
    serveRows(row(1), row(2), row(3));
    server()
        .answer(
            LIST + "/744000100000001", RecordedAnswer.status(429).withHeader("Retry-After", "90"));

    var searched = search(query(10));

    assertThat(searched.failure()).isEmpty();
    assertThat(searched.postings()).hasSize(3);
    assertThat(searched.skipped()).hasSize(1);
    assertThat(server().requests()).hasSize(2);
  }

  @Test
  void anAnswerWithNothingMeansAnUnknownEmployer() throws InterruptedException {
    serve(RecordedAnswer.json("{\"offset\":0,\"limit\":100,\"totalFound\":0,\"content\":[]}"));

    var failure = search(query(10)).failure().orElseThrow();

    assertThat(failure.kind()).isEqualTo(Kind.BAD_SETTINGS);
    assertThat(failure).hasMessageContaining("\"acme\"");
  }

  @Test
  void pagesAreReadToTheEnd() throws InterruptedException {
    server()
        .answer(
            LIST,
            request -> {
              int offset = Integer.parseInt(request.query("offset").orElseThrow());
              var rows = IntStream.range(offset, Math.min(offset + 100, 230)).mapToObj(this::row);
              return RecordedAnswer.json(
                  answer(rows.toList())
                      .replaceFirst("\"totalFound\": \\d+", "\"totalFound\": 230"));
            });

    var searched = search(query(1000).withFullDescriptions(false));

    assertThat(searched.postings()).hasSize(230);
    assertThat(server().requests()).hasSize(3);
  }

  @Test
  void aServerThatGivesTheSamePageForEverIsLeft() throws InterruptedException {
    serve(RecordedAnswer.json(answer(List.of(row(1))).replace(": 1,", ": 9999,")));

    assertThat(search(query(1000).withFullDescriptions(false)).postings()).hasSize(1);
    assertThat(server().requests()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"remote\": true', REMOTE",
    "'\"remote\": true, \"hybrid\": true', HYBRID",
    "'\"remote\": false, \"hybrid\": false', ON_SITE",
    "'\"city\": \"Rome\"', ",
  })
  void hybridIsNeverRemote(String flags, RemoteMode remote) throws InterruptedException {
    serveRows(row(1).replaceFirst("\\{", "{\"location\": {%s}, ".formatted(flags)));

    assertThat(search(query(10)).postings().getFirst().remote())
        .isEqualTo(Optional.ofNullable(remote));
  }

  @Test
  void aPastedPostingIsRead() throws Exception {
    server()
        .answer(
            "/v1/companies/Acme/postings/744000100000007",
            RecordedAnswer.json(DETAIL.formatted("744000100000007")));

    Posting posting =
        board()
            .fetch(
                URI.create(
                    "https://jobs.smartrecruiters.com/Acme/744000100000007-data-engineer?x=1"),
                context())
            .orElseThrow();

    assertThat(posting.title()).isEqualTo("Data Engineer");
    assertThat(posting.company()).contains("Acme");
    assertThat(posting.description()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"404, {}", "200, '{\"id\": \"744000100000099\", \"active\": false}'"})
  void aPastedPostingThatIsGoneSaysSo(int status, String body) {
    server().answer(LIST + "/744000100000099", RecordedAnswer.json(body).withStatus(status));

    var gone =
        catchThrowableOfType(
            ExtensionException.class,
            () ->
                board()
                    .fetch(
                        URI.create("https://jobs.smartrecruiters.com/acme/744000100000099"),
                        context()));

    assertThat(gone.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(gone).hasMessageContaining("\"744000100000099\"");
  }

  @ParameterizedTest
  @CsvSource({
    "https://jobs.smartrecruiters.com/BoschGroup, BoschGroup",
    "https://careers.smartrecruiters.com/BoschGroup/sale?search=x, BoschGroup",
    "https://JOBS.smartrecruiters.com/BoschGroup/744000135080134-engineer, BoschGroup",
    "https://api.smartrecruiters.com/v1/companies/BoschGroup/postings/744000135080134, BoschGroup",
    "https://jobs.smartrecruiters.com/, ",
    "https://jobs.smartrecruiters.com.evil.example/BoschGroup, ",
    "https://jobs.smartrecruiters.com/..%2f..%2fadmin, ",
  })
  void anEmployerIsRecognisedByItsPage(URI address, String slug) {
    assertThat(board().employer(address).map(Employer::slug)).isEqualTo(Optional.ofNullable(slug));
  }
}
