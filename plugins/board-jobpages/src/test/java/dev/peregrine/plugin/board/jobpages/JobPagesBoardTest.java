package dev.peregrine.plugin.board.jobpages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Posting;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.testkit.FakeBoardContext;
import dev.peregrine.testkit.JobBoardContract;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedRequest;
import dev.peregrine.testkit.RecordedServer;
import dev.peregrine.testkit.Searched;
import dev.peregrine.testkit.SettableClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

final class JobPagesBoardTest extends JobBoardContract {

  @Override
  protected JobBoard board() {
    return new JobPagesBoard();
  }

  @Override
  protected String path() {
    return "/sitemap.xml";
  }

  @Override
  protected Map<String, String> settings() {
    return Map.of("pages", "sitemap.xml");
  }

  @Override
  protected String contentType() {
    return "application/xml; charset=utf-8";
  }

  @Override
  protected void prepare(RecordedServer ready) {
    for (int number = 0; number < 100; number++) {
      RecordedAnswer page = RecordedAnswer.html(page("Käser " + number));
      ready.answer("/jobs/" + number, page).answer("/mirror/jobs/" + number, page);
    }
  }

  @Override
  protected String row(int number) {
    return """
        <url><loc>jobs/%d</loc><lastmod>2026-10-04</lastmod><title>Käser</title></url>"""
        .formatted(number);
  }

