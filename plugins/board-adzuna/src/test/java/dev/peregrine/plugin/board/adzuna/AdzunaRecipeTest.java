package dev.peregrine.plugin.board.adzuna;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import dev.peregrine.api.board.BoardFilter;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.testkit.Held;
import dev.peregrine.testkit.HeldField;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.Searched;
import dev.peregrine.testkit.recipes.RecipeContract;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdzunaRecipeTest extends RecipeContract {

  @Override
  protected String path() {
    return "/v1/api/jobs/us/search/1";
  }

  @Override
  protected String row(int number) {
    return """
    {"id": "%1$d", "title": "Engineer %1$d für Züge",
     "redirect_url": "https://www.adzuna.com/land/ad/%1$d?se=x&utm_source=s3cret-app-id-9f8e7d"}"""
        .formatted(number);
  }

  @Override
  protected String answer(List<String> rows) {
    return "{\"results\": [%s]}".formatted(String.join(",", rows));
  }

  @Override
  protected BoardQuery narrowed(BoardQuery query, BoardFilter filter) {
    return switch (filter) {
      case REMOTE -> query.withRemote(Set.of(RemoteMode.REMOTE));
      case LOCATION -> query.withLocations(List.of("Leeds"));
      default -> super.narrowed(query, filter);
    };
  }

  @Override
  protected OptionalInt rowsIn(String recorded) {
    return OptionalInt.of(recorded.split("\"redirect_url\"", -1).length - 1);
  }

  @Override
  protected Optional<Held> held(String recorded) {
    return Optional.of(
        Held.json(recorded, "results")
            .value(HeldField.TITLE, "title")
            .value(HeldField.COMPANY, "company.display_name")
            .value(HeldField.PLACES, "location.display_name")
            .value(HeldField.POSTED, "created")
            .some(HeldField.EMPLOYMENT_TYPES, "contract_time", "contract_type")
            .value(HeldField.SALARY_MIN, "salary_min")
            .value(HeldField.SALARY_MAX, "salary_max")
            .some(HeldField.SALARY_CURRENCY, "salary_min", "salary_max")
            .some(HeldField.SALARY_PERIOD, "salary_min", "salary_max")
            .value(HeldField.DESCRIPTION, "description")
            .value(HeldField.TAGS, "category.label")
            .value(PostingDetail.FUNCTION, "category.label"));
  }

  @Test
  void aFullRowKeepsAllItsParts() throws InterruptedException {
    Posting posting = only(row("UK", "0"));

    assertThat(posting.company()).contains("Acme");
    assertThat(posting.places().getFirst())
        .isEqualTo(
            new Place(
                "Leeds, West Yorkshire",
                Optional.of("Leeds"),
                Optional.of("Yorkshire"),
                Optional.of("GB")));
    assertThat(posting.employmentTypes())
        .isEqualTo(Set.of(EmploymentType.FULL_TIME, EmploymentType.CONTRACT));
    assertThat(posting.tags()).containsExactly("IT Jobs");
  }

  @ParameterizedTest
  @CsvSource({"UK, GBP", "US, USD", "Deutschland, EUR", "Elsewhere, USD"})
  void payIsInTheCurrencyOfTheCountry(String country, String currency) throws InterruptedException {
    Salary salary = only(row(country, "0")).salary().orElseThrow();

    assertThat(salary.currency().getCurrencyCode()).isEqualTo(currency);
    assertThat(salary.period()).isEqualTo(PayPeriod.YEAR);
    assertThat(salary.origin()).isEqualTo(Salary.Origin.STATED);
  }

  @Test
  void predictedPayIsAnEstimate() throws InterruptedException {
    assertThat(only(row("UK", "1")).salary().orElseThrow().origin())
        .isEqualTo(Salary.Origin.ESTIMATED);
  }

  @Test
  void theApplicationIdStandsInNoAddress() throws InterruptedException {
    assertThat(only(row(1)).url()).hasToString("https://www.adzuna.com/land/ad/1?se=x");
  }

  @Test
  void theCountryOfTheSearchIsAPartOfTheAddress() throws InterruptedException {
    server().answer("/v1/api/jobs/gb/search/1", good());

    assertThat(search(query(10).withCountry(Optional.of("GB"))).postings()).hasSize(1);
  }

  @Test
  void aCountryThatAdzunaDoesNotHaveIsSaidAndNotExchanged() throws InterruptedException {
    Searched searched = search(query(10).withCountry(Optional.of("IS")));

    assertThat(server().requests()).isEmpty();
    assertThat(searched.skipped()).hasSize(1);
    assertThat(searched.skipped().getFirst().why()).hasMessageContaining("\"market\"");
  }

  private RecordedAnswer good() {
    return RecordedAnswer.json(answer(List.of(row(1))));
  }

  private static String row(String country, String predicted) {
    return """
    {"id": "7", "title": "Engineer", "company": {"display_name": "Acme"},
     "redirect_url": "https://www.adzuna.co.uk/land/ad/7", "created": "2026-05-01T21:57:10Z",
     "location": {"display_name": "Leeds, West Yorkshire",
       "area": ["%s", "Yorkshire", "West Yorkshire", "Leeds"]},
     "category": {"label": "IT Jobs", "tag": "it-jobs"}, "contract_time": "full_time",
     "contract_type": "contract", "salary_min": 40000, "salary_max": 50000.5,
     "salary_is_predicted": "%s", "description": "Trains…"}"""
        .formatted(country, predicted);
  }

  private Posting only(String row) throws InterruptedException {
    serveRows(row);
    return search(query(10)).postings().getFirst();
  }
}
