package dev.peregrine.plugin.board.recruitee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import dev.peregrine.api.board.Employer;
import dev.peregrine.testkit.Held;
import dev.peregrine.testkit.HeldField;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.recipes.RecipeContract;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecruiteeRecipeTest extends RecipeContract {

  @Override
  protected String path() {
    return "/{employer}/api/offers/";
  }

  @Override
  protected String row(int number) {
    return """
    {"id": %1$d, "title": "Engineer %1$d für Züge", "careers_url": "https://acme.recruitee.com/o/engineer-%1$d"}"""
        .formatted(number);
  }

  @Override
  protected String answer(List<String> rows) {
    return "{\"offers\": [%s]}".formatted(String.join(",", rows));
  }

  @Override
  protected OptionalInt rowsIn(String recorded) {
    return OptionalInt.of(recorded.split("\"careers_url\"", -1).length - 1);
  }

  @Override
  protected Optional<Held> held(String recorded) {
    return Optional.of(
        Held.json(recorded, "offers")
            .value(HeldField.TITLE, "title")
            .value(HeldField.COMPANY, "company_name")
            .value(HeldField.APPLY_URL, "careers_apply_url")
            .some(HeldField.PLACES, "locations.city", "city", "location")
            .some(
                HeldField.REMOTE,
                row ->
                    (row.text("hybrid") + row.text("remote") + row.text("on_site")).contains("true")
                        ? "said"
                        : "")
            .value(HeldField.POSTED, "published_at", "created_at")
            .value(HeldField.CLOSES, "close_at")
            .some(HeldField.EMPLOYMENT_TYPES, "employment_type_code")
            .salary("salary.min", "salary.max", "salary.currency", "salary.period")
            .value(HeldField.DESCRIPTION, "description")
            .value(HeldField.TAGS, "tags")
            .value(PostingDetail.DEPARTMENT, "department")
            .value(PostingDetail.FUNCTION, "category_code")
            .value(PostingDetail.LEVEL, "experience_code")
            .value(PostingDetail.CONTACT_MAIL, "mailbox_email"));
  }

  @Test
  void aFullRowKeepsAllItsParts() throws InterruptedException {
    Posting posting = only(FULL);

    assertThat(posting.company()).contains("Acme");
    assertThat(posting.remote()).as("hybrid beats remote").contains(RemoteMode.HYBRID);
    assertThat(posting.places().getFirst().country()).contains("DE");
    assertThat(posting.posted()).contains(LocalDate.of(2026, 8, 5));
    assertThat(posting.description()).contains("<p>Trains.</p>\n<p>Tools.</p>");
    assertThat(posting.tags()).containsExactly("rail");
    assertThat(posting.details()).containsEntry(PostingDetail.LEVEL, "mid level");
  }

  @ParameterizedTest
  @CsvSource({
    "75.00, 95.00, year, 75000, 95000, YEAR",
    "60000, 75000, year, 60000, 75000, YEAR",
    "15, 20.5, hour, 15, 20.5, HOUR",
    "'', 3000, month, , 3000, MONTH",
  })
  void payIsMadeSane(
      String from, String to, String word, BigDecimal min, BigDecimal max, PayPeriod period)
      throws InterruptedException {
    Salary salary = only(paid(from, to, word)).salary().orElseThrow();

    assertThat(salary.min()).isEqualTo(Optional.ofNullable(min));
    assertThat(salary.max()).isEqualTo(Optional.ofNullable(max));
    assertThat(salary.period()).isEqualTo(period);
  }

  @ParameterizedTest
  @CsvSource({"1, 2, year", "'', '', year", "10, 20, ''"})
  void payThatCannotBeToldIsLeftOut(String from, String to, String word)
      throws InterruptedException {
    assertThat(only(paid(from, to, word)).salary()).isEmpty();
  }

  @Test
  void careersPagesAreRecognised() {
    assertThat(board().employer(URI.create("https://Acme.recruitee.com/o/engineer-1")))
        .contains(Employer.of("acme"));
    assertThat(board().employer(URI.create("https://www.recruitee.com/"))).isEmpty();
  }

  @Test
  void aServerForAllEmployersIsAskedWithoutAFolder() throws InterruptedException {
    server().answer("/api/offers/", RecordedAnswer.json(answer(List.of(row(1)))));

    assertThat(search(query(10)).postings()).hasSize(1);
  }

  @Test
  void aNameThatIsNoHostIsAnUnknownEmployer() throws InterruptedException {
    var failure =
        search(query(10).withEmployers(List.of(Employer.of("a b")))).failure().orElseThrow();

    assertThat(failure).hasMessageContaining("\"a b\"");
    assertThat(server().requests()).isEmpty();
  }

  private static final String FULL =
      """
      {"id": 7, "title": "Engineer", "company_name": "Acme",
       "careers_url": "https://jobs.acme.example/o/engineer",
       "careers_apply_url": "https://jobs.acme.example/o/engineer/c/new",
       "description": "<p>Trains.</p>", "requirements": "<p>Tools.</p>",
       "locations": [{"city": "Berlin", "state": "Berlin", "country": "Germany", "country_code": "DE"}],
       "remote": true, "hybrid": true, "on_site": false, "tags": ["rail"],
       "employment_type_code": "fulltime_permanent", "experience_code": "mid_level",
       "published_at": "2026-08-05 09:41:37 UTC", "close_at": null}""";

  private static String paid(String min, String max, String period) {
    return """
    {"id": 7, "title": "Engineer", "careers_url": "https://jobs.acme.example/o/engineer",
     "salary": {"min": "%s", "max": "%s", "currency": "EUR", "period": "%s"}}"""
        .formatted(min, max, period);
  }

  private Posting only(String row) throws InterruptedException {
    serveRows(row);
    return search(query(10)).postings().getFirst();
  }
}
