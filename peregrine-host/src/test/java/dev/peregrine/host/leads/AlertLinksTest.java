package dev.peregrine.host.leads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.mail.MailMessage;
import dev.peregrine.api.mail.MailMessage.Address;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlertLinksTest {

  private static MailMessage mail(String from, String text, String html) {
    return new MailMessage(
        "1",
        Optional.of(Address.of(from)),
        List.of(),
        "New jobs",
        Optional.empty(),
        text,
        "",
        Optional.of(html).filter(given -> !given.isEmpty()),
        List.of(),
        List.of(),
        Map.of(),
        false);
  }

  private static String said(AlertLink link) {
    return "%s | %s | %s | %s"
        .formatted(
            link.title(), link.company().orElse("-"), link.place().orElse("-"), link.address());
  }

  private static List<String> postings(MailMessage mail) {
    return AlertLinks.of(mail).postings().stream().map(AlertLinksTest::said).toList();
  }

  @Test
  void linkedInWritesBlocksWithTheAddressBelow() {
    assertThat(
            postings(
                mail(
                    "jobalerts-noreply@linkedin.com",
                    """
                    Your job alert for tide keeper in HarbourtownManage your job alerts:  https://www.linkedin.com/comm/jobs/alerts?trk=x

                    Tide Keeper, Night Shift
                    Harbour Works
                    Harbourtown, ST

                    4 school alumni
                    View job: https://www.linkedin.com/comm/jobs/view/7001/?trackingId=a&midToken=b

                    ---------------------------------------------------------

                    Buoy Engineer
                    Marsh & Sons
                    Reedford, ST

                    2 connections
                    View job: https://www.linkedin.com/comm/jobs/view/7002/?trackingId=c

                    ---------------------------------------------------------

                    See all jobs on LinkedIn:  https://www.linkedin.com/comm/jobs/search?keywords=tide

                    Unsubscribe: https://www.linkedin.com/job-alert-email-unsubscribe?savedSearchId=1
                    """,
                    "<html><body>Nothing.</body></html>")))
        .containsExactly(
            "Tide Keeper, Night Shift | Harbour Works | Harbourtown, ST |"
                + " https://www.linkedin.com/jobs/view/7001/",
            "Buoy Engineer | Marsh & Sons | Reedford, ST |"
                + " https://www.linkedin.com/jobs/view/7002/");
  }

  @Test
  void linkedInsPagesWriteEmployerAndPlaceInOneLine() {
    assertThat(
            postings(
                mail(
                    "jobs-listings@linkedin.com",
                    "",
                    """
                    <table><tr><td><a href="https://www.linkedin.com/comm/jobs/view/7001/?t=1"><img src="x.png" alt=""></a></td>
                    <td><a href="https://www.linkedin.com/comm/jobs/view/7001/?t=2"><strong>Tide Keeper</strong></a>
                    <p>Harbour Works · Harbourtown (On-site)</p><p>Easy Apply</p>
                    <a href="https://www.linkedin.com/comm/jobs/view/7001/?t=3">View job</a></td></tr>
                    <tr><td><a href="https://www.linkedin.com/comm/jobs/view/7002/?t=1"><table><tr><td>Buoy Engineer</td></tr>
                    <tr><td>Marsh &amp; Sons</td></tr><tr><td>Reedford</td></tr></table></a></td></tr></table>
                    <a href="https://www.linkedin.com/comm/jobs/search?x=1">See all jobs</a>
                    """)))
        .containsExactly(
            "Tide Keeper | Harbour Works | Harbourtown (On-site) |"
                + " https://www.linkedin.com/jobs/view/7001/",
            "Buoy Engineer | Marsh & Sons | Reedford | https://www.linkedin.com/jobs/view/7002/");
  }

  @Test
  void indeedsTextSaysWhatItsPageLeavesOut() {
    assertThat(
            postings(
                mail(
                    "donotreply@jobalert.indeed.com",
                    """
                    Indeed Job Alert
                    Jobs 1-2 of 2 new jobs
                    See matching results on Indeed: https://de.indeed.com/jobs?q=Deich&from=ja

                    Deichpfleger (m/w/d)
                    Watt & Wiese GmbH - Husum
                    38.000 € – 44.000 € pro Jahr
                    Schnellbewerbung
                    Sie pflegen Deiche und Siele an der Küste.
                    Vor 2 Tagen
                    https://de.indeed.com/rc/clk/dl?jk=aaaa1111bbbb2222&from=ja&tk=x

                    Sielmeister
                    Nordkante
                    Sie leiten den Betrieb von drei Sielen, und das ganze Jahr.
                    Gerade geschaltet
                    https://de.indeed.com/rc/clk/dl?jk=cccc3333dddd4444&from=ja&tk=x

                    Von dieser Job-Benachrichtigung abmelden: https://subscriptions.indeed.com/alerts/cancel?token=x
                    """,
                    """
                    <a href="https://de.indeed.com/rc/clk/dl?jk=aaaa1111bbbb2222&amp;from=ja">Deichpfleger (m/w/d)</a>
                    <a href="https://de.indeed.com/rc/clk/dl?jk=cccc3333dddd4444&amp;from=ja">Sielmeister</a>
                    """)))
        .containsExactly(
            "Deichpfleger (m/w/d) | Watt & Wiese GmbH | Husum |"
                + " https://de.indeed.com/viewjob?jk=aaaa1111bbbb2222",
            "Sielmeister | Nordkante | - | https://de.indeed.com/viewjob?jk=cccc3333dddd4444");
  }

  @Test
  void aRatingIsNoPlaceAndWhatIsPaidForIsARedirect() {
    AlertLinks links =
        AlertLinks.of(
            mail(
                "alert@indeed.com",
                "",
                """
                <table><tr><td><h2><a href="https://uk.indeed.com/rc/clk/dl?jk=rate99rate88">Lock keeper</a></h2></td></tr>
                <tr><td>Canal Trust</td></tr><tr><td>3.9</td></tr><tr><td>Leeds</td></tr><tr><td>You open locks all day long, with care...</td></tr>
                <tr><td><h2><a href="https://uk.indeed.com/pagead/clk/dl?mo=r&amp;ad=OPAQUE">Barge pilot</a></h2></td></tr>
                <tr><td>River Line</td></tr><tr><td>Hull</td></tr><tr><td>8 days ago</td></tr></table>
                """));
    assertThat(links.postings().stream().map(AlertLinksTest::said))
        .containsExactly(
            "Lock keeper | Canal Trust | Leeds | https://uk.indeed.com/viewjob?jk=rate99rate88",
            "Barge pilot | River Line | Hull |"
                + " https://uk.indeed.com/pagead/clk/dl?ad=OPAQUE&mo=r");
    assertThat(links.postings().stream().map(AlertLink::isRedirect)).containsExactly(false, true);
  }

  @Test
  void glassdoorNamesTheEmployerAboveTheTitle() {
    assertThat(
            postings(
                mail(
                    "noreply@glassdoor.com",
                    "",
                    """
                    <div>Your alert</div>
                    <div><div>Harbour Works 4.1 ★</div><a href="https://www.glassdoor.com/partner/jobListing.htm?pos=1&amp;jobListingId=9001">Tide keeper</a><div>Harbourtown</div><div>$80K - $90K</div></div>
                    <div><div>Marsh &amp; Sons</div><a href="https://www.glassdoor.com/partner/jobListing.htm?pos=2&amp;jobListingId=9002">Buoy engineer</a><div>Reedford</div></div>
                    """)))
        .containsExactly(
            "Tide keeper | Harbour Works | Harbourtown |"
                + " https://www.glassdoor.com/job-listing/j?jl=9001",
            "Buoy engineer | Marsh & Sons | Reedford |"
                + " https://www.glassdoor.com/job-listing/j?jl=9002");
  }

  @Test
  void stepStoneXingZipRecruiterMonsterBuiltInAndGoogleAreRead() {
    assertThat(
            postings(
                mail(
                    "jobagent@stepstone.de",
                    "",
                    """
                    <a href="https://www.stepstone.de/stellenangebote--Deichpfleger-Husum-Watt-Wiese--812345-inline.html?cid=x"><h3>Deichpfleger (m/w/d)</h3></a><p>Watt &amp; Wiese GmbH</p><p>Husum</p><a href="https://www.stepstone.de/5/ergebnisliste?ke=deich">Alle Jobs anzeigen</a>
                    """)))
        .containsExactly(
            "Deichpfleger (m/w/d) | Watt & Wiese GmbH | Husum |"
                + " https://www.stepstone.de/stellenangebote--Deichpfleger-Husum-Watt-Wiese--812345-inline.html?cid=x");
    assertThat(
            postings(
                mail(
                    "jobs@mail.xing.com",
                    "",
                    """
                    <a href="https://www.xing.com/m/jobs/husum-sielmeister-77123456?sc=x">Sielmeister</a><div>Nordkante</div><div>Husum</div>
                    """)))
        .containsExactly(
            "Sielmeister | Nordkante | Husum |"
                + " https://www.xing.com/m/jobs/husum-sielmeister-77123456?sc=x");
    assertThat(
            postings(
                mail(
                    "alerts@ziprecruiter.com",
                    "",
                    """
                    <a href="https://www.ziprecruiter.com/ekm/AAEjq0?x=1"><b>Tide keeper</b></a><div>Harbour Works</div><div>Harbourtown, ST</div><a href="https://www.ziprecruiter.com/ekm/AAEzz9">View Details</a>
                    """)))
        .containsExactly(
            "Tide keeper | Harbour Works | Harbourtown, ST |"
                + " https://www.ziprecruiter.com/ekm/AAEjq0?x=1");
    assertThat(
            postings(
                mail(
                    "jobagent@click.monster.de",
                    "",
                    """
                    <a href="https://click.monster.de/t?url=https%3A%2F%2Fwww.monster.de%2Fstellen%2Fdeichpfleger-husum-123456789">Deichpfleger</a><div>Watt &amp; Wiese</div><div>Husum</div>
                    """)))
        .containsExactly(
            "Deichpfleger | Watt & Wiese | Husum |"
                + " https://www.monster.de/stellen/deichpfleger-husum-123456789");
    assertThat(
            postings(
                mail(
                    "support@builtin.com",
                    "",
                    """
                    <div>Harbour Works</div><a href="https://builtin.com/job/tide-keeper/4012345?utm_source=x">Tide keeper</a><div>Remote</div>
                    """)))
        .containsExactly(
            "Tide keeper | Harbour Works | Remote | https://builtin.com/job/tide-keeper/4012345");
    assertThat(
            postings(
                mail(
                    "notify-noreply@google.com",
                    "",
                    """
                    <a href="https://www.google.com/url?q=https://www.google.com/search%3Fibp%3Dhtl%3Bjobs%23htidocid%3Dabcd1234&amp;source=gmail">Tide keeper</a><div>Harbour Works</div><div>Harbourtown</div><div>via Tidal Jobs</div>
                    """)))
        .containsExactly(
            "Tide keeper | Harbour Works | Harbourtown |"
                + " https://www.google.com/search?ibp=htl;jobs&q=jobs#htidocid=abcd1234");
  }

  @Test
  void aNewsletterOfAPersonIsReadToo() {
    AlertLinks links =
        AlertLinks.of(
            mail(
                "anna@coast-letter.example",
                """
                Hello, three jobs this week.

                * Tide keeper at Harbour Works (Reedford): https://boards.greenhouse.io/harbour/jobs/4455667
                * Buoy engineer at Marsh, https://track.coast-letter.example/CL0/https:%2F%2Fjobs.lever.co%2Fmarsh%2F11111111-2222-3333-4444-555555555555/1/x
                Read my essay on mud: https://coast-letter.example/p/mud
                Unsubscribe https://coast-letter.example/unsubscribe
                """,
                ""));
    assertThat(links.postings().stream().map(AlertLinksTest::said))
        .containsExactly(
            "Tide keeper | Harbour Works | Reedford |"
                + " https://boards.greenhouse.io/harbour/jobs/4455667",
            "Buoy engineer | Marsh | - |"
                + " https://jobs.lever.co/marsh/11111111-2222-3333-4444-555555555555");
    assertThat(links.others().stream().map(link -> link.address().toString()))
        .containsExactly("https://coast-letter.example/p/mud");
  }

  @Test
  void whatRunsOrPretendsIsNoLinkAtAll() {
    AlertLinks links =
        AlertLinks.of(
            mail(
                "x@list.example",
                "javascript:alert(1) data:text/html,hello",
                """
                <a href="javascript:alert(1)">Tide keeper wanted</a><a href="data:text/html,x">Tide keeper here</a>
                <a href="https://www.linkedin.com@evil.example/jobs/view/1">Tide keeper now</a>
                <a href="http://127.0.0.1:8601/jobs/123456">Tide keeper inside</a><a href="file:///etc/passwd">A file of yours</a>
                <a href="https://[::1]/jobs/123456">Tide keeper inside</a><a href="https://evil .example/%zz">Half</a>
                <div style="display:none"><a href="https://jobs.lever.co/unseen/11111111-2222-3333-4444-555555555555">Hidden title of a job</a></div>
                """));
    assertThat(links.others().stream().map(link -> link.address().getHost()))
        .containsOnly("127.0.0.1", "[::1]");
    assertThat(links.postings().stream().map(AlertLink::title)).doesNotContain("Tide keeper now");
  }

  @Test
  void tenThousandLinksAreCutAndCounted() {
    String html =
        IntStream.range(0, 10_000)
            .mapToObj(
                i ->
                    "<p><a href=\"https://boards.greenhouse.io/acme/jobs/%d\">Job number %d</a></p>"
                        .formatted(1_000_000 + i, i))
            .collect(Collectors.joining());
    AlertLinks links = AlertLinks.of(mail("x@list.example", "", html));
    assertThat(links.postings()).hasSize(AlertLinks.MOST_POSTINGS);
    assertThat(links.leftOut()).isEqualTo(10_000 - AlertLinks.MOST_POSTINGS);
  }

  @Test
  void deepAndBrokenPagesAreRead() {
    String html =
        "<div>".repeat(60_000)
            + "<a href=\"https://boards.greenhouse.io/acme/jobs/1234567\">Deep one";
    assertThat(AlertLinks.of(mail("x@list.example", "", html)).postings()).hasSizeLessThan(2);
  }

  @Test
  void aRedirectIsTheJobThatItLeadsToAndAHomePageIsNone() {
    AlertLink redirect =
        AlertLinks.of(
                mail(
                    "jobagent@stepstone.de",
                    "",
                    "<a href=\"https://click.stepstone.de/f/a/AbC1\">Sielmeister</a><p>Nordkante</p>"))
            .postings()
            .getFirst();
    assertThat(redirect.isRedirect()).isTrue();
    assertThat(
            redirect
                .leadingTo(
                    URI.create(
                        "https://www.stepstone.de/stellenangebote--Siel--812345-inline.html?utm_source=m"))
                .map(AlertLinksTest::said))
        .contains(
            "Sielmeister | Nordkante | - | https://www.stepstone.de/stellenangebote--Siel--812345-inline.html");
    for (String elsewhere :
        List.of(
            "https://www.stepstone.de/",
            "https://www.stepstone.de/jobs/search?q=siel",
            "https://www.stepstone.de/login",
            "https://www.stepstone.de/unsubscribe/1")) {
      assertThat(redirect.leadingTo(URI.create(elsewhere))).as(elsewhere).isEmpty();
    }
  }
}
