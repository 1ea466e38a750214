package dev.peregrine.host.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BroughtPostingsTest {

  @Test
  void aPostingIsReadAsItWasWritten() throws Exception {
    Posting posting =
        Posting.of("7", "Cook", URI.create("https://jobs.example.com/7"))
            .withCompany(Optional.of("Ofen"))
            .withApplyUrl(Optional.of(URI.create("https://apply.example.com/7")))
            .withPlaces(Place.of("Berlin").stream().toList())
            .withRemote(Optional.of(RemoteMode.REMOTE))
            .withPosted(Optional.of(LocalDate.parse("2026-05-01")))
            .withEmploymentTypes(Set.of(EmploymentType.FULL_TIME))
            .withSalary(
                Salary.of(
                    Optional.of(new BigDecimal("60000")), Optional.empty(), "EUR", PayPeriod.YEAR))
            .withDescription(Optional.of("Bake."));
    String line = PostingJson.line("7", posting, "lever", Optional.of("Bake."));
    PostingJson.Item item = PostingJson.read(line);
    assertThat(item).isEqualTo(new PostingJson.Item("7", Optional.of("lever"), posting));
  }

  @Test
  void whatIsUnknownIsNull() {
    String line =
        PostingJson.line(
            "7",
            Posting.of("7", "Cook", URI.create("https://jobs.example.com/7")),
            "lever",
            Optional.empty());
    assertThat(line)
        .isEqualTo(
            "{\"id\":\"7\",\"title\":\"Cook\",\"company\":null,\"url\":\"https://jobs.example.com/7\","
                + "\"apply_url\":null,\"source\":\"lever\",\"location\":null,\"is_remote\":null,"
                + "\"salary_min\":null,\"salary_max\":null,\"salary_currency\":null,"
                + "\"salary_period\":null,\"date_posted\":null,\"employment_types\":[],"
                + "\"description\":null,\"remote\":null,\"places\":[],\"closes\":null,"
                + "\"salary_annual_min\":null,\"salary_annual_max\":null,\"salary_origin\":null,"
                + "\"tags\":[],\"details\":{"
                + Arrays.stream(PostingDetail.values())
                    .map(detail -> "\"%s\":null".formatted(detail.name().toLowerCase(Locale.ROOT)))
                    .collect(Collectors.joining(","))
                + "}}");
  }

  @Test
  void everyPartOfAPostingIsWrittenAndReadAgain() throws Exception {
    Posting posting =
        Posting.of("7", "Cook", URI.create("https://jobs.example.com/7"))
            .withPlaces(
                List.of(
                    new Place(
                        "Bern, BE", Optional.of("Bern"), Optional.of("BE"), Optional.of("CH")),
                    Place.of("Basel").orElseThrow()))
            .withRemote(Optional.of(RemoteMode.HYBRID))
            .withCloses(Optional.of(Instant.parse("2026-12-31T23:59:00Z")))
            .withSalary(
                Salary.of(
                        Optional.of(new BigDecimal("25")),
                        Optional.of(new BigDecimal("30.5")),
                        "CHF",
                        PayPeriod.HOUR)
                    .map(pay -> pay.withOrigin(Salary.Origin.ESTIMATED)))
            .withTags(List.of("grill"))
            .withDetail(PostingDetail.LEVEL, Optional.of("Senior"));
    String line = PostingJson.line("7", posting, "lever", Optional.empty());
    assertThat(line)
        .contains("\"is_remote\":false", "\"remote\":\"hybrid\"", "\"level\":\"Senior\"")
        .contains("\"salary_annual_min\":52000,\"salary_annual_max\":63440.0")
        .contains("{\"text\":\"Basel\",\"city\":null,\"region\":null,\"country\":null}");
    assertThat(PostingJson.read(line).posting()).isEqualTo(posting);
  }

  @Test
  void aPostingWithoutAnAddressGetsOneThatLeadsNowhere() throws Exception {
    PostingJson.Item item = PostingJson.read("{\"title\":\"Cook\",\"id\":3}");
    assertThat(item.id()).isEqualTo("3");
    assertThat(Intake.isWithoutAddress(item.posting())).isTrue();
    assertThatThrownBy(() -> PostingJson.read("{\"id\":3}"))
        .hasMessage("A posting has no title: \"{\"id\":3}\".");
    assertThatThrownBy(() -> PostingJson.read("nonsense"))
        .hasMessageStartingWith("This is not JSON");
  }

  @Test
  void rowsWithColumnsBecomePostings() throws Exception {
    CsvPostings read =
        CsvPostings.read(
            "\uFEFFJob Title;Company;Link;Location;Description\n"
                + "Cook;\"Ofen; GmbH\";https://a.example/1;Berlin;Bake <3\n"
                + ";;https://a.example/2;;\n"
                + "Baker;;;;\n"
                + ";;ftp://a.example;;\n");
    assertThat(read.postings()).extracting(Posting::title).containsExactly("Cook", "Baker");
    assertThat(read.postings().getFirst().company()).contains("Ofen; GmbH");
    assertThat(read.postings().getFirst().description()).contains("<p>Bake &lt;3</p>\n");
    assertThat(read.postings().getLast()).matches(Intake::isWithoutAddress);
    assertThat(read.links()).containsExactly(URI.create("https://a.example/2"));
    assertThat(read.skipped()).containsExactly("Row 5 has no link that begins with http.");
  }

  @Test
  void rowsWithoutColumnsGiveTheirFirstLink() throws Exception {
    CsvPostings read =
        CsvPostings.read("x,https://a.example/1,https://a.example/2\ny,HTTPS://b.example/3\n");
    assertThat(read.links())
        .containsExactly(URI.create("https://a.example/1"), URI.create("https://b.example/3"));
  }

  @Test
  void aBrokenCsvFileIsNamed() {
    assertThatThrownBy(() -> CsvPostings.read("a,\"b\nhttps://x.example"))
        .isInstanceOf(IntakeException.class)
        .hasMessageContaining("Check its quotes");
    assertThatThrownBy(() -> CsvPostings.read("")).hasMessageContaining("no rows with a link");
  }

  @Test
  void aPastedTextSaysOnlyWhatItNames() throws Exception {
    Posting posting =
        Pasted.posting(
            "\n# Cook\nOfen GmbH is looking for you.\nStandort: Berlin\nGehalt: 40.000 – 45.000 € pro Jahr\n\n<b>x</b>",
            Optional.empty(),
            Optional.empty());
    assertThat(posting.title()).isEqualTo("Cook");
    assertThat(posting.company()).isEmpty();
    assertThat(posting.places()).extracting(Place::text).containsExactly("Berlin");
    assertThat(posting.salary().flatMap(Salary::max)).contains(new BigDecimal("45000"));
    assertThat(posting.description().orElseThrow()).contains("&lt;b&gt;x").contains("<br>");
    assertThat(Pasted.posting("Cook\nCompany: Ofen", Optional.empty(), Optional.empty()).company())
        .contains("Ofen");
  }

  @Test
  void theSameTextIsTheSamePosting() throws Exception {
    assertThat(Pasted.posting("Cook\nx", Optional.empty(), Optional.empty()).url())
        .isEqualTo(Pasted.posting("Cook\nx\n", Optional.empty(), Optional.empty()).url());
  }

  @Test
  void linksAreFoundInAnyText() {
    assertThat(
            Intake.links(
                "See https://a.example/jobs/1, (https://b.example/x_(y)) and <https://c.example/?q=1&r=2>.\n"
                    + "https://a.example/jobs/1 javascript:alert(1) http://user:pw@d.example/"))
        .isEqualTo(
            List.of(
                URI.create("https://a.example/jobs/1"),
                URI.create("https://b.example/x_(y)"),
                URI.create("https://c.example/?q=1&r=2")));
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/jobs/backend-engineer-4821937,Backend engineer",
    "https://a.example/jobs/Senior%20Cook.html?x=1,Senior Cook",
    "https://a.example/o/98127,Posting at a.example"
  })
  void anAddressGivesTheFirstTitle(URI link, String title) {
    assertThat(Links.title(link)).isEqualTo(title);
  }
}
