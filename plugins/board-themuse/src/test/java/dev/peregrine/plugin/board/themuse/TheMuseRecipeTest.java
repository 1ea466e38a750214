package dev.peregrine.plugin.board.themuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.testkit.Held;
import dev.peregrine.testkit.HeldField;
import dev.peregrine.testkit.recipes.RecipeContract;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TheMuseRecipeTest extends RecipeContract {

  @Override
  protected String path() {
    return "/api/public/jobs";
  }

  @Override
  protected String row(int number) {
    return """
    {"id": %1$d, "name": "Engineer %1$d für Züge",
     "refs": {"landing_page": "https://www.themuse.com/jobs/acme/engineer-%1$d"}}"""
        .formatted(number);
  }

  @Override
  protected String answer(List<String> rows) {
    return "{\"results\": [%s]}".formatted(String.join(",", rows));
  }

  @Override
  protected OptionalInt rowsIn(String recorded) {
    return OptionalInt.of(recorded.split("\"landing_page\"", -1).length - 1);
  }

  @Override
  protected Optional<Held> held(String recorded) {
    return Optional.of(
        Held.json(recorded, "results")
            .value(HeldField.TITLE, "name")
            .value(HeldField.COMPANY, "company.name")
            .value(
                HeldField.PLACES,
                row ->
                    row.texts("locations.name").stream()
                        .filter(place -> !place.equals("Flexible / Remote"))
                        .collect(Collectors.joining(", ")))
            .some(
                HeldField.REMOTE,
                row -> row.text("locations.name").contains("Remote") ? "remote" : "")
            .value(HeldField.POSTED, "publication_date")
            .value(HeldField.DESCRIPTION, "contents")
            .some(HeldField.TAGS, "categories.name", "tags.name")
            .value(PostingDetail.FUNCTION, "categories.name")
            .value(PostingDetail.LEVEL, "levels.name"));
  }

  @Test
  void aFullRowKeepsAllItsParts() throws InterruptedException {
    Posting posting =
        only(
            """
            {"id": 7, "name": "Data Engineer", "contents": "<p>Build.</p>", "type": "external",
             "publication_date": "2026-07-13T09:58:39Z", "short_name": "data-engineer-7",
             "locations": [{"name": "Richmond, VA"}, {"name": "Flexible / Remote"}],
             "categories": [{"name": "Data and Analytics"}], "tags": [{"name": "SQL"}],
             "levels": [{"name": "Senior Level", "short_name": "senior"}],
             "refs": {"landing_page": "https://www.themuse.com/jobs/acme/data-engineer-7"},
             "company": {"id": 1, "name": "Acme"}}""");

    assertThat(posting.company()).contains("Acme");
    assertThat(posting.places()).extracting(Place::text).containsExactly("Richmond, VA");
    assertThat(posting.remote()).contains(RemoteMode.REMOTE);
    assertThat(posting.posted()).contains(LocalDate.of(2026, 7, 13));
    assertThat(posting.description()).contains("<p>Build.</p>");
    assertThat(posting.tags()).containsExactly("Data and Analytics", "SQL");
    assertThat(posting.details())
        .containsEntry(PostingDetail.LEVEL, "Senior Level")
        .containsEntry(PostingDetail.FUNCTION, "Data and Analytics");
    assertThat(posting.salary()).isEmpty();
  }

  private Posting only(String row) throws InterruptedException {
    serveRows(row);
    return search(query(10)).postings().getFirst();
  }
}
