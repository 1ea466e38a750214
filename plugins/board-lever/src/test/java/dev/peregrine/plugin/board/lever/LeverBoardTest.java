package dev.peregrine.plugin.board.lever;

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
import dev.peregrine.api.Salary;
import dev.peregrine.api.board.Employer;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.testkit.Held;
import dev.peregrine.testkit.HeldField;
import dev.peregrine.testkit.JobBoardContract;
import dev.peregrine.testkit.Paging;
import dev.peregrine.testkit.RecordedAnswer;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeverBoardTest extends JobBoardContract {

  private static final String ID = "5f0c2d1e-0000-4000-8000-000000000007";

  private static final String FULL =
      """
      {"id": "%1$s", "text": "Data Engineer", "country": "DE", "createdAt": 1767225599000,
       "workplaceType": "hybrid",
       "hostedUrl": "https://jobs.lever.co/acme/%1$s",
       "applyUrl": "https://jobs.lever.co/acme/%1$s/apply",
       "categories": {"location": "Berlin", "allLocations": ["Berlin", "Vienna, Austria"],
         "commitment": "Full-time", "team": "Data", "department": "Engineering", "level": "Senior"},
       "opening": "<p>Opening.</p>", "descriptionBody": "<p>Body.</p>",
       "description": "<p>Opening.</p><p>Body.</p>", "descriptionPlain": "Opening. Body.",
       "lists": [{"text": "You & we", "content": "\\n<li>SQL</li>\\n<li>Größe</li>"},
         {"text": "Nice to have", "content": "<li>dbt</li>"}],
       "additional": "<p>Additional.</p>", "additionalPlain": "Additional.",
       "salaryRange": {"currency": "EUR", "interval": "per-year-salary", "min": 70000, "max": 90000},
       "salaryDescriptionPlain": "Plus shares."}"""
          .formatted(ID);

  @Override
  protected JobBoard board() {
    return new LeverBoard();
  }

  @Override
  protected String path() {
    return "/v0/postings/{employer}";
  }

  @Override
  protected String row(int number) {
    return """
    {"id": "5f0c2d1e-0000-4000-8000-%1$012d", "text": "Engineer %1$d für Züge",
     "hostedUrl": "https://jobs.lever.co/acme/5f0c2d1e-0000-4000-8000-%1$012d"}"""
        .formatted(number);
  }

  @Override
  protected String answer(List<String> rows) {
    return "[%s]".formatted(String.join(",", rows));
  }

  @Override
  protected Optional<Held> held(String recorded) {
    return Optional.of(
        Held.json(recorded, "")
            .value(HeldField.TITLE, "text")
            .always(HeldField.COMPANY, "acme")
            .value(HeldField.APPLY_URL, "applyUrl")
            .value(HeldField.PLACES, "categories.allLocations")
            .value(HeldField.REMOTE, "workplaceType")
            .value(HeldField.POSTED, "createdAt")
            .value(HeldField.EMPLOYMENT_TYPES, "categories.commitment")
            .salary(
                "salaryRange.min",
                "salaryRange.max",
                "salaryRange.currency",
                "salaryRange.interval")
            .value(HeldField.DESCRIPTION, "description")
            .value(HeldField.DESCRIPTION, "additional")
            .value(
                HeldField.DESCRIPTION,
                row -> row.texts("lists.content").stream().findFirst().orElse(""))
            .some(HeldField.TAGS, "categories.department", "categories.team")
            .value(PostingDetail.DEPARTMENT, "categories.department", "categories.team")
            .value(PostingDetail.LEVEL, "categories.level"));
  }

  @Override
  protected Optional<Paging> pages() {
    return Optional.of(Paging.byOffset("skip", 100));
  }

  @Override
  protected Optional<String> rowPaidIn(String currency) {
    return Optional.of(FULL.replace("\"EUR\"", "\"%s\"".formatted(currency)));
  }

  @Test
  void aFullPostingKeepsAllItsParts() throws InterruptedException {
    Posting posting = only(FULL);

    assertThat(posting.nativeId()).isEqualTo(ID);
    assertThat(posting.company()).contains("acme");
    assertThat(posting.applyUrl())
        .contains(URI.create("https://jobs.lever.co/acme/" + ID + "/apply"));
    assertThat(posting.remote()).contains(RemoteMode.HYBRID);
    assertThat(posting.places())
        .containsExactly(place("Berlin", "DE"), place("Vienna, Austria", "AT"));
    assertThat(posting.posted()).contains(LocalDate.of(2025, 12, 31));
    assertThat(posting.employmentTypes()).isEqualTo(Set.of(EmploymentType.FULL_TIME));
    assertThat(posting.tags()).containsExactly("Engineering", "Data");
    assertThat(posting.details())
        .containsEntry(PostingDetail.DEPARTMENT, "Engineering")
        .containsEntry(PostingDetail.LEVEL, "Senior");
  }

  @Test
  void theDescriptionHasTheListsAndWhatIsAdditional() throws InterruptedException {
    assertThat(only(FULL).description().orElseThrow())
        .containsSubsequence(
            "<p>Opening.</p><p>Body.</p>",
            "<h3>You &amp; we</h3>",
            "<ul><li>SQL</li>",
            "<li>Größe</li></ul>",
            "<h3>Nice to have</h3>",
            "<p>Plus shares.</p>",
            "<p>Additional.</p>");
  }

  @Test
  void aPlainDescriptionIsMadeHtml() throws InterruptedException {
    Posting posting = only(with("\"descriptionPlain\": \"a < b\\nc\""));

    assertThat(posting.description().orElseThrow()).startsWith("<p>a &lt; b<br>c</p>");
  }

  @Test
  void aPostingWithIdTitleAndAddressIsEnough() throws InterruptedException {
    Posting posting = only(row(1));

    assertThat(posting.places()).isEmpty();
    assertThat(posting.remote()).isEmpty();
    assertThat(posting.posted()).isEmpty();
    assertThat(posting.salary()).isEmpty();
    assertThat(posting.applyUrl()).isEmpty();
    assertThat(posting.description()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "per-year-salary, 70000, 90000, 70000, 90000, YEAR",
    "per-hour-wage, 25.5, 30, 25.5, 30, HOUR",
    "per-month-salary, 0, 4000, , 4000, MONTH",
    "bi-week-salary, 2000, 3000, 1000, 1500, WEEK",
    "semi-month-salary, 2000, 3000, 4000, 6000, MONTH",
    "per-day-wage, 300, -1, 300, , DAY",
  })
  void payKeepsItsPeriod(
      String interval, String from, String to, String min, String max, PayPeriod period)
      throws InterruptedException {
    Salary salary = pay(interval, from, to).orElseThrow();

    assertThat(salary.period()).isEqualTo(period);
    assertThat(salary.min().map(n -> n.stripTrailingZeros().toPlainString()))
        .isEqualTo(Optional.ofNullable(min));
    assertThat(salary.max().map(n -> n.stripTrailingZeros().toPlainString()))
        .isEqualTo(Optional.ofNullable(max));
    assertThat(salary.currency().getCurrencyCode()).isEqualTo("USD");
  }

  @Test
  void aOneTimePaymentIsNoSalary() throws InterruptedException {
    assertThat(pay("one-time", "500", "600")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "unspecified, Berlin, ",
    "unspecified, India - Remote, REMOTE",
    "on-site, India - Remote, ON_SITE",
    "onsite, Berlin, ON_SITE",
    "remote, Berlin, REMOTE",
  })
  void theWorkplaceTypeBeatsThePlace(String type, String place, RemoteMode remote)
      throws InterruptedException {
    Posting posting =
        only(
            with(
                "\"workplaceType\": \"%s\", \"categories\": {\"location\": \"%s\"}"
                    .formatted(type, place)));

    assertThat(posting.remote()).isEqualTo(Optional.ofNullable(remote));
  }

  @Test
  void anEmployerThatLeverDoesNotKnowIsNamed() throws InterruptedException {
    serve(RecordedAnswer.json("{\"ok\": false, \"error\": \"Document not found\"}"));

    var failure = search(query(10)).failure().orElseThrow();

    assertThat(failure.kind()).isEqualTo(Kind.BAD_SETTINGS);
    assertThat(failure).hasMessageContaining("\"acme\"");
  }

  @Test
  void anEmployerThatTheFirstServerDoesNotKnowIsSoughtOnTheEuropeanOne() throws Exception {
    server()
        .answer("/api.eu.lever.co/v0/postings/acme", RecordedAnswer.json(answer(List.of(row(1)))));
    var found = new ArrayList<Posting>();

    board().search(query(10), new Redirected(board().descriptor(), server()), found::add);

    assertThat(found).hasSize(1);
    assertThat(server().requests().getFirst().path()).startsWith("/api.lever.co/");
  }

  @Test
  void pagesAreReadUntilOneIsShort() throws InterruptedException {
    server()
        .answer(
            path().replace("{employer}", "acme"),
            request -> {
              int skip = Integer.parseInt(request.query("skip").orElseThrow());
              int end = Math.min(skip + 100, 230);
              return RecordedAnswer.json(
                  answer(IntStream.range(skip, end).mapToObj(this::row).toList()));
            });

    assertThat(search(query(1000)).postings()).hasSize(230);
    assertThat(server().requests()).hasSize(3);
  }

  @Test
  void aServerThatGivesTheSamePageForEverIsLeft() throws InterruptedException {
    serve(RecordedAnswer.json(answer(IntStream.range(0, 100).mapToObj(this::row).toList())));

    assertThat(search(query(1000)).postings()).hasSize(100);
    assertThat(server().requests()).hasSize(2);
  }

  @Test
  void anEmployerThatIsNotKnownIsAskedForOnce() throws InterruptedException {
    search(query(10));

    assertThat(server().requests()).hasSize(1);
  }

  @Test
  void titlesFitAsTheyDoForFeeds() throws InterruptedException {
    serveRows(row(0).replace("Engineer 0 für Züge", "Java Entwickler*in"), row(1));

    assertThat(search(query(10).withTitles(List.of("Java developer"))).postings())
        .extracting(Posting::title)
        .containsExactly("Java Entwickler*in");
  }

  @Test
  void aPastedPostingIsRead() throws Exception {
    server().answer("/v0/postings/acme/" + ID, RecordedAnswer.json(FULL));

    Optional<Posting> posting =
        board()
            .fetch(URI.create("https://jobs.eu.lever.co/acme/%s/apply".formatted(ID)), context());

    assertThat(posting.orElseThrow().title()).isEqualTo("Data Engineer");
  }

  @Test
  void aPastedPostingThatIsGoneSaysSo() {
    var gone =
        catchThrowableOfType(
            ExtensionException.class,
            () -> board().fetch(URI.create("https://jobs.lever.co/acme/" + ID), context()));

    assertThat(gone.kind()).isEqualTo(Kind.UNAVAILABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "https://jobs.lever.co/acme, acme",
    "https://jobs.eu.lever.co/acme/?team=Data, acme",
    "https://JOBS.lever.co/acme/5f0c2d1e-0000-4000-8000-000000000007/apply, acme",
    "https://api.lever.co/v0/postings/acme?mode=json, acme",
    "https://jobs.lever.co/, ",
    "https://jobs.lever.co.evil.example/acme, ",
    "https://jobs.lever.co/%2e%2e%2fadmin, ",
  })
  void anEmployerIsRecognisedByItsPage(URI address, String slug) {
    assertThat(board().employer(address).map(Employer::slug)).isEqualTo(Optional.ofNullable(slug));
  }

  private Optional<Salary> pay(String interval, String min, String max)
      throws InterruptedException {
    return only(with(
            "\"salaryRange\": {\"currency\": \"usd\", \"interval\": \"%s\", \"min\": %s, \"max\": %s}"
                .formatted(interval, min, max)))
        .salary();
  }

  private String with(String members) {
    return "{%s, %s".formatted(members, row(1).substring(1));
  }

  private Posting only(String row) throws InterruptedException {
    serveRows(row);
    var searched = search(query(10));
    assertThat(searched.failure()).isEmpty();
    assertThat(searched.skipped()).isEmpty();
    return searched.postings().getFirst();
  }

  private static Place place(String text, String country) {
    return new Place(text, Optional.empty(), Optional.empty(), Optional.of(country));
  }
}
