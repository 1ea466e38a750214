package dev.peregrine.host.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import dev.peregrine.host.http.MarkupView;
import dev.peregrine.host.http.PageContext;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes in which pages give schema.org JobPostings. */
class JobPostingShapesTest {

  private static final URI PAGE = URI.create("https://jobs.example.com/all");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "Berlin, Germany"                                                        | Berlin, Germany
          {"address": "Berlin"}                                                    | Berlin
          {"addressLocality": "Berlin", "addressCountry": "DE"}                    | Berlin, DE
          [[{"address": [{"addressLocality": "Berlin"}]}], "Paris"]                | Berlin; Paris
          {"address": {"addressLocality": ["Ulm", "Bonn"], "addressCountry": {"name": "Germany"}}} | Ulm, Germany; Bonn, Germany
          {"name": "Hamburg office", "address": {"addressLocality": ""}}           | Hamburg office
          [{"name": "Ulm", "address": {"addressLocality": "Bonn"}}, {"name": "Paris", "address": {"addressLocality": "Bonn"}}] | Ulm; Paris
          [{"name": "HQ", "address": {"addressLocality": "Bonn"}}, {"name": "HQ", "address": {"addressLocality": "Bonn"}}] | Bonn
          {"address": {"addressLocality": "Remote"}}                               |
          null                                                                     |
          """)
  void placesAreFoundWhereverTheyStand(String location, String places) {
    assertThat(texts(only("\"jobLocation\": " + location))).isEqualTo(places == null ? "" : places);
  }

  @Test
  void aPlaceThatOnlySaysRemoteSaysHowTheWorkIsDone() {
    assertThat(only("\"jobLocation\": {\"address\": \"Remote\"}").remote())
        .contains(RemoteMode.REMOTE);
    assertThat(only("\"jobLocation\": [\"Remote\", \"Berlin\"]").remote()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"currency": "USD", "value": {"value": 40, "unitText": "HOUR"}}                        | 40 40 USD HOUR STATED
          {"currency": "USD", "value": 90000, "unitText": "YEAR"}                                | 90000 90000 USD YEAR STATED
          {"currency": "AUD", "value": {"minValue": "90000", "maxValue": "0", "unitText": "year"}} | 90000 null AUD YEAR STATED
          {"currency": "EUR", "value": [{"minValue": 20, "maxValue": 25, "unitCode": "HUR"}]}    | 20 25 EUR HOUR STATED
          {"currency": "EUR", "minValue": 2000, "maxValue": 2500, "unitText": "MONTH"}           | 2000 2500 EUR MONTH STATED
          {"currency": "GBP", "value": {"value": "80k - 95k", "unitText": "YEAR"}}               | 80000 95000 GBP YEAR STATED
          {"currency": "GBP", "value": {"value": "1,200,000", "unitText": "YEAR"}}               | 1200000 1200000 GBP YEAR STATED
          {"value": {"minValue": 20, "unitText": "HOUR"}}, "salaryCurrency": "CAD"               | 20 null CAD HOUR STATED
          null, "estimatedSalary": [{"currency": "USD", "percentile10": 7, "percentile90": 9, "duration": "PT1H"}] | 7 9 USD HOUR ESTIMATED
          "$20 an hour"                                                                          | 20 20 USD HOUR STATED
          """)
  void payIsReadInEveryShape(String pay, String expected) {
    Salary salary = only("\"baseSalary\": " + pay).salary().orElseThrow();
    assertThat(
            "%s %s %s %s %s"
                .formatted(
                    salary.min().orElse(null),
                    salary.max().orElse(null),
                    salary.currency(),
                    salary.period(),
                    salary.origin()))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"100000\", \"salaryCurrency\": \"USD\"",
        "100000",
        "{\"currency\": \"USD\", \"value\": 90000}",
        "{\"value\": {\"value\": 90000, \"unitText\": \"YEAR\"}}",
        "{\"currency\": \"USD\", \"value\": {\"value\": 90, \"unitText\": \"YEAR\"}}",
        "{\"currency\": \"USD\", \"value\": {\"minValue\": 0, \"maxValue\": 0, \"unitText\": \"YEAR\"}}",
        "{\"currency\": \"USD\", \"value\": {\"value\": -1, \"unitText\": \"HOUR\"}}",
        "{\"currency\": \"dollars\", \"value\": {\"value\": 20, \"unitText\": \"HOUR\"}}",
        "\"competitive\"",
        "null"
      })
  void payOfWhichAPartIsMissingIsNotMadeUp(String pay) {
    assertThat(only("\"baseSalary\": " + pay).salary()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "FULL_TIME"                | FULL_TIME
          ["FULL_TIME", "Part-time"] | FULL_TIME, PART_TIME
          "FULL_TIME, CONTRACTOR"    | FULL_TIME, CONTRACT
          [["INTERN"]]               | INTERNSHIP
          "PER_DIEM"                 | PER_DIEM
          {"name": "Full time"}      | FULL_TIME
          false                      |
          """)
  void employmentTypesAreReadFromCodesAndWords(String types, String expected) {
    assertThat(
            only("\"employmentType\": " + types).employmentTypes().stream()
                .map(EmploymentType::name)
                .collect(Collectors.joining(", ")))
        .isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-06-01                   | 2026-06-01 | 2026-06-02T00:00:00Z
          2026-06-01T20:00:00-05:00    | 2026-06-01 | 2026-06-02T01:00:00Z
          2026-06-01T20:00:00          | 2026-06-01 | 2026-06-01T20:00:00Z
          Mon Jun 01 00:00:00 UTC 2026 | 2026-06-01 | 2026-06-01T00:00:00Z
          """)
  void daysAndTimesAreRead(String written, LocalDate day, Instant end) {
    Posting posting =
        only("\"datePosted\": \"%1$s\", \"validThrough\": \"%1$s\"".formatted(written));
    assertThat(posting.posted()).contains(day);
    assertThat(posting.closes()).contains(end);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3 days ago", "soon", "0001-01-01"})
  void aDayThatNobodyKnowsIsNotMadeUp(String written) {
    Posting posting =
        only("\"datePosted\": \"%1$s\", \"validThrough\": \"%1$s\"".formatted(written));
    assertThat(posting.posted()).isEmpty();
    assertThat(posting.closes()).isEmpty();
  }

  @Test
  void whatElseIsToldIsKept() {
    Posting posting =
        only(
            """
            "hiringOrganization": [{"name": "Müller &amp; S&ouml;hne", "url": "https://m.example",
               "logo": {"@type": "ImageObject", "url": "https://m.example/l.png"},
               "numberOfEmployees": {"minValue": 11, "maxValue": 50}}],
             "applicationContact": {"email": "mailto:jobs@m.example"},
             "industry": [{"name": "Bakeries"}, "Food"], "totalJobOpenings": 3,
             "experienceRequirements": {"monthsOfExperience": 36}, "identifier": 4711,
             "skills": ["Bread", {"name": "Cakes"}], "occupationalCategory": "35-1 Cooks"
            """);
    assertThat(posting.company()).contains("Müller & Söhne");
    assertThat(posting.tags()).containsExactly("Bread", "Cakes");
    assertThat(posting.details())
        .containsEntry(PostingDetail.COMPANY_SITE, "https://m.example")
        .containsEntry(PostingDetail.COMPANY_LOGO, "https://m.example/l.png")
        .containsEntry(PostingDetail.COMPANY_SIZE, "11 to 50")
        .containsEntry(PostingDetail.CONTACT_MAIL, "jobs@m.example")
        .containsEntry(PostingDetail.INDUSTRY, "Bakeries, Food")
        .containsEntry(PostingDetail.VACANCIES, "3")
        .containsEntry(PostingDetail.EXPERIENCE, "3 years")
        .containsEntry(PostingDetail.REQUISITION, "4711")
        .containsEntry(PostingDetail.FUNCTION, "35-1 Cooks");
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "null", "{}", "[]", "\"\"", "\"N/A\"", "{\"name\": null}"})
  void anEmployerThatIsNoneIsUnknown(String employer) {
    assertThat(only("\"hiringOrganization\": " + employer).company()).isEmpty();
  }

  @Test
  void whatStandsBesideTheDescriptionIsPutBelowItOnce() {
    Posting posting =
        only(
            """
            "description": "Bake bread.\\nClean the oven.", "responsibilities": "Clean the oven.",
            "qualifications": "<ul><li>Two hands</li></ul>"
            """);
    assertThat(posting.description())
        .contains(
            "<p>Bake bread.<br>Clean the oven.</p>\n<h3>Qualifications</h3>\n"
                + "<ul><li>Two hands</li></ul>");
  }

  @Test
  void severalPostingsOfAPageAreToldApart() {
    List<Posting> postings =
        inPage(
            """
            <script type="application/ld+json">{"@type": "ItemList", "itemListElement": [
              {"item": {"@type": "JobPosting", "title": "Cook", "url": "https://jobs.example.com/1"}},
              {"item": {"@type": "JobPosting", "title": "Cook", "url": "/2"}},
              {"item": {"@type": "JobPosting", "title": "Baker", "identifier": {"value": "B-3"}}},
              {"item": {"@type": "JobPosting", "title": "Waiter", "jobLocation": "Ulm"}},
              {"item": {"@type": "JobPosting", "title": "Cook", "url": "https://jobs.example.com/1"}}]}
            </script>
            <script type="application/ld+json">{"@type": "JobPosting", "title": ""}</script>
            <div itemscope itemtype="http://schema.org/JobPosting"><b itemprop="title">Other</b></div>
            """);
    assertThat(postings)
        .extracting(Posting::nativeId)
        .containsExactly(
            "https://jobs.example.com/1",
            "https://jobs.example.com/2",
            "https://jobs.example.com/all#B-3",
            "https://jobs.example.com/all#Waiter, Ulm");
    assertThat(postings.get(2).url()).isEqualTo(PAGE);
  }

  @Test
  void theOnlyPostingOfAPageHasItsAddressHoweverOftenItStandsThere() {
    String script =
        "<script type=\"application/ld+json\">{\"@type\": \"JobPosting\", \"title\": \"Cook\","
            + " \"url\": \"https://elsewhere.example/1\"}</script>";
    assertThat(inPage(script + script))
        .singleElement()
        .satisfies(
            posting -> {
              assertThat(posting.nativeId()).isEqualTo(PAGE.toString());
              assertThat(posting.url()).isEqualTo(PAGE);
            });
  }

  @Test
  void microdataKeepsWhatBelongsToAnotherScopeApart() {
    Posting posting =
        inPage(
                """
                <div itemscope itemtype="https://schema.org/JobPosting">
                  <a itemprop="title url" href="/7">Cook</a>
                  <div itemprop="hiringOrganization" itemscope itemtype="https://schema.org/Organization">
                    <span itemprop="name">Ofen</span><img itemprop="logo" src="https://o.example/l.png">
                    <div itemprop="description">Since 1900.</div>
                  </div>
                  <div itemprop="jobLocation" itemscope><div itemprop="address" itemscope>
                    <span itemprop="addressLocality">Berlin</span>
                    <span itemprop="addressCountry">Germany</span></div></div>
                  <div itemprop="jobLocation" itemscope><div itemprop="address" itemscope>
                    <span itemprop="addressLocality">Bonn</span></div></div>
                  <div itemprop="baseSalary" itemscope><meta itemprop="currency" content="EUR">
                    <div itemprop="value" itemscope><meta itemprop="minValue" content="3000">
                    <meta itemprop="maxValue" content="3500"><meta itemprop="unitText" content="MONTH">
                    </div></div>
                  <meta itemprop="employmentType" content="PART_TIME">
                  <ul itemprop="skills"><li>Bread</li><li>Cakes</li></ul>
                  <div itemprop="description"><p>Bake.</p></div>
                </div>
                """)
            .getFirst();
    assertThat(posting.title()).isEqualTo("Cook");
    assertThat(posting.company()).contains("Ofen");
    assertThat(texts(posting)).isEqualTo("Berlin, Germany; Bonn");
    assertThat(posting.salary()).hasValueSatisfying(pay -> assertThat(pay.min()).isPresent());
    assertThat(posting.employmentTypes()).containsExactly(EmploymentType.PART_TIME);
    assertThat(posting.tags()).containsExactly("Bread", "Cakes");
    assertThat(posting.description()).contains("<p>Bake.</p>");
    assertThat(posting.details())
        .containsEntry(PostingDetail.COMPANY_LOGO, "https://o.example/l.png")
        .containsEntry(PostingDetail.COMPANY_ABOUT, "Since 1900.");
  }

  @Test
  void microdataCompletesTheSamePostingInAScriptAndNoOther() {
    String script =
        "<script type=\"application/ld+json\">{\"@type\": \"JobPosting\", \"title\": \"Cook\","
            + " \"jobLocation\": \"Ulm\"}</script>";
    String markup =
        "<div itemscope itemtype='https://schema.org/JobPosting'><b itemprop='title'>%s</b>"
            + "<i itemprop='hiringOrganization'>Ofen</i><i itemprop='addressLocality'>Bonn</i></div>";

    assertThat(inPage(script + markup.formatted("Cook")))
        .singleElement()
        .satisfies(
            posting -> {
              assertThat(posting.company()).contains("Ofen");
              assertThat(texts(posting)).isEqualTo("Ulm");
            });
    assertThat(inPage(script + markup.formatted("Baker")).getFirst().company()).isEmpty();
  }

  @Test
  void postingsWithoutATitleAndDataThatIsNoneCostOnlyThemselves() {
    assertThat(
            inPage(
                Arrays.asList("null", "7", "[]", "{}", "{\"@type\": []}", "").stream()
                    .map(data -> "<script type='application/ld+json'>" + data + "</script>")
                    .collect(Collectors.joining())))
        .isEmpty();
  }

  private static Posting only(String members) {
    return inPage(
            "<script type=\"application/ld+json\">{\"@type\": \"JobPosting\", \"title\": \"Cook\", %s}</script>"
                .formatted(members))
        .getFirst();
  }

  private static List<Posting> inPage(String html) {
    return Posting.inPage(MarkupView.html(html, PAGE.toString()), new PageContext(), PAGE);
  }

  private static String texts(Posting posting) {
    return posting.places().stream().map(Place::text).collect(Collectors.joining("; "));
  }
}
