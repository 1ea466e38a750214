package dev.peregrine.plugin.board.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.testkit.FakeBoardContext;
import dev.peregrine.testkit.JobBoardContract;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.Searched;
import dev.peregrine.testkit.SettableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class FeedBoardTest extends JobBoardContract {

  @Override
  protected JobBoard board() {
    return new FeedBoard();
  }

  @Override
  protected String path() {
    return "/jobs.rss";
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("feeds", "jobs.rss");
  }

  @Override
  protected String contentType() {
    return "application/rss+xml; charset=utf-8";
  }

  @Override
  protected String row(int number) {
    return """
        <item>
          <title>Käse &amp; Brot %1$d</title>
          <link>https://kaese.example/jobs/%1$d</link>
          <guid isPermaLink="false">%1$d</guid>
          <pubDate>Thu, 16 Jul 2026 14:57:15 +0000</pubDate>
          <dc:creator>admin</dc:creator>
          <category>Food</category><category><![CDATA[Milk & more]]></category>
          <description>Short.</description>
          <content:encoded><![CDATA[<p>Stir &amp; wait.</p>]]></content:encoded>
          <job_listing:company>Käserei</job_listing:company>
          <job_listing:location>Bern, Switzerland</job_listing:location>
          <job_listing:job_type>Full Time</job_listing:job_type>
          <salary>CHF 80k - 90k</salary>
          <expires_at>2026-08-15</expires_at>
        </item>"""
        .formatted(number);
  }

  @Override
  protected String answer(List<String> rows) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
          <channel><title>Jobs</title><link>https://kaese.example</link>
            <image><title>Logo</title></image>
            %s
          </channel>
        </rss>"""
        .formatted(String.join("\n", rows));
  }

  @Test
  void anItemOfRssBecomesAPosting() throws InterruptedException {
    serveRows(row(7));
    Posting posting = search(query(10)).postings().getFirst();

    assertThat(posting.nativeId()).isEqualTo("https://kaese.example/jobs/7");
    assertThat(posting.title()).isEqualTo("Käse & Brot 7");
    assertThat(posting.company()).contains("Käserei");
    assertThat(posting.posted()).contains(LocalDate.of(2026, 7, 16));
    assertThat(posting.closes()).contains(Instant.parse("2026-08-16T00:00:00Z"));
    assertThat(posting.places()).extracting(Place::text).containsExactly("Bern, Switzerland");
    assertThat(posting.employmentTypes()).containsExactly(EmploymentType.FULL_TIME);
    assertThat(posting.salary()).isPresent();
    assertThat(posting.tags()).containsExactly("Food", "Milk & more");
    assertThat(posting.description()).contains("<p>Stir &amp; wait.</p>");
  }

  @Test
  void anEntryOfAtomBecomesAPosting() throws InterruptedException {
    Posting posting =
        only(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Jobs</title>
              <entry><title type="html">Cheese &amp;amp; bread</title>
                <link rel="self" href="https://kaese.example/self"/>
                <link rel="alternate" href="/jobs/7"/>
                <id>tag:kaese.example,2026:7</id><published>2026-07-16T10:00:00Z</published>
                <updated>2026-08-01T10:00:00Z</updated>
                <category term="food" label="Food"/>
                <content type="xhtml"><div><p>Stir.</p></div></content></entry></feed>""");

    assertThat(posting.nativeId()).isEqualTo("tag:kaese.example,2026:7");
    assertThat(posting.title()).isEqualTo("Cheese & bread");
    assertThat(posting.url().getPath()).isEqualTo("/jobs/7");
    assertThat(posting.posted()).contains(LocalDate.of(2026, 7, 16));
    assertThat(posting.tags()).containsExactly("Food");
    assertThat(posting.description().orElseThrow()).contains("<p>Stir.</p>");
    assertThat(posting.company()).isEmpty();
  }

  @Test
  void anItemOfJsonFeedBecomesAPosting() throws InterruptedException {
    Posting posting =
        only(
            """
            {"version": "https://jsonfeed.org/version/1.1", "title": "Jobs", "items": [
              {"id": "20fafb7d-f013-4061-b6de-aaaaaaaaaaaa", "title": "Cheesemaker",
               "url": "https://kaese.example/jobs/7", "content_html": "<p>Stir.</p>",
               "date_published": "2026-07-16T10:00:00+02:00", "tags": ["Food"],
               "_jobposting": {"@type": "JobPosting", "title": "Cheesemaker",
                 "hiringOrganization": {"name": "Käserei"},
                 "jobLocation": {"address": {"addressLocality": "Bern", "addressCountry": "CH"}}}}]}""");

    assertThat(posting.nativeId()).isEqualTo("20fafb7d-f013-4061-b6de-aaaaaaaaaaaa");
    assertThat(posting.company()).contains("Käserei");
    assertThat(posting.places()).extracting(Place::text).containsExactly("Bern, CH");
    assertThat(posting.posted()).contains(LocalDate.of(2026, 7, 16));
    assertThat(posting.tags()).containsExactly("Food");
    assertThat(posting.description()).contains("<p>Stir.</p>");
  }

  @Test
  void whatABoardAddsInANamespaceOfItsOwnIsRead() throws InterruptedException {
    Posting posting =
        only(
            """
            <rss><channel><title>Käserei</title><item><title>Cheesemaker</title>
              <link>https://kaese.example/jobs/7</link><remoteStatus>fully</remoteStatus>
              <tt:locations><tt:location><tt:name>HQ</tt:name><tt:city>Bern</tt:city>
                <tt:country>Switzerland</tt:country></tt:location>
                <tt:location><tt:name>EU</tt:name></tt:location></tt:locations>
              <tt:department>Milk</tt:department></item></channel></rss>""");

    assertThat(posting.company()).contains("Käserei");
    assertThat(posting.remote()).contains(RemoteMode.REMOTE);
    assertThat(posting.places()).extracting(Place::text).containsExactly("Bern, Switzerland", "EU");
    assertThat(posting.details()).containsEntry(PostingDetail.DEPARTMENT, "Milk");
  }

  @Test
  void flagsAndRegionsAreRead() throws InterruptedException {
    Posting posting =
        only(
            """
            <rss><channel><item><title>Cheesemaker</title><link>https://kaese.example/7</link>
              <region>Virginia</region><country>🇺🇸 United States of America</country>
              <skills>Milk, and Salt</skills></item></channel></rss>""");

    assertThat(posting.places())
        .extracting(Place::text)
        .containsExactly("Virginia, United States of America");
    assertThat(posting.tags()).containsExactly("Milk", "Salt");
  }

  @Test
  void headingsAreCutOnlyWhereTheFeedShowsThatTheyNameCompanies() throws InterruptedException {
    assertThat(headings("acme: Cook", "globex: Baker", "initech: Cook: nights"))
        .containsExactly("acme|Cook", "globex|Baker", "initech|Cook: nights");
    assertThat(headings("Cook at acme", "Baker at globex", "Cook at sea at initech"))
        .containsExactly("acme|Cook", "globex|Baker", "initech|Cook at sea");
    assertThat(headings("Kitchen: Cook", "Kitchen: Baker", "Kitchen: Waiter"))
        .containsExactly("-|Kitchen: Cook", "-|Kitchen: Baker", "-|Kitchen: Waiter");
    assertThat(headings("acme: Cook", "globex: Baker"))
        .containsExactly("-|acme: Cook", "-|globex: Baker");
    assertThat(headings("acme: Cook", "globex: Baker", "Waiter"))
        .containsExactly("-|acme: Cook", "-|globex: Baker", "-|Waiter");
  }

  @Test
  void aFeedThatIsNoneIsNamedAndCostsOnlyItself() throws InterruptedException {
    server()
        .answer("/page", RecordedAnswer.html("<!doctype html><title>Jobs</title>"))
        .answer("/jobs.rss", RecordedAnswer.xml(answer(List.of(row(1)))));

    Searched searched = searchOf("page, gone.rss, jobs.rss");

    assertThat(searched.failure()).isEmpty();
    assertThat(searched.postings()).hasSize(1);
    assertThat(searched.skipped()).hasSize(2);
    assertThat(searched.skipped().getFirst().what()).contains("/page");
    assertThat(searched.skipped().getFirst().why()).hasMessageContaining("is no feed");
  }

  @Test
  void aPageLeadsToTheFeedThatItNames() throws InterruptedException {
    server()
        .answer(
            "/page",
            RecordedAnswer.html(
                "<html><head><link rel='alternate' type='application/rss+xml' href='/jobs.rss'>"))
        .answer("/jobs.rss", RecordedAnswer.xml(answer(List.of(row(1)))));

    assertThat(searchOf("page").postings()).hasSize(1);
  }

  @Test
  void theServerAddressAloneIsAFeed() throws InterruptedException {
    server().answer("/own/feed", RecordedAnswer.xml(answer(List.of(row(1)))));
    var context =
        new FakeBoardContext(
            board().descriptor(),
            Map.of("base-url", server().address() + "/own/feed"),
            SettableClock.at("2026-11-22T09:00:00Z"));

    assertThat(Searched.by(board(), query(10), context).postings()).hasSize(1);
  }

  @Test
  void withoutFeedsTheSettingsAreToBlame() throws InterruptedException {
    var context =
        new FakeBoardContext(
            board().descriptor(), Map.of(), SettableClock.at("2026-11-22T09:00:00Z"));

    ExtensionException failure = Searched.by(board(), query(10), context).failure().orElseThrow();

    assertThat(failure.kind()).isEqualTo(Kind.BAD_SETTINGS);
    assertThat(failure).hasMessageContaining("No feeds are named");
  }

  private List<String> headings(String... headings) throws InterruptedException {
    String rows =
        List.of(headings).stream()
            .map(
                heading ->
                    "<item><title>%s</title><link>https://board.example/%s</link></item>"
                        .formatted(
                            heading, heading.toLowerCase(Locale.ROOT).replaceAll("[: ]+", "-")))
            .collect(Collectors.joining());
    server().answer(path(), RecordedAnswer.xml("<rss><channel>" + rows + "</channel></rss>"));
    return search(query(10)).postings().stream()
        .map(posting -> posting.company().orElse("-") + "|" + posting.title())
        .toList();
  }

  private Posting only(String body) throws InterruptedException {
    serve(RecordedAnswer.of(body.startsWith("{") ? "application/json" : contentType(), body));
    Searched searched = search(query(10));
    assertThat(searched.failure()).isEmpty();
    return searched.postings().getFirst();
  }

  private Searched searchOf(String feeds) throws InterruptedException {
    var values = new HashMap<String, String>();
    values.put("feeds", feeds);
    values.put("base-url", server().address().toString());
    return Searched.by(
        board(),
        query(10),
        new FakeBoardContext(
            board().descriptor(), values, SettableClock.at("2026-11-22T09:00:00Z")));
  }
}