  @Override
  protected String answer(List<String> rows) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">%s</urlset>"""
        .formatted(String.join("\n", rows));
  }

  @Test
  void aSitemapIsReadNewestFirstAndNoFurtherThanAllowed() throws InterruptedException {
    serveRows(
        url("/jobs/1", "2026-09-01"), url("/jobs/2", "2026-11-01"), url("/jobs/3", "2026-10-01"));

    assertThat(titles(searchOf(Map.of("pages", "sitemap.xml", "most", "2"))))
        .containsExactly("Käser 2", "Käser 3");
  }

  @Test
  void ofASitemapOnlyJobsAreOpened() throws InterruptedException {
    serveRows(
        url("/about", "2026-11-01"), url("/jobs/1", "2026-09-01"), url("/jobs", "2026-11-01"));

    assertThat(titles(search(query(10)))).containsExactly("Käser 1");
    assertThat(asked()).containsExactly("/sitemap.xml", "/robots.txt", "/jobs/1");
  }

  @Test
  void anIndexLeadsToTheSitemapOfJobs() throws InterruptedException {
    server()
        .answer(
            path(),
            RecordedAnswer.xml(
                """
                <sitemapindex><sitemap><loc>/sitemap-news.xml</loc></sitemap>
                <sitemap><loc>/sitemap-jobs.xml.gz</loc></sitemap></sitemapindex>"""))
        .answer(
            "/sitemap-jobs.xml.gz",
            RecordedAnswer.of("application/gzip", "").withBytes(packed(answer(List.of(row(1))))));

    assertThat(titles(search(query(10)))).containsExactly("Käser 1");
    assertThat(asked()).doesNotContain("/sitemap-news.xml");
  }

  private static byte[] packed(String text) {
    var file = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(file)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return file.toByteArray();
  }

  @Test
  void aPageWithSeveralPostingsIsReadAtOnce() throws InterruptedException {
    server()
        .answer(
            "/careers",
            RecordedAnswer.html(
                """
                <html><script type="application/ld+json">[
                {"@type": "JobPosting", "title": "Cook", "url": "https://kaese.example/jobs/1"},
                {"@type": "JobPosting", "title": "Baker", "url": "https://kaese.example/jobs/2"}]
                </script><a href="/jobs/3">Waiter</a></html>"""));

    assertThat(titles(searchOf(Map.of("pages", "careers")))).containsExactly("Cook", "Baker");
    assertThat(asked()).containsExactly("/careers");
  }

  @Test
  void aListLeadsToTheJobsOfItsOwnSite() throws InterruptedException {
    server()
        .answer(
            "/careers",
            RecordedAnswer.html(
                """
                <!doctype html><a href="/jobs/1#top">Cook</a><a href="jobs/1">again</a>
                <a href="https://elsewhere.example/jobs/9">x</a><a href="/about">x</a>
                <a href="mailto:jobs@kaese.example">x</a><a href="/jobs/2?utm=x">Baker</a>"""));

    assertThat(titles(searchOf(Map.of("pages", "careers")))).containsExactly("Käser 1", "Käser 2");
    assertThat(asked()).containsExactly("/careers", "/robots.txt", "/jobs/1", "/jobs/2");
  }

  @Test
  void whatRobotsForbidIsNotOpened() throws InterruptedException {
    server()
        .answer("/robots.txt", RecordedAnswer.of("text/plain", "User-agent: *\nDisallow: /jobs/2"));
    serveRows(row(1), row(2));

    assertThat(titles(search(query(10)))).containsExactly("Käser 1");
    assertThat(asked()).doesNotContain("/jobs/2");
  }

  @Test
  void aSiteThatForbidsAllIsRefused() throws InterruptedException {
    server().answer("/robots.txt", RecordedAnswer.of("text/plain", "User-agent: *\nDisallow: /"));
    serveRows(row(1), row(2));

    ExtensionException failure = search(query(10)).failure().orElseThrow();

    assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
    assertThat(failure).hasMessageContaining("robots.txt");
  }

  @Test
  void aSiteThatFailsToSayWhatMayBeOpenedIsLeftAlone() throws InterruptedException {
    server().answer("/robots.txt", RecordedAnswer.status(503));
    serveRows(row(1));

    assertThat(search(query(10)).failure().orElseThrow().kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(asked()).doesNotContain("/jobs/1");
  }

  @Test
  void jobsThatAreGoneAndPagesWithoutDataCostOnlyThemselves() throws InterruptedException {
    server()
        .answer("/jobs/1", RecordedAnswer.status(404))
        .answer("/jobs/2", RecordedAnswer.html("x"));
    serveRows(row(1), row(2), row(3));

    Searched searched = search(query(10));

    assertThat(titles(searched)).containsExactly("Käser 3");
    assertThat(searched.skipped()).hasSize(1);
  }

  @Test
  void pagesOfWhichNoneHasDataAreNotNothingFound() throws InterruptedException {
    server().answer("/jobs/1", RecordedAnswer.html("<html>Cook wanted</html>"));
    serveRows(row(1));

    ExtensionException failure = search(query(10)).failure().orElseThrow();

    assertThat(failure.kind()).isEqualTo(Kind.CHANGED_REMOTE);
    assertThat(failure).hasMessageContaining("None of 1 pages");
  }

  @Test
  void onePageThatFailsCostsOnlyItself() throws InterruptedException {
    serveRows(row(1));

    Searched searched = searchOf(Map.of("pages", "gone, sitemap.xml"));

    assertThat(titles(searched)).containsExactly("Käser 1");
    assertThat(searched.skipped().getFirst().what()).contains("/gone");
  }

  @Test
  void theServerAddressAloneIsAPage() throws InterruptedException {
    Searched searched =
        Searched.by(
            board(),
            query(10),
            new FakeBoardContext(
                board().descriptor(),
                Map.of("base-url", server().address() + "/jobs/7"),
                SettableClock.at("2026-11-22T09:00:00Z")));

    assertThat(titles(searched)).containsExactly("Käser 7");
  }

  private static String page(String title) {
    return """
        <!doctype html><html><head><script type="application/ld+json">
        {"@type": "JobPosting", "title": "%s", "hiringOrganization": {"name": "Käserei"}}
        </script></head></html>"""
        .formatted(title);
  }

  private static String url(String location, String changed) {
    return "<url><loc>%s</loc><lastmod>%s</lastmod></url>".formatted(location, changed);
  }

  private static List<String> titles(Searched searched) {
    assertThat(searched.failure()).isEmpty();
    return searched.postings().stream().map(Posting::title).toList();
  }

  private List<String> asked() {
    return server().requests().stream().map(RecordedRequest::path).toList();
  }

  private Searched searchOf(Map<String, String> settings) throws InterruptedException {
    var values = new HashMap<>(settings);
    values.put("base-url", server().address().toString());
    return Searched.by(
        board(),
        query(10),
        new FakeBoardContext(
            board().descriptor(), values, SettableClock.at("2026-11-22T09:00:00Z")));
  }
}
