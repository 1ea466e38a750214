package __package__;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.testkit.JobBoardContract;
import dev.peregrine.testkit.Searched;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The first methods say which board this is and how its server answers; the contract makes
 * more than fifty tests of them. What only this board does is tested below.
 */
class __Name__BoardTest extends JobBoardContract {

  @Override
  protected JobBoard board() {
    return new __Name__Board();
  }

  @Override
  protected String path() {
    return "/jobs.json";
  }

  @Override
  protected String row(int number) {
    return """
    {"id": "j-%1$d", "title": "Gärtner %1$d", "url": "https://jobs.example/%1$d"}"""
        .formatted(number);
  }

  @Override
  protected String answer(List<String> rows) {
    return "{\"jobs\": [%s]}".formatted(String.join(",", rows));
  }

  /** A row with pay in a currency, or in none: the contract looks that none is made up. */
  @Override
  protected Optional<String> rowPaidIn(String currency) {
    return Optional.of(
        row(7)
            .replaceFirst(
                "\\}$",
                ", \"pay\": {\"min\": 20, \"currency\": \"%s\", \"per\": \"hour\"}}"
                    .formatted(currency)));
  }

  @Test
  void aFullRowKeepsAllItsParts() throws InterruptedException {
    Posting posting =
        only(
            """
            {"id": 7, "title": "Gardener", "url": "https://jobs.example/7", "company": "Acme",
             "place": "Graz, Austria", "remote": "hybrid", "posted": "2026-11-20",
             "type": "part time", "description": "<p>Trees</p>",
             "pay": {"min": 20, "max": 24.5, "currency": "EUR", "per": "hour"}}""");

    assertThat(posting.company()).contains("Acme");
    assertThat(posting.places().stream().map(Place::text)).containsExactly("Graz, Austria");
    assertThat(posting.remote()).contains(RemoteMode.HYBRID);
    assertThat(posting.posted()).contains(LocalDate.of(2026, 11, 20));
    assertThat(posting.employmentTypes()).isEqualTo(Set.of(EmploymentType.PART_TIME));
    assertThat(posting.description()).contains("<p>Trees</p>");
    assertThat(posting.salary().orElseThrow().period()).isEqualTo(PayPeriod.HOUR);
    assertThat(posting.salary().orElseThrow().max().orElseThrow()).isEqualByComparingTo("24.5");
  }

  @Test
  void whatTheRowDoesNotTellStaysEmpty() throws InterruptedException {
    Posting posting =
        only(
            """
            {"id": 7, "title": "Gardener", "url": "https://jobs.example/7", "posted": "yesterday",
             "remote": "maybe", "pay": {"min": 20, "max": 24}}""");

    assertThat(posting).isEqualTo(Posting.of(posting.nativeId(), posting.title(), posting.url()));
  }

  private Posting only(String row) throws InterruptedException {
    serveRows(row);
    Searched searched = search(query(10));
    assertThat(searched.failure()).isEmpty();
    return searched.postings().getFirst();
  }
}
