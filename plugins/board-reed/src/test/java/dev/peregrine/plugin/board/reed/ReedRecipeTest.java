package dev.peregrine.plugin.board.reed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.Salary;
import dev.peregrine.testkit.Held;
import dev.peregrine.testkit.HeldField;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.recipes.RecipeContract;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReedRecipeTest extends RecipeContract {

  @Override
  protected String path() {
    return "/api/1.0/search";
  }

  @Override
  protected String row(int number) {
    return """
    {"jobId": %1$d, "jobTitle": "Engineer %1$d für Züge",
     "jobUrl": "https://www.reed.co.uk/jobs/engineer/%1$d"}"""
        .formatted(number);
  }

  @Override
  protected String answer(List<String> rows) {
    return "{\"results\": [%s]}".formatted(String.join(",", rows));
  }

  @Override
  protected OptionalInt rowsIn(String recorded) {
    return OptionalInt.of(recorded.split("\"jobId\"", -1).length - 1);
  }

  @ParameterizedTest
  @CsvSource({
    "11.9, 17.0, HOUR",
    "100.0, 120.0, DAY",
    "400, 500, DAY",
    "12950.0, 12950.0, YEAR",
    "70000, 75000, YEAR",
  })
  void thePeriodIsToldByTheSizeOfThePay(String min, String max, PayPeriod period)
      throws InterruptedException {
    Salary salary = only(paid(min, max)).salary().orElseThrow();

    assertThat(salary.period()).isEqualTo(period);
    assertThat(salary.currency().getCurrencyCode()).isEqualTo("GBP");
    assertThat(salary.min().orElseThrow()).isEqualByComparingTo(min);
  }

  @ParameterizedTest
  @CsvSource({"0.0, 0.0", "null, null", "2500, 3000", "90, 20000"})
  void payWithoutAPeriodIsLeftOut(String min, String max) throws InterruptedException {
    assertThat(only(paid(min, max)).salary()).isEmpty();
  }

  @Override
  protected Optional<Held> held(String recorded) {
    return Optional.of(
        Held.json(recorded, "results")
            .value(HeldField.TITLE, "jobTitle")
            .value(HeldField.COMPANY, "employerName", "employerProfileName")
            .value(HeldField.PLACES, "locationName")
            .value(HeldField.POSTED, row -> britishDay(row.text("date"), 0))
            .value(HeldField.CLOSES, row -> britishDay(row.text("expirationDate"), 1))
            .salary("minimumSalary", "maximumSalary", "currency", "maximumSalary")
            .value(HeldField.DESCRIPTION, "jobDescription")
            .value(PostingDetail.APPLICANTS, "applications"));
  }

  /** The last day to apply is over when the next one begins. */
  private static String britishDay(String day, int later) {
    return day.isEmpty()
        ? ""
        : LocalDate.parse(day, DateTimeFormatter.ofPattern("dd/MM/uuuu"))
            .plusDays(later)
            .toString();
  }

  @Test
  void daysAreReadDayFirst() throws InterruptedException {
    Posting posting = only(paid("1", "1"));

    assertThat(posting.posted()).contains(LocalDate.of(2026, 8, 12));
    assertThat(posting.closes()).contains(Instant.parse("2026-09-04T00:00:00Z"));
    assertThat(posting.details()).containsEntry(PostingDetail.APPLICANTS, "4");
  }

  @Test
  void theKeyIsTheUserOfBasicSignIn() throws InterruptedException {
    only(row(1));

    assertThat(server().requests().getFirst().headers().get("authorization"))
        .isEqualTo(
            "Basic "
                + Base64.getEncoder()
                    .encodeToString("s3cret-api-key-9f8e7d:".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatOnlyThePostingItselfTellsIsAskedFor() throws InterruptedException {
    server()
        .answer(
            "/api/1.0/jobs/1",
            RecordedAnswer.json(
                """
                {"jobId": 1, "jobDescription": "<p>All of it.</p>", "contractType": "Permanent",
                 "partTime": true, "fullTime": false, "externalUrl": "https://acme.example/apply",
                 "minimumSalary": 2000, "maximumSalary": 2400, "currency": "GBP",
                 "salaryType": "per month"}"""));

    Posting posting = only(row(1));

    assertThat(posting.description()).contains("<p>All of it.</p>");
    assertThat(posting.applyUrl()).contains(URI.create("https://acme.example/apply"));
    assertThat(posting.employmentTypes())
        .isEqualTo(Set.of(EmploymentType.PART_TIME, EmploymentType.PERMANENT));
    assertThat(posting.salary().orElseThrow().period()).isEqualTo(PayPeriod.MONTH);
  }

  @Test
  void aPastedPostingIsRead() throws Exception {
    server()
        .answer(
            "/api/1.0/jobs/1", RecordedAnswer.json("{\"jobId\": 1, \"jobTitle\": \"Engineer\"}"));

    Optional<Posting> posting =
        board().fetch(URI.create("https://www.reed.co.uk/jobs/engineer/1?x=y"), context());

    assertThat(posting.orElseThrow().title()).isEqualTo("Engineer");
  }

  private static String paid(String min, String max) {
    return """
    {"jobId": 7, "jobTitle": "Engineer", "jobUrl": "https://www.reed.co.uk/jobs/engineer/7",
     "minimumSalary": %s, "maximumSalary": %s, "currency": "GBP", "date": "12/08/2026",
     "expirationDate": "03/09/2026", "applications": 4}"""
        .formatted(min, max);
  }

  private Posting only(String row) throws InterruptedException {
    serveRows(row);
    return search(query(10)).postings().getFirst();
  }
}
