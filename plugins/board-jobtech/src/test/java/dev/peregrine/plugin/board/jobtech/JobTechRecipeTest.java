package dev.peregrine.plugin.board.jobtech;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.BoardFilter;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.testkit.recipes.RecipeContract;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JobTechRecipeTest extends RecipeContract {

  @Override
  protected String path() {
    return "/search";
  }

  @Override
  protected String row(int number) {
    return """
    {"id": "%1$d", "headline": "Utvecklare %1$d för tåg",
     "webpage_url": "https://arbetsformedlingen.se/platsbanken/annonser/%1$d"}"""
        .formatted(number);
  }

  @Override
  protected String answer(List<String> rows) {
    return "{\"hits\": [%s]}".formatted(String.join(",", rows));
  }

  @Override
  protected BoardQuery narrowed(BoardQuery query, BoardFilter filter) {
    return filter == BoardFilter.REMOTE
        ? query.withRemote(Set.of(RemoteMode.REMOTE))
        : super.narrowed(query, filter);
  }

  @Test
  void aFullRowKeepsAllItsParts() throws InterruptedException {
    Posting posting =
        only(
            """
            {"id": "7", "headline": "Utvecklare", "removed": false,
             "webpage_url": "https://arbetsformedlingen.se/platsbanken/annonser/7",
             "logo_url": "https://www.arbetsformedlingen.se/logo.png",
             "description": {"text": "Tåg.", "text_formatted": "<p>Tåg.</p>"},
             "employer": {"name": "Acme AB", "url": "http://www.acme.example", "workplace": "Acme"},
             "workplace_address": {"municipality": "Malmö", "region": "Skåne län", "country": "Sverige", "city": null},
             "publication_date": "2026-11-20T10:00:00", "application_deadline": "2026-12-20T23:59:59",
             "application_details": {"url": null, "email": "jobb@acme.example", "reference": "R7"},
             "employment_type": {"label": "Tillsvidareanställning (inkl. eventuell provanställning)"},
             "working_hours_type": {"label": "Heltid"}, "salary_description": "Fast lön",
             "occupation": {"label": "Mjukvaruutvecklare"}, "number_of_vacancies": 2}""");

    assertThat(posting.company()).contains("Acme AB");
    assertThat(posting.applyUrl()).contains(URI.create("mailto:jobb@acme.example"));
    assertThat(posting.places().getFirst().country()).contains("SE");
    assertThat(posting.places().getFirst().city()).contains("Malmö");
    assertThat(posting.posted()).contains(LocalDate.of(2026, 11, 20));
    assertThat(posting.closes()).contains(Instant.parse("2026-12-20T23:59:59Z"));
    assertThat(posting.employmentTypes())
        .isEqualTo(Set.of(EmploymentType.FULL_TIME, EmploymentType.PERMANENT));
    assertThat(posting.salary()).isEmpty();
    assertThat(posting.description()).contains("<p>Tåg.</p>");
    assertThat(posting.details())
        .containsEntry(PostingDetail.VACANCIES, "2")
        .containsEntry(PostingDetail.CONTACT_MAIL, "jobb@acme.example")
        .containsEntry(PostingDetail.COMPANY_LOGO, "https://www.arbetsformedlingen.se/logo.png");
  }

  private Posting only(String row) throws InterruptedException {
    serveRows(row);
    return search(query(10)).postings().getFirst();
  }
}
