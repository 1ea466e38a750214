package dev.peregrine.plugin.board.arbeitsagentur;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.BoardFilter;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.recipes.RecipeContract;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArbeitsagenturRecipeTest extends RecipeContract {

  @Override
  protected String path() {
    return "/jobboerse/jobsuche-service/pc/v4/jobs";
  }

  @Override
  protected String row(int number) {
    return """
    {"refnr": "10000-%1$d-S", "titel": "Entwickler %1$d für Züge"}"""
        .formatted(number);
  }

  @Override
  protected String answer(List<String> rows) {
    return "{\"stellenangebote\": [%s]}".formatted(String.join(",", rows));
  }

  @Override
  protected BoardQuery narrowed(BoardQuery query, BoardFilter filter) {
    return filter == BoardFilter.REMOTE
        ? query.withRemote(Set.of(RemoteMode.REMOTE))
        : super.narrowed(query, filter);
  }

  @Test
  void aFullRowKeepsAllItsPartsAndGetsItsText() throws InterruptedException {
    server()
        .answer(
            "/jobboerse/jobsuche-service/pc/v4/jobdetails/MTAwMDAtNy1T",
            RecordedAnswer.json("{\"stellenbeschreibung\": \"Züge bauen.\"}"));

    Posting posting =
        only(
            """
            {"refnr": "10000-7-S", "titel": "Entwickler", "beruf": "Softwareentwickler/in",
             "arbeitgeber": "Acme GmbH", "arbeitsort": {"plz": "10115", "ort": "Berlin",
               "region": "Berlin", "land": "Deutschland"},
             "aktuelleVeroeffentlichungsdatum": "2026-11-20",
             "externeUrl": "https://acme.example/7"}""");

    assertThat(posting.url())
        .isEqualTo(URI.create("https://www.arbeitsagentur.de/jobsuche/jobdetail/10000-7-S"));
    assertThat(posting.applyUrl()).contains(URI.create("https://acme.example/7"));
    assertThat(posting.company()).contains("Acme GmbH");
    assertThat(posting.places().getFirst().country()).contains("DE");
    assertThat(posting.posted()).contains(LocalDate.of(2026, 11, 20));
    assertThat(posting.description()).contains("Züge bauen.");
  }

  @Test
  void noResultsAreNoChangeOfTheService() throws InterruptedException {
    serve(RecordedAnswer.json("{\"maxErgebnisse\": 0, \"page\": 1, \"size\": 100}"));

    assertThat(search(query(10)).failure()).isEmpty();
  }

  @Test
  void thePublicKeyIsSent() throws InterruptedException {
    only(row(1));

    assertThat(server().requests().getFirst().headers())
        .containsEntry("x-api-key", "jobboerse-jobsuche");
  }

  private Posting only(String row) throws InterruptedException {
    serveRows(row);
    return search(query(10)).postings().getFirst();
  }
}
