package dev.peregrine.plugin.board.jooble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Posting;
import dev.peregrine.api.Salary;
import dev.peregrine.testkit.Held;
import dev.peregrine.testkit.HeldField;
import dev.peregrine.testkit.recipes.RecipeContract;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JoobleRecipeTest extends RecipeContract {

  @Override
  protected String path() {
    return "/api/s3cret-api-key-9f8e7d";
  }

  @Override
  protected String row(int number) {
    return """
    {"id": -%1$d, "title": "Engineer %1$d für Züge", "link": "https://jooble.org/desc/-%1$d"}"""
        .formatted(number);
  }

  @Override
  protected String answer(List<String> rows) {
    return "{\"jobs\": [%s]}".formatted(String.join(",", rows));
  }

  @Override
  protected OptionalInt rowsIn(String recorded) {
    return OptionalInt.of(recorded.split("\"id\"", -1).length - 1);
  }

  @Override
  protected Optional<Held> held(String recorded) {
    return Optional.of(
        Held.json(recorded, "jobs")
            .value(HeldField.TITLE, "title")
            .value(HeldField.COMPANY, "company")
            .value(HeldField.PLACES, "location")
            .value(HeldField.POSTED, "updated")
            .some(HeldField.EMPLOYMENT_TYPES, "type")
            .salary("salary")
            .value(HeldField.DESCRIPTION, "snippet"));
  }

  @Test
  void aFullRowKeepsAllItsParts() throws InterruptedException {
    Posting posting =
        only(
            """
            {"id": -8199415145248690000, "title": "Engineer", "company": "Acme",
             "location": "Austin, TX", "type": "Part-time", "salary": "$140.25k - $189.75k",
             "snippet": "&nbsp;...<b>Trains</b>", "source": "acme.example",
             "link": "https://jooble.org/desc/-8199415145248690000?p=1",
             "updated": "2026-06-30T13:19:20.1670000"}""");

    assertThat(posting.nativeId()).isEqualTo("-8199415145248690000");
    assertThat(posting.posted()).contains(LocalDate.of(2026, 6, 30));
    assertThat(posting.employmentTypes()).isEqualTo(Set.of(EmploymentType.PART_TIME));
    assertThat(posting.salary())
        .isEqualTo(
            Salary.of(
                Optional.of(new BigDecimal("140250")),
                Optional.of(new BigDecimal("189750")),
                "USD",
                PayPeriod.YEAR));
    assertThat(posting.description()).contains("&nbsp;...<b>Trains</b>");
  }

  @Test
  void theDistanceIsOneOfThoseThatJoobleKnows() throws InterruptedException {
    serveRows(row(1));

    search(query(10).withLocations(List.of("Berlin")).withDistanceKm(OptionalInt.of(30)));

    assertThat(server().requests().getFirst().body())
        .contains("\"radius\":\"40\"", "\"page\":\"1\"");
  }

  private Posting only(String row) throws InterruptedException {
    serveRows(row);
    return search(query(10)).postings().getFirst();
  }
}
