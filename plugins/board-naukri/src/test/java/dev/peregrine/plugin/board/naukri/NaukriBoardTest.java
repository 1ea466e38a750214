package dev.peregrine.plugin.board.naukri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.testkit.JobBoardContract;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedRequest;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

final class NaukriBoardTest extends JobBoardContract {

  private static final String DETAIL = "/jobapi/v4/job/";

  @Override
  protected JobBoard board() {
    return new NaukriBoard();
  }

  @Override
  protected String path() {
    return "/jobapi/v3/search";
  }

  @Override
  protected String row(int number) {
    return """
        {"jobId": "2211260%1$05d", "title": "Chai taster %1$d", "companyName": "Chai – Söhne",
         "companyId": 17, "staticUrl": "chai-jobs-careers-17",
         "jdURL": "/job-listings-chai-taster-chai-soehne-pune-2-to-4-years-2211260%1$05d",
         "createdDate": 1790000000000, "footerPlaceholderLabel": "3 Days Ago",
         "experienceText": "2-4 Yrs", "tagsAndSkills": "Tea,Tasting, Tea",
         "jobDescription": "Taste.<br>Twice.", "vacancy": 4,
         "logoPathV3": "https://img.example/17.gif",
         "placeholders": [{"type": "experience", "label": "2-4 Yrs"},
           {"type": "salary", "label": "12-16 Lacs P.A."},
           {"type": "location", "label": "Remote"}],
         "salaryDetail": {"minimumSalary": 0, "maximumSalary": 0, "currency": "INR",
           "hideSalary": true},
         "ambitionBoxData": {"AggregateRating": "4.0", "ReviewsCount": 243}}"""
        .formatted(number);
  }

  @Override
  protected String answer(List<String> rows) {
    return "{\"noOfJobs\": %d, \"jobDetails\": [%s]}"
        .formatted(rows.size(), String.join(",", rows));
  }

  @Override
  protected OptionalInt rowsIn(String recorded) {
    var answer = new JsonMapper().readTree(recorded);
    return OptionalInt.of(answer.isArray() ? answer.size() : answer.get("jobDetails").size());
  }

  @Test
  void aRowBecomesAPosting() throws InterruptedException {
    Posting posting =
        only(row(7).replace("\"Remote\"", "\"Hybrid - Pune, Delhi / NCR (Noida, A)\""));

    assertThat(posting.nativeId()).isEqualTo("221126000007");
    assertThat(posting.title()).isEqualTo("Chai taster 7");
    assertThat(posting.company()).contains("Chai – Söhne");
    assertThat(posting.url())
        .hasToString(
            "https://www.naukri.com/job-listings-chai-taster-chai-soehne-pune-2-to-4-years-221126000007");
    assertThat(posting.places())
        .extracting(Place::text)
        .containsExactly("Pune", "Delhi / NCR (Noida, A)");
    assertThat(posting.remote()).contains(RemoteMode.HYBRID);
    assertThat(posting.posted()).contains(LocalDate.of(2026, 11, 19));
    assertThat(posting.salary())
        .map(Object::toString)
        .hasValueSatisfying(text -> assertThat(text).contains("1200000", "1600000", "INR", "YEAR"));
    assertThat(posting.description()).contains("Taste.<br>Twice.");
    assertThat(posting.tags()).containsExactly("Tea", "Tasting");
    assertThat(posting.details())
        .containsEntry(PostingDetail.EXPERIENCE, "2-4 Yrs")
        .containsEntry(PostingDetail.VACANCIES, "4")
        .containsEntry(PostingDetail.COMPANY_RATING, "4.0 of 5")
        .containsEntry(PostingDetail.COMPANY_REVIEWS, "243")
        .containsEntry(PostingDetail.COMPANY_LOGO, "https://img.example/17.gif")
        .containsEntry(PostingDetail.COMPANY_PAGE, "https://www.naukri.com/chai-jobs-careers-17");
  }

  @Test
  void aRowNeedsOnlyIdTitleAndAddress() throws InterruptedException {
    Posting posting =
        only(
            """
            {"jobId": "1", "title": "Cook", "jdURL": "/job-listings-cook-1", "location": "",
             "salary": "Not disclosed", "experience": "", "salaryDetail": null}""");

    assertThat(posting)
        .isEqualTo(
            Posting.of("1", "Cook", URI.create("https://www.naukri.com/job-listings-cook-1")));
  }

