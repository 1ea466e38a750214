package dev.peregrine.plugin.board.jobicy;

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

final class JobicyBoardTest extends JobBoardContract {

  private static final String PAY =
      """
      "salaryMin": 61000, "salaryMax": 82000, "salaryCurrency": "GBP", "salaryPeriod": "yearly\"""";

  @Override
  protected JobBoard board() {
    return new JobicyBoard();
  }

  @Override
  protected String path() {
    return "/api/v2/remote-jobs";
  }

  @Override
  protected String row(int number) {
    return """
        {"id": %1$d, "url": "https://jobicy.com/jobs/%1$d-tuner", "jobSlug": "%1$d-tuner",
         "jobTitle": "Piano &#038; Flügel Tuner %1$d", "companyName": "Tön &amp; Co",
         "companyLogo": "https://jobicy.com/logo.png", "jobIndustry": ["Arts &amp; Music"],
         "jobType": ["Full-Time", "Contract"], "jobGeo": "LATAM,  Brazil,  USA",
         "jobLevel": "Senior", "jobExcerpt": "Tune&hellip;", "jobDescription": "<p>Tune.</p>",
         "pubDate": "2026-10-15T15:28:49+00:00", %2$s}"""
        .formatted(700_000 + number, PAY);
  }

  @Override
  protected String answer(List<String> rows) {
    return """
        {"apiVersion": "2.0", "friendlyNotice": "n", "jobCount": %d, "success": true,
         "jobs": [%s]}"""
        .formatted(rows.size(), String.join(",", rows));
  }

  @Override
  protected Optional<Held> held(String recorded) {
    return Optional.of(
        Held.json(recorded, "jobs")
            .value(HeldField.TITLE, "jobTitle")
            .value(HeldField.COMPANY, "companyName")
            .value(HeldField.PLACES, "jobGeo")
            .always(HeldField.REMOTE, "REMOTE")
            .value(HeldField.POSTED, "pubDate")
            .value(HeldField.EMPLOYMENT_TYPES, "jobType")
            .salary("salaryMin", "salaryMax", "salaryCurrency", "salaryPeriod")
            .value(HeldField.DESCRIPTION, "jobDescription")
            .value(HeldField.TAGS, "jobIndustry")
            .value(PostingDetail.FUNCTION, "jobIndustry")
            .value(PostingDetail.REMOTE_FROM, "jobGeo")
            .value(PostingDetail.LEVEL, row -> row.text("jobLevel").replaceFirst("^Any$", ""))
            .value(PostingDetail.COMPANY_LOGO, "companyLogo"));
  }

  @Test
  void aRowBecomesAPosting() throws InterruptedException {
    Posting posting = only(row(7));

    assertThat(posting.nativeId()).isEqualTo("700007");
    assertThat(posting.title()).isEqualTo("Piano & Flügel Tuner 700007");
    assertThat(posting.company()).contains("Tön & Co");
    assertThat(posting.url()).hasToString("https://jobicy.com/jobs/700007-tuner");
    assertThat(posting.remote()).contains(RemoteMode.REMOTE);
    assertThat(posting.posted()).contains(LocalDate.of(2026, 10, 15));
    assertThat(posting.employmentTypes())
        .containsExactlyInAnyOrder(EmploymentType.FULL_TIME, EmploymentType.CONTRACT);
    assertThat(posting.places()).extracting(Place::text).containsExactly("LATAM", "Brazil", "USA");
    assertThat(posting.places())
        .extracting(Place::country)
        .containsExactly(Optional.empty(), Optional.of("BR"), Optional.of("US"));
    assertThat(posting.tags()).containsExactly("Arts & Music");
    assertThat(posting.description()).contains("<p>Tune.</p>");
    assertThat(posting.details())
        .containsEntry(PostingDetail.REMOTE_FROM, "LATAM, Brazil, USA")
        .containsEntry(PostingDetail.FUNCTION, "Arts & Music")
        .containsEntry(PostingDetail.LEVEL, "Senior")
        .containsEntry(PostingDetail.COMPANY_LOGO, "https://jobicy.com/logo.png");
    Salary salary = posting.salary().orElseThrow();
    assertThat(salary.min().orElseThrow()).isEqualByComparingTo("61000");
    assertThat(salary.max().orElseThrow()).isEqualByComparingTo("82000");
    assertThat(salary.currency().getCurrencyCode()).isEqualTo("GBP");
  }

  @Test
  void aRowNeedsOnlyIdTitleAndAddress() throws InterruptedException {
    Posting posting =
        only(
            """
            {"id": "12", "url": "https://jobicy.com/jobs/12", "jobTitle": "Tuner",
             "companyName": null, "jobIndustry": null, "jobType": "", "jobGeo": null,
             "jobLevel": "Any", "jobDescription": "", "pubDate": "", "salaryMin": "0"}""");

    assertThat(posting)
        .isEqualTo(
            Posting.of("12", "Tuner", posting.url()).withRemote(Optional.of(RemoteMode.REMOTE)));
  }

  @Test
  void olderAnswersHaveTextsInPlaceOfListsAndAnotherDate() throws InterruptedException {
    Posting posting =
        only(
            row(1)
                .replace("[\"Arts &amp; Music\"]", "\"Arts &amp; Music\"")
                .replace("[\"Full-Time\", \"Contract\"]", "\"full-time\"")
                .replace("\"jobDescription\": \"<p>Tune.</p>\",", "")
                .replace("2026-10-15T15:28:49+00:00", "2024-03-01 08:15:00"));

    assertThat(posting.tags()).containsExactly("Arts & Music");
    assertThat(posting.employmentTypes()).containsExactly(EmploymentType.FULL_TIME);
    assertThat(posting.posted()).contains(LocalDate.of(2024, 3, 1));
    assertThat(posting.description()).as("the excerpt").contains("Tune&hellip;");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"salaryMin\": 4000, \"salaryCurrency\": \"EUR\", \"salaryPeriod\": \"monthly\"|MONTH",
        "\"salaryMax\": \"45.50\", \"salaryCurrency\": \"usd\", \"salaryPeriod\": \"hourly\"|HOUR",
        "\"annualSalaryMin\": \"61000\", \"annualSalaryMax\": 0, \"salaryCurrency\": \"USD\"|YEAR",
        "\"salaryMin\": 61000, \"salaryCurrency\": \"USD\"|YEAR"
      })
  void payIsReadByNewAndOldNames(String pay, PayPeriod period) throws InterruptedException {
    assertThat(only(row(1).replace(PAY, pay)).salary().orElseThrow().period()).isEqualTo(period);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"salaryMin\": 61000",
        "\"salaryMin\": 300, \"salaryCurrency\": \"USD\"",
        "\"salaryMin\": 45, \"salaryCurrency\": \"USD\", \"salaryPeriod\": \"yearly\"",
        "\"salaryMin\": \"\", \"salaryMax\": null, \"salaryCurrency\": \"USD\"",
        "\"annualSalaryMin\": 61000, \"salaryCurrency\": \"dollars\""
      })
  void payThatCouldMeanAnythingIsUnknown(String pay) throws InterruptedException {
    assertThat(only(row(1).replace(PAY, pay)).salary()).isEmpty();
  }

  @Test
  void oneCallASearchAndOneSearchAnHour() throws InterruptedException {
    only(row(1));

    assertThat(server().requests()).hasSize(1);
    assertThat(server().requests().getFirst().query("count")).contains("100");
    assertThat(board().descriptor().rest()).isEqualTo(Duration.ofHours(1));
  }

  private Posting only(String row) throws InterruptedException {
    serveRows(row);
    return search(query(10)).postings().getFirst();
  }
}
