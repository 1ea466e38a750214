package dev.peregrine.plugin.board.ashby;

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
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AshbyBoardTest extends JobBoardContract {

  private static final String FULL =
      """
      {"id": "7a6b0000-0000-4000-8000-000000000042", "title": "  Platform Engineer",
       "department": "Engineering", "team": "Platform", "employmentType": "FullTime",
       "location": "Toronto Hub", "isRemote": true, "workplaceType": "Hybrid", "isListed": true,
       "publishedAt": "2026-09-30T22:15:00.000+00:00",
       "address": {"postalAddress": {"addressLocality": "Toronto", "addressRegion": "Ontario",
         "addressCountry": "Canada"}},
       "secondaryLocations": [{"location": "Remote: Germany",
         "address": {"postalAddress": {"addressCountry": "Germany", "addressRegion": ""}}}],
       "jobUrl": "https://jobs.ashbyhq.com/acme/7a6b0000-0000-4000-8000-000000000042",
       "applyUrl": "https://jobs.ashbyhq.com/acme/7a6b0000-0000-4000-8000-000000000042/application",
       "descriptionHtml": "<p>Zürich &amp; more</p>", "descriptionPlain": "Zürich & more",
       "compensation": {"compensationTierSummary": "CA$120K – CA$150K • 0.1% – 0.2%",
         "compensationTiers": [],
         "summaryComponents": [
           {"compensationType": "EquityPercentage", "interval": "NONE", "currencyCode": null,
            "minValue": 0.1, "maxValue": 0.2},
           {"compensationType": "Salary", "interval": "1 YEAR", "currencyCode": "CAD",
            "minValue": 120000, "maxValue": 150000}]}}""";

  @Override
  protected JobBoard board() {
    return new AshbyBoard();
  }

  @Override
  protected String path() {
    return "/posting-api/job-board/{employer}";
  }

  @Override
  protected String row(int number) {
    return """
    {"id": "7a6b0000-0000-4000-8000-%1$012d", "title": "Engineer %1$d für Züge",
     "jobUrl": "https://jobs.ashbyhq.com/acme/7a6b0000-0000-4000-8000-%1$012d"}"""
        .formatted(number);
  }

  @Override
  protected String answer(List<String> rows) {
    return "{\"jobs\": [%s], \"apiVersion\": \"1\"}".formatted(String.join(",", rows));
  }

  @Override
  protected Optional<Held> held(String recorded) {
    return Optional.of(
        Held.json(recorded, "jobs")
            .where(row -> !row.text("isListed").equals("false"))
            .value(HeldField.TITLE, "title")
            .always(HeldField.COMPANY, "acme")
            .value(HeldField.APPLY_URL, "applyUrl")
            .some(HeldField.PLACES, "location")
            .value(HeldField.REMOTE, "workplaceType")
            .value(HeldField.POSTED, "publishedAt")
            .value(HeldField.EMPLOYMENT_TYPES, "employmentType")
            .salary(
                "compensation.summaryComponents.minValue",
                "compensation.summaryComponents.maxValue",
                "compensation.summaryComponents.currencyCode",
                "compensation.summaryComponents.interval")
            .value(HeldField.DESCRIPTION, "descriptionHtml")
            .value(HeldField.TAGS, row -> row.text("department"))
            .value(PostingDetail.DEPARTMENT, "department"));
  }

  @Test
  void aFullPostingKeepsAllItsParts() throws InterruptedException {
    Posting posting = only(FULL);

    assertThat(posting.title()).isEqualTo("Platform Engineer");
    assertThat(posting.company()).contains("acme");
    assertThat(posting.remote())
        .as("the workplace type beats the flag")
        .contains(RemoteMode.HYBRID);
    assertThat(posting.places())
        .containsExactly(
            new Place(
                "Toronto Hub", Optional.of("Toronto"), Optional.of("Ontario"), Optional.of("CA")),
            new Place("Remote: Germany", Optional.empty(), Optional.empty(), Optional.of("DE")));
    assertThat(posting.posted()).contains(LocalDate.of(2026, 9, 30));
    assertThat(posting.employmentTypes()).isEqualTo(Set.of(EmploymentType.FULL_TIME));
    assertThat(posting.tags()).containsExactly("Engineering", "Platform");
    assertThat(posting.details()).containsEntry(PostingDetail.DEPARTMENT, "Engineering");
    assertThat(posting.description()).contains("<p>Zürich &amp; more</p>");
    assertThat(posting.applyUrl().orElseThrow().toString()).endsWith("/application");
  }

  @Test
  void payIsTheSalaryAndNotTheEquity() throws InterruptedException {
    Salary salary = only(FULL).salary().orElseThrow();

    assertThat(salary.min().orElseThrow()).isEqualByComparingTo("120000");
    assertThat(salary.max().orElseThrow()).isEqualByComparingTo("150000");
    assertThat(salary.currency().getCurrencyCode()).isEqualTo("CAD");
    assertThat(salary.period()).isEqualTo(PayPeriod.YEAR);
  }

  @Test
  void severalSalariesAreOneRange() throws InterruptedException {
    Salary salary =
        pay("""
                "summaryComponents": [%s, %s, %s]"""
                .formatted(
                    component("1 YEAR", "USD", "100", "150"),
                    component("1 YEAR", "USD", "130", "190"),
                    component("1 YEAR", "EUR", "10", "990")))
            .orElseThrow();

    assertThat(salary.min().orElseThrow()).isEqualByComparingTo("100");
    assertThat(salary.max().orElseThrow()).isEqualByComparingTo("190");
    assertThat(salary.currency().getCurrencyCode()).isEqualTo("USD");
  }

  @Test
  void payOfSeveralWeeksIsGivenForOne() throws InterruptedException {
    Salary salary =
        pay("\"summaryComponents\": [%s]".formatted(component("2 WEEK", "USD", "3000", "null")))
            .orElseThrow();

    assertThat(salary.min().orElseThrow()).isEqualByComparingTo("1500");
    assertThat(salary.max()).isEmpty();
    assertThat(salary.period()).isEqualTo(PayPeriod.WEEK);
  }

  @Test
  void payThatStandsOnlyInTheTiersIsRead() throws InterruptedException {
    Optional<Salary> salary =
        pay(
            "\"compensationTiers\": [{\"components\": [%s]}]"
                .formatted(component("1 HOUR", "GBP", "20", "25")));

    assertThat(salary.orElseThrow().period()).isEqualTo(PayPeriod.HOUR);
  }

  @Test
  void payThatStandsOnlyInTheSummaryIsRead() throws InterruptedException {
    Optional<Salary> salary =
        pay("\"scrapeableCompensationSalarySummary\": \"CA$102.8K - CA$137K\"");

    assertThat(salary.orElseThrow().min().orElseThrow()).isEqualByComparingTo("102800");
    assertThat(salary.orElseThrow().currency().getCurrencyCode()).isEqualTo("CAD");
  }

  @Test
  void equityAloneIsNoSalary() throws InterruptedException {
    assertThat(
            pay(
                "\"compensationTierSummary\": \"Offers equity\", \"summaryComponents\": [%s]"
                    .formatted(
                        component("1 YEAR", "USD", "1", "2").replace("Salary", "EquityCashValue"))))
        .isEmpty();
  }

  @Test
  void aPostingWithIdTitleAndAddressIsEnough() throws InterruptedException {
    Posting posting = only(row(1));

    assertThat(posting.places()).isEmpty();
    assertThat(posting.remote()).isEmpty();
    assertThat(posting.posted()).isEmpty();
    assertThat(posting.salary()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true, REMOTE", "false, ", "null, "})
  void theFlagCountsWhereThereIsNoWorkplaceType(String flag, RemoteMode remote)
      throws InterruptedException {
    assertThat(only(with("\"isRemote\": " + flag)).remote()).isEqualTo(Optional.ofNullable(remote));
  }

  @Test
  void postingsThatAreNotListedAreLeftOut() throws InterruptedException {
    serveRows(row(0), with("\"isListed\": false"), row(2));

    var searched = search(query(10));

    assertThat(searched.postings()).hasSize(2);
    assertThat(searched.skipped()).isEmpty();
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
    serveRows(row(0), FULL);

    Optional<Posting> posting =
        board()
            .fetch(
                URI.create(
                    "https://jobs.ashbyhq.com/acme/7a6b0000-0000-4000-8000-000000000042/application?src=x"),
                context());

    assertThat(posting.orElseThrow().title()).isEqualTo("Platform Engineer");
  }

  @Test
  void aPastedPostingThatIsGoneSaysSo() {
    serveRows(row(0));

    var gone =
        catchThrowableOfType(
            ExtensionException.class,
            () ->
                board()
                    .fetch(
                        URI.create(
                            "https://jobs.ashbyhq.com/acme/7a6b0000-0000-4000-8000-000000000042"),
                        context()));

    assertThat(gone.kind()).isEqualTo(Kind.UNAVAILABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "https://jobs.ashbyhq.com/Acme, Acme",
    "https://jobs.ashbyhq.com/Acme%20Labs/7a6b0000-0000-4000-8000-000000000042, Acme Labs",
    "https://api.ashbyhq.com/posting-api/job-board/acme?includeCompensation=true, acme",
    "https://jobs.ashbyhq.com/, ",
    "https://jobs.ashbyhq.com.evil.example/acme, ",
    "https://jobs.ashbyhq.com/%2e%2e%2fadmin, ",
  })
  void anEmployerIsRecognisedByItsPage(URI address, String slug) {
    assertThat(board().employer(address).map(Employer::slug)).isEqualTo(Optional.ofNullable(slug));
  }

  @Test
  void aShortNameWithABlankIsAskedForAsItIs() throws InterruptedException {
    search(query(10).withEmployers(List.of(Employer.of("Acme Labs"))));

    assertThat(server().requests().getFirst().address().getRawPath()).endsWith("/Acme%20Labs");
  }

  private Optional<Salary> pay(String members) throws InterruptedException {
    return only(with("\"compensation\": {%s}".formatted(members))).salary();
  }

  private static String component(String interval, String currency, String min, String max) {
    return """
    {"compensationType": "Salary", "interval": "%s", "currencyCode": "%s", "minValue": %s, "maxValue": %s}"""
        .formatted(interval, currency, min, max);
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
}