  @Test
  void theDayOfCreationCountsWhereTheLabelNamesNone() throws InterruptedException {
    assertThat(only(row(1).replace("3 Days Ago", "30+ Days Ago")).posted())
        .contains(LocalDate.of(2026, 9, 21));
    assertThat(only(row(1).replace("3 Days Ago", "Few Hours Ago")).posted())
        .contains(LocalDate.of(2026, 11, 22));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12-16 Lacs P.A.|1200000|1600000",
        "1-1.5 Cr|10000000|15000000",
        "95 Lacs-1.25 Cr P.A.|9500000|12500000",
        "50,000-3 Lacs P.A.|50000|300000",
        "4.5 Lakhs|450000|450000"
      })
  void lakhsAndCroresAreReckonedOut(String text, String least, String most)
      throws InterruptedException {
    var salary = only(row(1).replace("12-16 Lacs P.A.", text)).salary().orElseThrow();

    assertThat(salary.min().orElseThrow()).isEqualByComparingTo(least);
    assertThat(salary.max().orElseThrow()).isEqualByComparingTo(most);
  }

  @ParameterizedTest
  @CsvSource({"Not disclosed", "Unpaid", "Best in industry", "12-16"})
  void whatNamesNoPayGivesNone(String text) throws InterruptedException {
    assertThat(only(row(1).replace("12-16 Lacs P.A.", text)).salary()).isEmpty();
  }

  @Test
  void thePayInNumbersCountsUnlessItIsHidden() throws InterruptedException {
    String numbers =
        row(1)
            .replace("\"minimumSalary\": 0", "\"minimumSalary\": 1500000")
            .replace("\"maximumSalary\": 0", "\"maximumSalary\": 2250000");

    assertThat(only(numbers.replace("true", "false")).salary().orElseThrow().max().orElseThrow())
        .isEqualByComparingTo("2250000");
    assertThat(only(numbers).salary().orElseThrow().max().orElseThrow())
        .isEqualByComparingTo("1600000");
  }

  @Test
  void theQueryIsAsked() throws InterruptedException {
    serveRows(row(0));

    search(
        query(10)
            .withTitles(List.of("Data Engineer"))
            .withLocations(List.of("Pune"))
            .withRemote(Set.of(RemoteMode.REMOTE))
            .withMaxAge(Optional.of(Duration.ofHours(30)))
            .withFullDescriptions(false));

    RecordedRequest asked = server().requests().getFirst();
    assertThat(asked.query("keyword")).contains("Data Engineer");
    assertThat(asked.query("seoKey")).contains("data-engineer-jobs");
    assertThat(asked.query("location")).contains("Pune");
    assertThat(asked.query("remote")).contains("true");
    assertThat(asked.query("days")).contains("2");
    assertThat(asked.headers()).containsEntry("appid", "109").containsEntry("systemid", "Naukri");
  }

  @Test
  void pagesAreReadUntilOneIsShort() throws InterruptedException {
    server()
        .answer(
            path(),
            request -> {
              int page = Integer.parseInt(request.query("pageNo").orElseThrow());
              return RecordedAnswer.json(
                  answer(
                      IntStream.range((page - 1) * 20, Math.min(page * 20, 50))
                          .mapToObj(this::row)
                          .toList()));
            });

    assertThat(search(query(100)).postings()).hasSize(50);
  }

  @Test
  void aBareListIsReadAsWell() throws InterruptedException {
    serve(RecordedAnswer.json("[%s, %s]".formatted(row(0), row(1))));

    assertThat(search(query(10)).postings()).hasSize(2);
  }

  @Test
  void nothingFoundIsNoChange() throws InterruptedException {
    serve(RecordedAnswer.json("{\"noOfJobs\": 0}"));

    assertThat(search(query(10)).failure()).isEmpty();
  }

  @Test
  void aCallTakenForAProgramIsRefused() throws InterruptedException {
    serve(RecordedAnswer.json("{\"message\": \"recaptcha required\"}").withStatus(406));

    assertThat(search(query(10)).failure()).map(ExtensionException::kind).contains(Kind.REFUSED);
  }

  @Test
  void theDetailsCompleteAPosting() throws InterruptedException {
    server().answer(DETAIL + "221126000000", RecordedAnswer.json(detail()));
    serveRows(row(0), row(1));

    List<Posting> postings = search(query(10)).postings();

    assertThat(postings.getFirst().description()).contains("<p>All of it.</p>");
    assertThat(postings.getFirst().employmentTypes())
        .containsExactly(EmploymentType.FULL_TIME, EmploymentType.PERMANENT);
    assertThat(postings.getFirst().details()).containsEntry(PostingDetail.INDUSTRY, "Beverage");
    assertThat(postings.getLast().description()).contains("Taste.<br>Twice.");
  }

  @Test
  void detailsThatFailAreSoonNotAskedForAnyMore() throws InterruptedException {
    serveRows(IntStream.range(0, 10).mapToObj(this::row).toArray(String[]::new));

    assertThat(search(query(10)).postings()).hasSize(10);
    assertThat(server().requests()).filteredOn(asked -> asked.path().startsWith(DETAIL)).hasSize(2);
  }

  @Test
  void aPastedAddressIsRead() throws Exception {
    server().answer(DETAIL + "221126000000", RecordedAnswer.json(detail()));
    URI address = URI.create("https://www.naukri.com/job-listings-chai-taster-221126000000?src=x");

    Posting posting = board().fetch(address, context()).orElseThrow();

    assertThat(posting.title()).isEqualTo("Chai taster");
    assertThat(posting.company()).contains("Chai – Söhne");
    assertThat(posting.places()).extracting(Place::text).containsExactly("Pune");
    assertThat(posting.tags()).containsExactly("Tea", "Water");
  }

  @Test
  void anAddressWhosePostingIsGoneIsUnavailable() {
    URI address = URI.create("https://www.naukri.com/job-listings-chai-taster-221126000000");

    assertThatThrownBy(() -> board().fetch(address, context()))
        .isInstanceOfSatisfying(
            ExtensionException.class, gone -> assertThat(gone.kind()).isEqualTo(Kind.UNAVAILABLE))
        .hasMessageContaining("221126000000");
  }

  private static String detail() {
    return """
        {"jobDetails": {"title": "Chai taster", "description": "<p>All of it.</p>",
          "employmentType": "Full Time, Permanent", "industry": "Beverage",
          "companyDetail": {"name": "Chai – Söhne"}, "locations": [{"label": "Pune"}],
          "keySkills": {"preferred": [{"label": "Tea"}], "other": [{"label": "Water"}]}}}""";
  }

  private Posting only(String row) throws InterruptedException {
    serveRows(row);
    return search(query(10).withFullDescriptions(false)).postings().getFirst();
  }
}
