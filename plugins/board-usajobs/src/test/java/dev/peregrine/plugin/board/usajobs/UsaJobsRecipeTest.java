package dev.peregrine.plugin.board.usajobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import dev.peregrine.api.board.BoardFilter;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.testkit.Held;
import dev.peregrine.testkit.HeldField;
import dev.peregrine.testkit.recipes.RecipeContract;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsaJobsRecipeTest extends RecipeContract {

  @Override
  protected String path() {
    return "/api/search";
  }

  @Override
  protected String row(int number) {
    return """
    {"MatchedObjectId": "%1$d", "MatchedObjectDescriptor": {"PositionTitle": "Engineer %1$d für Züge",
     "PositionURI": "https://www.usajobs.gov:443/GetJob/ViewDetails/%1$d"}}"""
        .formatted(number);
  }

  @Override
  protected String answer(List<String> rows) {
    return "{\"SearchResult\": {\"SearchResultItems\": [%s]}}".formatted(String.join(",", rows));
  }

  @Override
  protected BoardQuery narrowed(BoardQuery query, BoardFilter filter) {
    return filter == BoardFilter.REMOTE
        ? query.withRemote(Set.of(RemoteMode.REMOTE))
        : super.narrowed(query, filter);
  }

  @Override
  protected boolean isSearchAnswer(Path recorded) {
    return !recorded.toString().contains("interval");
  }

  @Override
  protected OptionalInt rowsIn(String recorded) {
    return OptionalInt.of(recorded.split("\"MatchedObjectId\"", -1).length - 1);
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("email", "ada@example.com");
  }

  @Override
  protected Optional<Held> held(String recorded) {
    return Optional.of(
        Held.json(recorded, "SearchResult.SearchResultItems")
            .value(HeldField.TITLE, "MatchedObjectDescriptor.PositionTitle")
            .value(HeldField.COMPANY, "MatchedObjectDescriptor.OrganizationName")
            .some(HeldField.APPLY_URL, "MatchedObjectDescriptor.ApplyURI")
            .some(HeldField.PLACES, "MatchedObjectDescriptor.PositionLocation.LocationName")
            .value(HeldField.POSTED, "MatchedObjectDescriptor.PublicationStartDate")
            .value(HeldField.CLOSES, "MatchedObjectDescriptor.ApplicationCloseDate")
            .some(HeldField.EMPLOYMENT_TYPES, "MatchedObjectDescriptor.PositionSchedule.Name")
            .value(
                HeldField.SALARY_MIN, "MatchedObjectDescriptor.PositionRemuneration.MinimumRange")
            .value(
                HeldField.SALARY_MAX, "MatchedObjectDescriptor.PositionRemuneration.MaximumRange")
            .some(
                HeldField.SALARY_CURRENCY,
                "MatchedObjectDescriptor.PositionRemuneration.MaximumRange")
            .some(
                HeldField.SALARY_PERIOD,
                "MatchedObjectDescriptor.PositionRemuneration.MaximumRange")
            .value(HeldField.DESCRIPTION, "MatchedObjectDescriptor.QualificationSummary")
            .value(HeldField.TAGS, "MatchedObjectDescriptor.JobCategory.Name")
            .value(PostingDetail.FUNCTION, "MatchedObjectDescriptor.JobCategory.Name")
            .value(PostingDetail.DEPARTMENT, "MatchedObjectDescriptor.DepartmentName")
            .value(PostingDetail.REQUISITION, "MatchedObjectDescriptor.PositionID")
            .some(PostingDetail.LEVEL, "MatchedObjectDescriptor.JobGrade.Code"));
  }

  @Test
  void aFullRowKeepsAllItsParts() throws InterruptedException {
    Posting posting = only(paid("71012.0000", "129723.0000", "PA"));

    assertThat(posting.url()).isEqualTo(URI.create("https://www.usajobs.gov/GetJob/ViewDetails/7"));
    assertThat(posting.applyUrl())
        .contains(
            URI.create("https://www.usajobs.gov/GetJob/ViewDetails/7?PostingChannelID=RESTAPI"));
    assertThat(posting.company()).contains("Office of Trains");
    assertThat(posting.places())
        .containsExactly(
            new Place(
                "Denver, Colorado",
                Optional.of("Denver"),
                Optional.of("Colorado"),
                Optional.of("US")));
    assertThat(posting.closes()).contains(Instant.parse("2026-05-16T00:00:00Z"));
    assertThat(posting.employmentTypes())
        .isEqualTo(Set.of(EmploymentType.FULL_TIME, EmploymentType.PERMANENT));
    assertThat(posting.description()).contains("Summary.\n\nDuties.\n\nQualified.");
    assertThat(posting.details())
        .containsEntry(PostingDetail.LEVEL, "GS 12 to 14")
        .containsEntry(PostingDetail.DEPARTMENT, "Department of Transport")
        .containsEntry(PostingDetail.REQUISITION, "OS-7");
  }

  @ParameterizedTest
  @CsvSource({
    "77490, 141555, Per Year, 77490, 141555, YEAR",
    "13.79, 16, PH, 13.79, 16, HOUR",
    "2000, 3000, BW, 1000, 1500, WEEK",
    "2000, 3000, Bi-weekly, 1000, 1500, WEEK",
    "0.0, 3000, PM, , 3000, MONTH",
  })
  void payKeepsItsPeriod(
      String from, String to, String code, BigDecimal min, BigDecimal max, PayPeriod period)
      throws InterruptedException {
    Salary salary = only(paid(from, to, code)).salary().orElseThrow();

    assertThat(salary.period()).isEqualTo(period);
    assertThat(salary.min()).isEqualTo(Optional.ofNullable(min));
    assertThat(salary.max()).isEqualTo(Optional.ofNullable(max));
  }

  @ParameterizedTest
  @CsvSource({"0.0, 0.0, Per Year", "5, 9, PW", "5, 9, WC", "5, 9, ST"})
  void whatIsNoPayForATimeIsLeftOut(String from, String to, String code)
      throws InterruptedException {
    assertThat(only(paid(from, to, code)).salary()).isEmpty();
  }

  private static String paid(String min, String max, String code) {
    return """
    {"MatchedObjectId": "7", "MatchedObjectDescriptor": {"PositionTitle": "Engineer",
     "PositionID": "OS-7", "PositionURI": "https://www.usajobs.gov:443/GetJob/ViewDetails/7",
     "ApplyURI": ["https://www.usajobs.gov:443/GetJob/ViewDetails/7?PostingChannelID=RESTAPI"],
     "OrganizationName": "Office of Trains", "DepartmentName": "Department of Transport",
     "PositionLocation": [{"LocationName": "Denver, Colorado", "CityName": "Denver, Colorado",
       "CountrySubDivisionCode": "Colorado", "CountryCode": "United States"}],
     "PositionSchedule": [{"Code": "1", "Name": "Full Time"}],
     "PositionOfferingType": [{"Code": "15317", "Name": "Permanent"}],
     "PositionRemuneration": [{"MinimumRange": "%s", "MaximumRange": "%s", "RateIntervalCode": "%s"}],
     "JobGrade": [{"Code": "GS"}], "ApplicationCloseDate": "2026-05-16T00:00:00Z",
     "QualificationSummary": "Qualified.",
     "UserArea": {"Details": {"JobSummary": "Summary.", "MajorDuties": ["Duties."],
       "LowGrade": "12", "HighGrade": "14"}}}}"""
        .formatted(min, max, code);
  }

  private Posting only(String row) throws InterruptedException {
    serveRows(row);
    return search(query(10)).postings().getFirst();
  }
}
