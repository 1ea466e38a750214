package dev.peregrine.plugin.board.teamtailor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.Employer;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.testkit.JobBoardContract;
import dev.peregrine.testkit.RecordedAnswer;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamtailorBoardTest extends JobBoardContract {

  private static final String FULL =
      """
      {"id": "0f0e7d4a-0000-4000-8000-000000000077", "title": "Data Engineer",
       "url": "https://acme.teamtailor.com/jobs/77-data-engineer",
       "date_published": "2026-10-02T23:30:00+02:00", "content_html": "<p>R&amp;D</p>",
       "_jobposting": {"@type": "JobPosting", "title": "Data Engineer",
         "hiringOrganization": {"@type": "Organization", "name": "Acme GmbH"},
         "employmentType": "PART_TIME", "validThrough": "2026-12-31",
         "identifier": {"@type": "PropertyValue", "name": "Acme", "value": 77},
         "baseSalary": {"@type": "MonetaryAmount", "currency": "EUR", "value":
           {"@type": "QuantitativeValue", "minValue": 3000, "maxValue": 4000, "unitText": "MONTH"}},
         "jobLocation": [{"@type": "Place", "address": {"@type": "PostalAddress",
           "streetAddress": "Weg 1", "addressLocality": "Graz", "addressCountry": "AT"}}]}}""";

  private static final String ITEM =
      """
      <item><title>Data &amp; AI Engineer</title>
        <description>&lt;p&gt;R&amp;amp;D&lt;/p&gt;</description>
        <pubDate>Fri, 02 Oct 2026 23:30:00 +0200</pubDate>
        <link>https://acme.teamtailor.com/jobs/%1$d-data-engineer</link>
        <remoteStatus>hybrid</remoteStatus>
        <guid>0f0e7d4a-0000-4000-8000-%1$012d</guid>
        <tt:locations><tt:location><tt:name>HQ</tt:name><tt:address>Weg 1</tt:address><tt:zip/>
          <tt:city>Graz</tt:city><tt:country>Austria</tt:country></tt:location>
          <tt:location><tt:name>Linz</tt:name><tt:city>Linz</tt:city></tt:location></tt:locations>
        <tt:department>Research</tt:department><tt:role>Engineer</tt:role></item>""";

  @Override
  protected JobBoard board() {
    return new TeamtailorBoard();
  }

  @Override
  protected String path() {
    return "/{employer}/jobs.json";
  }

  @Override
  protected String row(int number) {
    return """
    {"id": "0f0e7d4a-0000-4000-8000-%1$012d", "title": "Engineer %1$d für Züge",
     "url": "https://acme.teamtailor.com/jobs/%1$d-engineer"}"""
        .formatted(number);
  }

  @Override
  protected String answer(List<String> rows) {
    return "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"Acme\", \"items\": [%s]}"
        .formatted(String.join(",", rows));
  }

  @Override
  protected OptionalInt rowsIn(String recorded) {
    return OptionalInt.of(2);
  }

  @Test
  void aFullPostingKeepsAllItsParts() throws InterruptedException {
    Posting posting = only(FULL);

    assertThat(posting.nativeId()).isEqualTo("0f0e7d4a-0000-4000-8000-000000000077");
    assertThat(posting.url())
        .isEqualTo(URI.create("https://acme.teamtailor.com/jobs/77-data-engineer"));
    assertThat(posting.company()).contains("Acme GmbH");
    assertThat(posting.places())
        .containsExactly(
            new Place("Graz, AT", Optional.of("Graz"), Optional.empty(), Optional.of("AT")));
    assertThat(posting.posted()).contains(LocalDate.of(2026, 10, 2));
    assertThat(posting.closes()).isPresent();
    assertThat(posting.employmentTypes()).isEqualTo(Set.of(EmploymentType.PART_TIME));
    assertThat(posting.salary().orElseThrow().period()).isEqualTo(PayPeriod.MONTH);
    assertThat(posting.description()).contains("<p>R&amp;D</p>");
    assertThat(posting.remote()).isEmpty();
    assertThat(posting.details()).containsEntry(PostingDetail.REQUISITION, "77");
  }

  @Test
  void theOtherFeedTellsTheDepartmentAndHowMuchIsDoneFromHome() throws InterruptedException {
    server().answer("/acme/jobs.rss", rss(ITEM.formatted(77)));

    Posting posting = only(FULL);

    assertThat(posting.remote()).contains(RemoteMode.HYBRID);
    assertThat(posting.details())
        .containsEntry(PostingDetail.DEPARTMENT, "Research")
        .containsEntry(PostingDetail.FUNCTION, "Engineer");
    assertThat(posting.tags()).containsExactly("Research", "Engineer");
    assertThat(posting.title()).isEqualTo("Data Engineer");
  }

  @Test
  void theOtherFeedMayFail() throws InterruptedException {
    server().answer("/acme/jobs.rss", RecordedAnswer.status(500));
    serveRows(FULL);

    var searched = search(query(10));

    assertThat(searched.failure()).isEmpty();
    assertThat(searched.postings()).hasSize(1);
    assertThat(searched.skipped()).hasSize(1);
  }

  @Test
  void theOtherFeedAloneIsEnough() throws InterruptedException {
    server().answer("/acme/jobs.rss", rss(ITEM.formatted(77)));

    var searched = search(query(10));

    assertThat(searched.failure()).isEmpty();
    Posting posting = searched.postings().getFirst();
    assertThat(posting.title()).isEqualTo("Data & AI Engineer");
    assertThat(posting.company()).contains("Acme Süd");
    assertThat(posting.description()).contains("<p>R&amp;D</p>");
    assertThat(posting.posted()).contains(LocalDate.of(2026, 10, 2));
    assertThat(posting.places())
        .containsExactly(
            new Place(
                "HQ, Graz, Austria", Optional.of("Graz"), Optional.empty(), Optional.of("AT")),
            new Place("Linz", Optional.of("Linz"), Optional.empty(), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({"fully, REMOTE", "hybrid, HYBRID", "none, ON_SITE", "temporary, ", "'', "})
  void hybridIsNeverRemote(String status, RemoteMode remote) throws InterruptedException {
    serve(rss(ITEM.formatted(1).replace("hybrid", status)));

    assertThat(search(query(10)).postings().getFirst().remote())
        .isEqualTo(Optional.ofNullable(remote));
  }

  @Test
  void pagesOfTheFeedInJsonAreFollowed() throws InterruptedException {
    server()
        .answer(
            "/acme/jobs.json",
            request ->
                RecordedAnswer.json(
                    request.query("page").isPresent()
                        ? answer(List.of(row(2)))
                        : answer(List.of(row(1)))
                            .replaceFirst(
                                "\\{",
                                "{\"next_url\": \"https://acme.teamtailor.com/jobs.json?page=2\",")));

    assertThat(search(query(10)).postings()).hasSize(2);
  }

  @Test
  void pagesOfTheFeedInRssAreFollowed() throws InterruptedException {
    server()
        .answer(
            "/acme/jobs.rss",
            request -> {
              int offset = Integer.parseInt(request.query("offset").orElseThrow());
              return rss(
                  IntStream.range(offset, Math.min(offset + 100, 130))
                      .mapToObj(ITEM::formatted)
                      .collect(Collectors.joining()));
            });

    assertThat(search(query(1000)).postings()).hasSize(130);
  }

  @Test
  void anEmployerThatLeadsElsewhereIsNotKnown() throws InterruptedException {
    serve(RecordedAnswer.status(302).withHeader("Location", "/en/"));
    server().answer("/en/", RecordedAnswer.html("<html><body>Hire!</body></html>"));

    var failure = search(query(10)).failure().orElseThrow();

    assertThat(failure.kind()).isEqualTo(Kind.BAD_SETTINGS);
    assertThat(failure).hasMessageContaining("\"acme\"");
  }

  @Test
  void aServerForOneEmployerNeedsNoFolder() throws InterruptedException {
    server().answer("/jobs.json", RecordedAnswer.json(answer(List.of(row(1)))));

    assertThat(search(query(10)).postings()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"evil.example", "a b", "acme-", "ümlaut"})
  void aNameThatIsNoHostIsNotAskedFor(String slug) throws InterruptedException {
    var failure =
        search(query(10).withEmployers(List.of(Employer.of(slug)))).failure().orElseThrow();

    assertThat(failure.kind()).isEqualTo(Kind.BAD_SETTINGS);
    assertThat(failure).hasMessageContaining("\"%s\"", slug);
    assertThat(server().requests()).isEmpty();
  }

  @Test
  void aPastedPostingIsRead() throws Exception {
    serveRows(row(1), FULL);

    Posting posting =
        board()
            .fetch(
                URI.create("https://acme.teamtailor.com/de/jobs/77-anderer-titel?x=1"), context())
            .orElseThrow();

    assertThat(posting.title()).isEqualTo("Data Engineer");
  }

  @Test
  void aPastedPostingThatIsGoneSaysSo() {
    serveRows(row(1));

    var gone =
        catchThrowableOfType(
            ExtensionException.class,
            () -> board().fetch(URI.create("https://acme.teamtailor.com/jobs/99"), context()));

    assertThat(gone.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(gone).hasMessageContaining("\"99\"");
  }

  @ParameterizedTest
  @CsvSource({
    "https://acme.teamtailor.com, acme",
    "https://Acme.teamtailor.com/jobs/12-baker, acme",
    "https://acme.na.teamtailor.com/jobs, acme.na",
    "https://www.teamtailor.com/en/, ",
    "https://acme.teamtailor.com.evil.example/jobs, ",
  })
  void anEmployerIsRecognisedByItsPage(URI address, String slug) {
    assertThat(board().employer(address).map(Employer::slug)).isEqualTo(Optional.ofNullable(slug));
  }

  private Posting only(String row) throws InterruptedException {
    serveRows(row);
    var searched = search(query(10));
    assertThat(searched.failure()).isEmpty();
    assertThat(searched.skipped()).isEmpty();
    return searched.postings().getFirst();
  }

  private static RecordedAnswer rss(String items) {
    return RecordedAnswer.xml(
        "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:tt=\"https://teamtailor.com/locations\"><channel><title>Acme Süd</title>%s</channel></rss>"
            .formatted(items));
  }
}
