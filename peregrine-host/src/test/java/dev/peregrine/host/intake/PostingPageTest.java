package dev.peregrine.host.intake;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostingPageTest {

  private static final URI ADDRESS = URI.create("https://jobs.example.com/7");

  @Test
  void everythingThatIsToldIsRead() {
    Posting posting =
        whole(
            """
            {"@context": "https://schema.org", "@type": "JobPosting", "title": "Cook &amp; Baker",
             "description": "&lt;p&gt;Bake &amp;amp; cook&lt;/p&gt;",
             "hiringOrganization": {"@type": "Organization", "name": "Ofen GmbH",
               "sameAs": "https://ofen.example"},
             "jobLocation": [{"@type": "Place", "address": {"@type": "PostalAddress",
               "addressLocality": "Berlin", "addressCountry": {"name": ["Germany", "Germany"]}}}],
             "jobLocationType": "TELECOMMUTE",
             "applicantLocationRequirements": [{"name": "Germany"}, {"name": "Austria"}],
             "employmentType": ["FULL_TIME", "CONTRACTOR"],
             "datePosted": "2026-05-01T08:00:00Z", "validThrough": "2026-06-01",
             "baseSalary": {"@type": "MonetaryAmount", "currency": "EUR", "value": {
               "minValue": "3,000", "maxValue": 3500, "unitText": "MONTH"}},
             "identifier": {"name": "Ofen", "value": "R-17"}, "skills": "Bread, cakes"}
            """);
    assertThat(posting.title()).isEqualTo("Cook & Baker");
    assertThat(posting.company()).contains("Ofen GmbH");
    assertThat(posting.description()).contains("<p>Bake &amp; cook</p>");
    assertThat(posting.places()).extracting(Place::text).containsExactly("Berlin, Germany");
    assertThat(posting.remote()).contains(RemoteMode.REMOTE);
    assertThat(posting.employmentTypes())
        .containsExactlyInAnyOrder(EmploymentType.FULL_TIME, EmploymentType.CONTRACT);
    assertThat(posting.posted()).contains(LocalDate.parse("2026-05-01"));
    assertThat(posting.closes()).contains(Instant.parse("2026-06-02T00:00:00Z"));
    assertThat(posting.salary())
        .contains(
            Salary.of(
                    Optional.of(new BigDecimal("3000")),
                    Optional.of(new BigDecimal("3500")),
                    "EUR",
                    PayPeriod.MONTH)
                .orElseThrow());
    assertThat(posting.tags()).containsExactly("Bread", "cakes");
    assertThat(posting.details())
        .containsEntry(PostingDetail.REMOTE_FROM, "Germany, Austria")
        .containsEntry(PostingDetail.REQUISITION, "R-17")
        .containsEntry(PostingDetail.COMPANY_SITE, "https://ofen.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"@type\":\"Organization\"},{\"@type\":\"JobPosting\",\"title\":\"Cook\"}]",
        "{\"@graph\":[{\"@type\":\"WebPage\"},{\"@type\":[\"Thing\",\"JobPosting\"],\"title\":\"Cook\"}]}",
        "<!-- {\"@type\":\"JobPosting\",\"title\":\"Cook\"} -->",
        "//<![CDATA[\n{\"@type\":\"JobPosting\",\"title\":\"Cook\"}\n//]]>",
        "{\"@type\":\"JobPosting\",\"title\":\"Cook\",\"description\":\"a\tb\nc\"}",
        "{\"@type\":\"JobPosting\",\"title\":\"Cook\",\"description\":\"it\\'s\",}",
        "{\"@type\":\"http://schema.org/JobPosting\",\"title\":\"\\u0043ook\"}",
        "{&quot;@type&quot;:&quot;JobPosting&quot;,&quot;title&quot;:&quot;Cook&quot;}",
        "{\"@type\":\"JobPosting\",\"title\":\"Cook\",\"employmentType\":\"Full-time\","
            + "\"hiringOrganization\":\"Ofen\",\"jobLocation\":{\"address\":\"Berlin\"}}"
      })
  void carelessDataIsReadAllTheSame(String data) {
    assertThat(whole(data).title()).isEqualTo("Cook");
  }

  @Test
  void aBrokenScriptDoesNotHideTheNext() {
    String page =
        "<script type='application/ld+json'>{broken</script>"
            + "<script type='application/ld+json'>{\"@type\":\"JobPosting\",\"title\":\"Cook\"}</script>";
    assertThat(PostingPage.read(page, ADDRESS).orElseThrow().posting().title()).isEqualTo("Cook");
  }

  @Test
  void deepNestingEndsQuietly() {
    String deep = "[".repeat(2000) + "]".repeat(2000);
    String page = "<title>Cook</title><script type='application/ld+json'>" + deep + "</script>";
    assertThat(PostingPage.read(page, ADDRESS).orElseThrow().isWhole()).isFalse();
  }

  @Test
  void payWithoutAPeriodIsNotGuessed() {
    assertThat(
            whole(
                    """
                    {"@type":"JobPosting","title":"Cook","baseSalary":{"currency":"USD","value":90000}}
                    """)
                .salary())
        .isEmpty();
  }

  @Test
  void writtenPayIsRead() {
    assertThat(
            whole(
                    "{\"@type\":\"JobPosting\",\"title\":\"Cook\",\"baseSalary\":\"$20 - $25 an hour\"}")
                .salary()
                .map(Salary::period))
        .contains(PayPeriod.HOUR);
  }

  @Test
  void microdataIsReadWhereThereIsNoScript() {
    Posting posting =
        PostingPage.read(
                """
                <div itemscope itemtype="https://schema.org/JobPosting">
                  <h1 itemprop="title">Cook</h1>
                  <span itemprop="hiringOrganization" itemscope><b itemprop="name">Ofen</b></span>
                  <span itemprop="addressLocality">Berlin</span>
                  <time itemprop="datePosted" datetime="2026-05-01">May</time>
                  <div itemprop="description"><p>Bake.</p></div>
                </div>
                """,
                ADDRESS)
            .orElseThrow()
            .posting();
    assertThat(posting.title()).isEqualTo("Cook");
    assertThat(posting.company()).contains("Ofen");
    assertThat(posting.places()).extracting(Place::text).containsExactly("Berlin");
    assertThat(posting.posted()).contains(LocalDate.parse("2026-05-01"));
    assertThat(posting.description()).contains("<p>Bake.</p>");
  }

  @Test
  void aPreviewIsTakenLastAndSaidToBeOne() {
    PostingPage.Read read =
        PostingPage.read(
                "<title>x</title><meta property='og:title' content='Cook at Ofen'>"
                    + "<meta property='og:description' content='1 < 2'>",
                ADDRESS)
            .orElseThrow();
    assertThat(read.isWhole()).isFalse();
    assertThat(read.posting().title()).isEqualTo("Cook at Ofen");
    assertThat(read.posting().description()).contains("<p>1 &lt; 2</p>\n");
    assertThat(read.posting().company()).isEmpty();
  }

  @Test
  void anEmptyPageHasNoPosting() {
    assertThat(PostingPage.read("", ADDRESS)).isEmpty();
  }

  private static Posting whole(String data) {
    PostingPage.Read read =
        PostingPage.read(
                "<html><head><script type=\"application/ld+json\">" + data + "</script>", ADDRESS)
            .orElseThrow();
    assertThat(read.isWhole()).isTrue();
    return read.posting();
  }
}
