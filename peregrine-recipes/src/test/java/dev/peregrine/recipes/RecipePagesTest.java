package dev.peregrine.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Posting;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.testkit.FakeBoardContext;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedServer;
import dev.peregrine.testkit.Searched;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Recipes for pages, for XML and for pages with schema.org's JobPosting. */
class RecipePagesTest {

  private static final String HEAD =
      """
      id: acme
      name: Acme
      summary: Postings from Acme.
      request: {get: https://www.acme.example/jobs}
      """;

  private static final String HTML =
      """
      format: html
      rows: li.job
      empty: .none
      fields:
        id: .@data-id
        title: h2 a
        url: h2 a@href
        places: .place
        posted: time@datetime
        description: .text@html
        tags: .tag
      """;

  private final RecordedServer server = RecordedServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aPageIsReadWithSelectors() throws Exception {
    Posting posting =
        search(
                HTML,
                RecordedAnswer.html(
                    """
                    <ul><li class=job data-id=7><h2><a href="/jobs/7">Engineer</a></h2>
                    <span class=place>Graz, Austria</span><time datetime=2026-11-20>now</time>
                    <i class=tag>Rail</i><i class=tag>Steel</i>
                    <div class=text><p>Trains.</p></div></li></ul>"""))
            .postings()
            .getFirst();

    assertThat(posting.nativeId()).isEqualTo("7");
    assertThat(posting.url()).isEqualTo(server.address().resolve("/jobs/7"));
    assertThat(posting.places().getFirst().country()).contains("AT");
    assertThat(posting.posted()).contains(LocalDate.of(2026, 11, 20));
    assertThat(posting.description()).contains("<p>Trains.</p>");
    assertThat(posting.tags()).containsExactly("Rail", "Steel");
  }

  @Test
  void aPageWithoutRowsIsNothingFoundOnlyWhereItSaysSo() throws Exception {
    assertThat(search(HTML, RecordedAnswer.html("<p class=none>Nothing.</p>")).failure()).isEmpty();
    assertThat(search(HTML, RecordedAnswer.html("<p>?</p>")).failure().orElseThrow().kind())
        .isEqualTo(Kind.CHANGED_REMOTE);
  }

  @Test
  void xmlIsReadWithSelectors() throws Exception {
    Posting posting =
        search(
                """
                format: xml
                rows: item
                fields: {title: title, url: link, company: x|firm, description: text}
                """,
                RecordedAnswer.xml(
                    """
                    <feed xmlns:x="urn:x"><item><title>Engineer</title><x:firm>Acme</x:firm>
                    <link>https://www.acme.example/7</link>
                    <text><![CDATA[<p>Trains.</p>]]></text></item></feed>"""))
            .postings()
            .getFirst();

    assertThat(posting.nativeId()).isEqualTo("https://www.acme.example/7");
    assertThat(posting.company()).contains("Acme");
    assertThat(posting.description()).contains("<p>Trains.</p>");
  }

  @Test
  void aPageWithJobPostingsNeedsNoFields() throws Exception {
    Searched searched =
        search(
            "format: json-ld\n",
            RecordedAnswer.html(
                """
                <script type="application/ld+json">[
                {"@type": "JobPosting", "title": "Engineer", "url": "https://www.acme.example/7",
                 "hiringOrganization": {"name": "Acme"}},
                {"@type": "JobPosting", "title": "Cook", "url": "https://www.acme.example/8"}]
                </script>"""));

    assertThat(searched.postings()).extracting(Posting::title).containsExactly("Engineer", "Cook");
    assertThat(searched.postings().getFirst().company()).contains("Acme");
  }

  private Searched search(String recipe, RecordedAnswer answer) throws InterruptedException {
    server.answer("/jobs", answer);
    RecipeBoard board = Recipes.read(HEAD + recipe, "test");
    return Searched.by(board, BoardQuery.all(10), FakeBoardContext.at(server, board.descriptor()));
  }
}
