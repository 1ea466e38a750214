package dev.peregrine.plugin.board.bdjobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import dev.peregrine.api.board.BoardFilter;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.recipes.RecipeContract;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BdJobsRecipeTest extends RecipeContract {

  @Override
  protected String path() {
    return "/Jobs/api/JobSearch/GetJobSearch";
  }

  @Override
  protected String row(int number) {
    return """
    {"Jobid": "%1$d", "jobTitle": "Engineer %1$d für Züge"}"""
        .formatted(number);
  }

  @Override
  protected String answer(List<String> rows) {
    return "{\"data\": [%s], \"premiumData\": []}".formatted(String.join(",", rows));
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
            "/jobapply/api/JobSubsystem/Job-Details",
            RecordedAnswer.json("{\"data\": [{\"JobDescription\": \"<p>Trains.</p>\"}]}"));

    Posting posting =
        only(
            """
            {"Jobid": "7", "jobTitle": "Engineer", "companyName": "Acme Ltd", "location": "Dhaka",
             "publishDate": "2026-11-20", "deadline": "Dec 3, 2026", "JobType": "FullTime",
             "WorkPlace": "Work from home", "Salary": "Tk. 20000 - 30000 (Monthly)",
             "Vacancies": "2", "experience": "3 to 5 years"}""");

    assertThat(posting.url()).isEqualTo(URI.create("https://bdjobs.com/h/details/7"));
    assertThat(posting.remote()).contains(RemoteMode.REMOTE);
    assertThat(posting.closes()).contains(Instant.parse("2026-12-04T00:00:00Z"));
    assertThat(posting.employmentTypes()).isEqualTo(Set.of(EmploymentType.FULL_TIME));
    assertThat(posting.salary())
        .isEqualTo(
            Salary.of(
                Optional.of(new BigDecimal("20000")),
                Optional.of(new BigDecimal("30000")),
                "BDT",
                PayPeriod.MONTH));
    assertThat(posting.description()).contains("<p>Trains.</p>");
    assertThat(posting.details())
        .containsEntry(PostingDetail.VACANCIES, "2")
        .containsEntry(PostingDetail.EXPERIENCE, "3 to 5 years");
  }

  @Test
  void negotiablePayIsNone() throws InterruptedException {
    assertThat(only("{\"Jobid\": 1, \"jobTitle\": \"A\", \"Salary\": \"Negotiable\"}").salary())
        .isEmpty();
  }

  @Test
  void premiumRowsAreReadToo() throws InterruptedException {
    serve(RecordedAnswer.json("{\"data\": [%s], \"premiumData\": [%s]}".formatted(row(1), row(2))));

    assertThat(search(query(10)).postings()).hasSize(2);
  }

  private Posting only(String row) throws InterruptedException {
    serveRows(row);
    return search(query(10)).postings().getFirst();
  }
}
