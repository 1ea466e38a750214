package dev.peregrine.plugin.board.remotive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.testkit.Held;
import dev.peregrine.testkit.HeldField;
import dev.peregrine.testkit.JobBoardContract;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RemotiveBoardTest extends JobBoardContract {

  @Override
  protected JobBoard board() {
    return new RemotiveBoard();
  }

  @Override
  protected String path() {
    return "/api/remote-jobs";
  }

  @Override
  protected String row(int number) {
    return """
        {"id": %1$d, "url": "https://remotive.com/remote-jobs/software-dev/gärtner-%1$d",
         "title": "Gardener of servers %1$d", "company_name": "Grüne Wiese",
         "company_logo": "https://remotive.com/job/%1$d/logo", "category": "Software Development",
         "tags": ["java ", "kubernetes"], "job_type": "full_time",
         "publication_date": "2026-10-04T08:09:10",
         "candidate_required_location": "USA, Canada, Europe", "salary": "$80k - $95k",
         "description": "<p>Water the racks.</p>"}"""
        .formatted(3_000_000 + number);
  }

  @Override
  protected String answer(List<String> rows) {
    return """
        {"00-warning": "w", "0-legal-notice": "n", "job-count": %d, "total-job-count": 99,
         "jobs": [%s]}"""
        .formatted(rows.size(), String.join(",", rows));
  }

  @Override
  protected Optional<Held> held(String recorded) {
    return Optional.of(
        Held.json(recorded, "jobs")
            .value(HeldField.TITLE, "title")
            .value(HeldField.COMPANY, "company_name")
            .value(HeldField.PLACES, "candidate_required_location")
            .always(HeldField.REMOTE, "REMOTE")
            .value(HeldField.POSTED, "publication_date")
            .some(HeldField.EMPLOYMENT_TYPES, "job_type")
            .salary("salary")
            .value(HeldField.DESCRIPTION, "description")
            .value(HeldField.TAGS, "tags")
            .value(PostingDetail.REMOTE_FROM, "candidate_required_location")
            .value(PostingDetail.FUNCTION, "category")
            .value(PostingDetail.COMPANY_LOGO, "company_logo"));
  }

  @Test
  void aRowBecomesAPosting() throws InterruptedException {
    Posting posting = only(row(7));

    assertThat(posting.nativeId()).isEqualTo("3000007");
    assertThat(posting.title()).isEqualTo("Gardener of servers 3000007");
    assertThat(posting.company()).contains("Grüne Wiese");
    assertThat(posting.url())
        .hasToString("https://remotive.com/remote-jobs/software-dev/gärtner-3000007");
    assertThat(posting.remote()).contains(RemoteMode.REMOTE);
    assertThat(posting.posted()).contains(LocalDate.of(2026, 10, 4));
    assertThat(posting.employmentTypes()).containsExactly(EmploymentType.FULL_TIME);
    assertThat(posting.places()).extracting(Place::text).containsExactly("USA", "Canada", "Europe");
    assertThat(posting.places())
        .extracting(Place::country)
        .containsExactly(Optional.of("US"), Optional.of("CA"), Optional.empty());
    assertThat(posting.details())
        .containsEntry(PostingDetail.REMOTE_FROM, "USA, Canada, Europe")
        .containsEntry(PostingDetail.FUNCTION, "Software Development")
        .containsEntry(PostingDetail.COMPANY_LOGO, "https://remotive.com/job/3000007/logo");
    assertThat(posting.tags()).containsExactly("java", "kubernetes");
    assertThat(posting.description()).contains("<p>Water the racks.</p>");
    Salary salary = posting.salary().orElseThrow();
    assertThat(salary.min().orElseThrow()).isEqualByComparingTo("80000");
    assertThat(salary.max().orElseThrow()).isEqualByComparingTo("95000");
    assertThat(salary.currency().getCurrencyCode()).isEqualTo("USD");
    assertThat(salary.period()).isEqualTo(PayPeriod.YEAR);
  }

  @Test
  void aRowNeedsOnlyIdTitleAndAddress() throws InterruptedException {
    Posting posting =
        only(
            """
            {"id": "12", "title": "Keeper", "url": "https://remotive.com/remote-jobs/12",
             "company_name": null, "tags": null, "job_type": "", "salary": "-",
             "publication_date": "soon", "candidate_required_location": "", "description": null}""");

    assertThat(posting)
        .isEqualTo(
            Posting.of("12", "Keeper", posting.url()).withRemote(Optional.of(RemoteMode.REMOTE)));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-26T10:00:00Z, 2026-07-26",
    "2026-07-26 10:00:00, 2026-07-26",
    "2026-07-26, 2026-07-26",
    "2026-07-26T10:00:00.1234567+02:00, 2026-07-26"
  })
  void aDateIsReadWithAndWithoutTimeAndZone(String written, LocalDate day)
      throws InterruptedException {
    assertThat(only(row(1).replace("2026-10-04T08:09:10", written)).posted()).contains(day);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000-00-00T00:00:00", "2026-13-01", "04.10.2026", "0001-01-01"})
  void aDateThatIsNoneIsUnknown(String written) throws InterruptedException {
    assertThat(only(row(1).replace("2026-10-04T08:09:10", written)).posted()).isEmpty();
  }

  @Test
  void itRestsForSixHoursAsItsOperatorAsks() {
    assertThat(board().descriptor().rest()).isEqualTo(Duration.ofHours(6));
    assertThat(board().descriptor().about().callGap()).isEqualTo(Duration.ofSeconds(30));
  }

  private Posting only(String row) throws InterruptedException {
    serveRows(row);
    return search(query(10)).postings().getFirst();
  }
}
