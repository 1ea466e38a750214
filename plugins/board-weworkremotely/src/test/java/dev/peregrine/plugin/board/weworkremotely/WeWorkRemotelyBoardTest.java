package dev.peregrine.plugin.board.weworkremotely;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.testkit.Held;
import dev.peregrine.testkit.HeldField;
import dev.peregrine.testkit.JobBoardContract;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedRequest;
import dev.peregrine.testkit.Searched;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WeWorkRemotelyBoardTest extends JobBoardContract {

  private static final String DEVOPS = "/categories/remote-devops-sysadmin-jobs.rss";

  @Override
  protected JobBoard board() {
    return new WeWorkRemotelyBoard();
  }

  @Override
  protected String path() {
    return "/remote-jobs.rss";
  }

  @Override
  protected String contentType() {
    return "application/rss+xml; charset=utf-8";
  }

  @Override
  protected String row(int number) {
    return """
        <item>
          <media:content url="https://logos.example/%1$d.gif" type="image/png"/>
          <title>Käse &amp; Co: Cheese Engineer: Night Shift %1$d</title>
          <region>Bavaria</region>
          <country>🇩🇪 Germany</country>
          <state></state>
          <skills>Rennet, Brine,  Ageing, and Tasting</skills>
          <category>All Other Remote</category>
          <type>Full-Time</type>
          <description>&lt;p&gt;Stir &amp;amp; wait.&lt;/p&gt;</description>
          <pubDate>Thu, 16 Jul 2026 14:57:15 +0000</pubDate>
          <expires_at>Sat, 15 Aug 2026 16:57:15 +0200</expires_at>
          <guid>https://weworkremotely.com/remote-jobs/cheese-%1$d</guid>
          <link>https://weworkremotely.com/remote-jobs/cheese-%1$d</link>
        </item>"""
        .formatted(number);
  }

  @Override
  protected String answer(List<String> rows) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss">
          <channel>
            <title>We Work Remotely</title>
            <link>https://weworkremotely.com/remote-jobs.rss</link>
            <ttl>60</ttl>
            %s
          </channel>
        </rss>"""
        .formatted(String.join("\n", rows));
  }

  @Override
  protected Optional<Held> held(String recorded) {
    return Optional.of(
        Held.xml(recorded, "item")
            .value(HeldField.TITLE, row -> row.text("> title").replaceFirst("^.*?: ", ""))
            .value(HeldField.COMPANY, row -> row.text("> title").replaceFirst(": .*", ""))
            .some(HeldField.PLACES, "country", "region")
            .always(HeldField.REMOTE, "REMOTE")
            .some(HeldField.POSTED, "pubDate")
            .some(HeldField.CLOSES, "expires_at")
            .value(HeldField.EMPLOYMENT_TYPES, "type")
            .value(HeldField.DESCRIPTION, "> description")
            .some(HeldField.TAGS, "skills")
            .some(PostingDetail.REMOTE_FROM, "country", "region")
            .value(PostingDetail.FUNCTION, "category")
            .value(PostingDetail.COMPANY_LOGO, "media|content@url"));
  }

  @Test
  void anItemBecomesAPosting() throws InterruptedException {
    Posting posting = only(row(7));

    assertThat(posting.nativeId()).isEqualTo("https://weworkremotely.com/remote-jobs/cheese-7");
    assertThat(posting.url()).hasToString(posting.nativeId());
    assertThat(posting.company()).contains("Käse & Co");
    assertThat(posting.title()).isEqualTo("Cheese Engineer: Night Shift 7");
    assertThat(posting.remote()).contains(RemoteMode.REMOTE);
    assertThat(posting.posted()).contains(LocalDate.of(2026, 7, 16));
    assertThat(posting.closes()).contains(Instant.parse("2026-08-15T14:57:15Z"));
    assertThat(posting.employmentTypes()).containsExactly(EmploymentType.FULL_TIME);
    assertThat(posting.places())
        .containsExactly(
            new Place(
                "Bavaria, Germany", Optional.empty(), Optional.of("Bavaria"), Optional.of("DE")));
    assertThat(posting.tags()).containsExactly("Rennet", "Brine", "Ageing", "Tasting");
    assertThat(posting.description()).contains("<p>Stir &amp; wait.</p>");
    assertThat(posting.details())
        .containsEntry(PostingDetail.REMOTE_FROM, "Germany")
        .containsEntry(PostingDetail.FUNCTION, "All Other Remote")
        .containsEntry(PostingDetail.COMPANY_LOGO, "https://logos.example/7.gif");
  }

  @Test
  void anItemNeedsOnlyTitleAndAddress() throws InterruptedException {
    Posting posting =
        only(
            """
            <item><title>Cheesemaker</title><link>https://weworkremotely.com/remote-jobs/1</link>
            <region></region><country></country><pubDate>soon</pubDate><type/></item>""");

    assertThat(posting)
        .isEqualTo(
            Posting.of("https://weworkremotely.com/remote-jobs/1", "Cheesemaker", posting.url())
                .withRemote(Optional.of(RemoteMode.REMOTE)));
  }

  @Test
  void aDescriptionMayStandInACharacterDataSection() throws InterruptedException {
    String row =
        row(1)
            .replaceAll(
                "(?s)<description>.*</description>",
                "<description><![CDATA[<p>Stir &amp; wait.</p>]]></description>");

    assertThat(only(row).description()).contains("<p>Stir &amp; wait.</p>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Anywhere in the World||Anywhere in the World|Anywhere in the World",
        "Anywhere in the World|🇺🇸 United States of America|Anywhere in the World; United States of America|United States of America",
        "Europe Only||Europe Only|Europe Only",
        "|🇦🇩 Andorra, 🇦🇱 Albania|Andorra; Albania|Andorra, Albania",
        "Americas|🇧🇧 Barbados 🇺🇸 United States of America|Barbados; United States of America|Barbados, United States of America",
        "|Canada, Mexico|Canada; Mexico|Canada, Mexico",
        "🌍 Africa||Africa|Africa"
      })
  void placesAreReadWithoutFlags(String region, String country, String places, String remoteFrom)
      throws InterruptedException {
    Posting posting =
        only(
            row(1)
                .replace("Bavaria", region == null ? "" : region)
                .replace("🇩🇪 Germany", country == null ? "" : country));

    assertThat(String.join("; ", posting.places().stream().map(Place::text).toList()))
        .isEqualTo(places);
    assertThat(posting.details()).containsEntry(PostingDetail.REMOTE_FROM, remoteFrom);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thu, 16 Jul 2026 14:57:15 GMT",
        "Mon, 16 Jul 2026 14:57:15 +0000",
        "16 July 2026",
        "2026-07-16T14:57:15Z",
        "2026-07-16"
      })
  void datesAreReadLeniently(String written) throws InterruptedException {
    assertThat(only(row(1).replace("Thu, 16 Jul 2026 14:57:15 +0000", written)).posted())
        .contains(LocalDate.of(2026, 7, 16));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Thu, 32 Jul 2026 14:57:15 +0000", "16 Xyz 2026", "2026-07-16T99:99Z"})
  void datesThatAreNoneAreUnknown(String written) throws InterruptedException {
    assertThat(only(row(1).replace("Thu, 16 Jul 2026 14:57:15 +0000", written)).posted()).isEmpty();
  }

  @Test
  void categoriesOfTheTitlesAreReadBeforeTheFeedOfAll() throws InterruptedException {
    serveRows(row(1), row(2));
    server().answer(DEVOPS, feed(row(2), row(3)));
    server().answer("/categories/remote-programming-jobs.rss", feed(row(4)));

    Searched searched = search(query(10).withTitles(List.of("DevOps Engineer")));

    assertThat(server().requests().stream().map(RecordedRequest::path))
        .containsExactly(DEVOPS, "/categories/remote-programming-jobs.rss", path());
    assertThat(searched.postings()).hasSize(4);
  }

  @Test
  void aCategoryThatIsGoneCostsOnlyItself() throws InterruptedException {
    serveRows(row(1), row(2));

    Searched searched = search(query(10).withTitles(List.of("Designer")));

    assertThat(searched.failure()).isEmpty();
    assertThat(searched.postings()).hasSize(2);
    assertThat(searched.skipped().getFirst().what()).contains("remote-design-jobs");
  }

  private RecordedAnswer feed(String... rows) {
    return RecordedAnswer.of(contentType(), answer(List.of(rows)));
  }

  private Posting only(String row) throws InterruptedException {
    serveRows(row);
    return search(query(10)).postings().getFirst();
  }
}
