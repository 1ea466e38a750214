package dev.peregrine.plugin.board.personio;

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
import dev.peregrine.testkit.JobBoardContract;
import dev.peregrine.testkit.RecordedAnswer;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonioBoardTest extends JobBoardContract {

  private static final String FULL =
      """
      <position>
        <id>77</id><subcompany>Acme Süd GmbH</subcompany>
        <office>Graz</office><additionalOffices><office>Remote, Austria</office></additionalOffices>
        <department>IT</department><recruitingCategory>Working Student</recruitingCategory>
        <name>Data &amp; AI Engineer</name>
        <jobDescriptions>
          <jobDescription><name>Q&amp;A</name><value><![CDATA[ <p>R&amp;D</p> ]]></value></jobDescription>
          <jobDescription><name>Empty</name><value></value></jobDescription>
          <jobDescription><name>You</name><value>&lt;ul&gt;&lt;li&gt;SQL&lt;/li&gt;&lt;/ul&gt;</value></jobDescription>
        </jobDescriptions>
        <employmentType>permanent</employmentType><seniority>entry-level</seniority>
        <schedule>full-or-part-time</schedule><yearsOfExperience>lt-1</yearsOfExperience>
        <keywords>SQL ,dbt,</keywords><occupation>software_and_web_development</occupation>
        <occupationCategory>it_software</occupationCategory>
        <createdAt>2026-10-02T23:30:00+02:00</createdAt>
        <salaryInformation><min>40000.00</min><max></max><currencySymbol>€</currencySymbol>
          <currencyCode>EUR</currencyCode><type>yearly</type></salaryInformation>
      </position>
      """;

  @Override
  protected JobBoard board() {
    return new PersonioBoard();
  }

  @Override
  protected String path() {
    return "/{employer}/xml";
  }

  @Override
  protected String row(int number) {
    return "<position><id>%1$d</id><name>Engineer %1$d für Züge</name></position>"
        .formatted(number + 1);
  }

  @Override
  protected String answer(List<String> rows) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><workzag-jobs>%s</workzag-jobs>"
        .formatted(String.join("\n", rows));
  }

  @Override
  protected String contentType() {
    return "text/xml; charset=UTF-8";
  }

  @Override
  protected OptionalInt rowsIn(String recorded) {
    return OptionalInt.of(recorded.split("<position>", -1).length - 1);
  }

  @Test
  void aFullPostingKeepsAllItsParts() throws InterruptedException {
    Posting posting = only(FULL);

    assertThat(posting.nativeId()).isEqualTo("77");
    assertThat(posting.title()).isEqualTo("Data & AI Engineer");
    assertThat(posting.url()).isEqualTo(URI.create("https://acme.jobs.personio.de/job/77"));
    assertThat(posting.company()).contains("Acme Süd GmbH");
    assertThat(posting.places().stream().map(Place::text))
        .containsExactly("Graz", "Remote, Austria");
    assertThat(posting.remote()).contains(RemoteMode.REMOTE);
    assertThat(posting.posted()).contains(LocalDate.of(2026, 10, 2));
    assertThat(posting.employmentTypes())
        .isEqualTo(
            Set.of(
                EmploymentType.FULL_TIME,
                EmploymentType.PART_TIME,
                EmploymentType.PERMANENT,
                EmploymentType.WORKING_STUDENT));
    assertThat(posting.tags()).containsExactly("SQL", "dbt", "IT", "software and web development");
    assertThat(posting.details())
        .containsEntry(PostingDetail.DEPARTMENT, "IT")
        .containsEntry(PostingDetail.FUNCTION, "it software")
        .containsEntry(PostingDetail.LEVEL, "entry-level")
        .containsEntry(PostingDetail.EXPERIENCE, "less than 1 year");
  }

  @Test
  void allPartsOfTheTextAreKeptBelowTheirNames() throws InterruptedException {
    assertThat(only(FULL).description())
        .contains("<h3>Q&amp;A</h3>\n<p>R&amp;D</p>\n<h3>You</h3>\n<ul><li>SQL</li></ul>\n");
  }

  @Test
  void payMayHaveOnlyALeast() throws InterruptedException {
    Salary salary = only(FULL).salary().orElseThrow();

    assertThat(salary.min().orElseThrow()).isEqualByComparingTo("40000");
    assertThat(salary.max()).isEmpty();
    assertThat(salary.currency().getCurrencyCode()).isEqualTo("EUR");
    assertThat(salary.period()).isEqualTo(PayPeriod.YEAR);
  }

  @ParameterizedTest
  @CsvSource({
    "<min>0</min>, yearly",
    "<min>-1</min>, yearly",
    "<min></min>, yearly",
    "<min>x</min>, yearly",
    "<min>40000</min>, ''",
  })
  void payWithoutAmountOrPeriodIsNone(String amount, String type) throws InterruptedException {
    String pay =
        "<salaryInformation>%s<currencyCode>EUR</currencyCode><type>%s</type></salaryInformation></position>"
            .formatted(amount, type);

    assertThat(only(row(1).replace("</position>", pay)).salary()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2-5, 2 to 5 years", "gt-15, more than 15 years", "10, 10 years"})
  void yearsOfExperienceAreWords(String years, String words) throws InterruptedException {
    String row =
        row(1)
            .replace(
                "</position>",
                "<yearsOfExperience>%s</yearsOfExperience></position>".formatted(years));

    assertThat(only(row).details()).containsEntry(PostingDetail.EXPERIENCE, words);
  }

  @Test
  void aPageOfPersonioInPlaceOfTheFeedMeansAnUnknownEmployer() throws InterruptedException {
    serve(RecordedAnswer.html("<!doctype html><html><title>Personio</title></html>"));

    var failure = search(query(10)).failure().orElseThrow();

    assertThat(failure.kind()).isEqualTo(Kind.BAD_SETTINGS);
    assertThat(failure).hasMessageContaining("\"acme\"");
  }

  @Test
  void whereTheFeedIsSwitchedOffThePageIsRead() throws InterruptedException {
    server()
        .answer(
            "/acme/",
            RecordedAnswer.html(
                """
                <a class="job-box-link job-box" href="/job/12?language=de">
                  <div class="jb-title">Bäcker</div>
                  <span class="multi-offices-desktop">Graz, Austria</span></a>
                <a class="job-box" href="https://evil.example/"><div class="jb-title">x</div></a>"""));

    var searched = search(query(10));

    assertThat(searched.failure()).isEmpty();
    assertThat(searched.skipped()).hasSize(1);
    Posting posting = searched.postings().getFirst();
    assertThat(posting.title()).isEqualTo("Bäcker");
    assertThat(posting.url()).isEqualTo(URI.create("https://acme.jobs.personio.de/job/12"));
    assertThat(posting.places().getFirst().country()).contains("AT");
  }

  @Test
  void aServerForOneEmployerNeedsNoFolder() throws InterruptedException {
    server().answer("/xml", RecordedAnswer.xml(answer(List.of(row(1)))));

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
            .fetch(URI.create("https://acme.jobs.personio.com/job/77?language=en"), context())
            .orElseThrow();

    assertThat(posting.title()).isEqualTo("Data & AI Engineer");
  }

  @Test
  void aPastedPostingThatIsGoneSaysSo() {
    serveRows(row(1));

    var gone =
        catchThrowableOfType(
            ExtensionException.class,
            () -> board().fetch(URI.create("https://acme.jobs.personio.de/job/99"), context()));

    assertThat(gone.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(gone).hasMessageContaining("\"99\"");
  }

  @ParameterizedTest
  @CsvSource({
    "https://acme.jobs.personio.de, acme",
    "https://Acme.jobs.personio.com/job/12?language=de, acme",
    "https://acme.jobs.personio.de/xml, acme",
    "https://www.personio.de/jobs, ",
    "https://acme.jobs.personio.de.evil.example/, ",
    "https://jobs.personio.de/acme, ",
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
}
