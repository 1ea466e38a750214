package dev.peregrine.plugin.board.workable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.Employer;
import dev.peregrine.testkit.Held;
import dev.peregrine.testkit.HeldField;
import dev.peregrine.testkit.recipes.RecipeContract;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WorkableRecipeTest extends RecipeContract {

  @Override
  protected String path() {
    return "/api/v1/widget/accounts/{employer}";
  }

  @Override
  protected String row(int number) {
    return """
    {"shortcode": "A%1$d", "title": "Engineer %1$d für Züge", "url": "https://apply.workable.com/j/A%1$d"}"""
        .formatted(number);
  }

  @Override
  protected String answer(List<String> rows) {
    return "{\"name\": \"Acme\", \"jobs\": [%s]}".formatted(String.join(",", rows));
  }

  @Override
  protected OptionalInt rowsIn(String recorded) {
    return OptionalInt.of(recorded.split("\"shortcode\"", -1).length - 1);
  }

  @Override
  protected Optional<Held> held(String recorded) {
    return Optional.of(
        Held.json(recorded, "jobs")
            .value(HeldField.TITLE, "title")
            .always(
                HeldField.COMPANY, JsonMapper.shared().readTree(recorded).path("name").asString(""))
            .value(HeldField.APPLY_URL, "application_url")
            .some(HeldField.PLACES, "locations.country", "country")
            .value(
                HeldField.REMOTE, row -> row.text("telecommuting").equals("true") ? "REMOTE" : "")
            .value(HeldField.POSTED, "published_on", "created_at")
            .some(HeldField.EMPLOYMENT_TYPES, "employment_type")
            .value(HeldField.DESCRIPTION, "description")
            .value(HeldField.TAGS, row -> row.text("department") + ", " + row.text("function"))
            .value(PostingDetail.DEPARTMENT, "department")
            .value(PostingDetail.FUNCTION, "function")
            .value(PostingDetail.INDUSTRY, "industry")
            .value(PostingDetail.LEVEL, "experience")
            .value(PostingDetail.REQUISITION, "code"));
  }

  @Test
  void aFullRowKeepsAllItsParts() throws InterruptedException {
    Posting posting =
        only(
            """
            {"title": "Engineer", "shortcode": "74A5", "code": "R-7", "employment_type": "Full-time",
             "telecommuting": true, "department": "Rail", "url": "https://apply.workable.com/j/74A5",
             "application_url": "https://apply.workable.com/j/74A5/apply",
             "published_on": "2026-08-05", "country": "Australia", "city": "", "state": "Victoria",
             "experience": "Associate", "function": "Engineering", "industry": "Railways",
             "locations": [
               {"country": "Australia", "countryCode": "AU", "city": "", "region": "Victoria", "hidden": false},
               {"country": "Austria", "countryCode": "AT", "city": "Graz", "region": "", "hidden": true}],
             "description": "<p>Trains.</p>"}""");

    assertThat(posting.nativeId()).isEqualTo("acme/74A5");
    assertThat(posting.company()).as("of the answer, not of the row").contains("Acme");
    assertThat(posting.places()).extracting(Place::text).containsExactly("Victoria, Australia");
    assertThat(posting.remote()).contains(RemoteMode.REMOTE);
    assertThat(posting.posted()).contains(LocalDate.of(2026, 8, 5));
    assertThat(posting.details())
        .containsEntry(PostingDetail.INDUSTRY, "Railways")
        .containsEntry(PostingDetail.REQUISITION, "R-7")
        .containsEntry(PostingDetail.LEVEL, "Associate");
  }

  @Test
  void workThatIsNotFromHomeIsNotSaidToBeOnSite() throws InterruptedException {
    assertThat(only(row(1).replace("{", "{\"telecommuting\": false, ")).remote()).isEmpty();
  }

  @Test
  void careersPagesAreRecognisedAndPostingsAreNotTakenForEmployers() {
    assertThat(board().employer(URI.create("https://apply.workable.com/acme/")))
        .contains(Employer.of("acme"));
    assertThat(board().employer(URI.create("https://acme.workable.com/jobs/7")))
        .contains(Employer.of("acme"));
    assertThat(board().employer(URI.create("https://apply.workable.com/j/74A5"))).isEmpty();
  }

  private Posting only(String row) throws InterruptedException {
    serveRows(row);
    return search(query(10)).postings().getFirst();
  }
}
