package dev.peregrine.plugin.board.hackernews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.peregrine.api.EmploymentType;
import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.PostingDetail;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.testkit.FakeBoardContext;
import dev.peregrine.testkit.JobBoardContract;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedRequest;
import dev.peregrine.testkit.RecordedServer;
import dev.peregrine.testkit.Searched;
import dev.peregrine.testkit.SettableClock;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HackerNewsBoardTest extends JobBoardContract {

  private static final String COMMENTS = "/api/v1/search";

  @Override
  protected JobBoard board() {
    return new HackerNewsBoard();
  }

  /** Where the threads are found; the comments name theirs, so that one answer serves for both. */
  @Override
  protected String path() {
    return "/api/v1/search_by_date";
  }

  @Override
  protected void prepare(RecordedServer ready) {
    RecordedAnswer same = RecordedAnswer.status(302).withHeader("Location", "search_by_date");
    ready.answer(COMMENTS, same).answer("/mirror" + COMMENTS, same);
  }

  @Override
  protected String row(int number) {
    return comment(
        number,
        "Käserei %1$d (<a href=\\\"https:&#x2F;&#x2F;kaese.example\\\">https:&#x2F;&#x2F;kaese.example</a>)"
            + " | Cheese Engineer | Bern, Switzerland | Hybrid | Full-time | CHF 90k - 110k<p>We wait."
            + "<p>Apply: <a href=\\\"https:&#x2F;&#x2F;kaese.example&#x2F;jobs&#x2F;%1$d\\\">here</a>"
            + " or write to maria [at] kaese [dot] example");
  }

  @Override
  protected String answer(List<String> rows) {
    return """
        {"exhaustive": {"nbHits": true}, "hits": [%s], "hitsPerPage": 1000, "nbHits": %d, "page": 0}"""
        .formatted(String.join(",", rows), rows.size());
  }

  @Override
  protected boolean isSearchAnswer(Path recorded) {
    return !recorded.getFileName().toString().contains("search");
  }

  @Test
  void aCommentBecomesAPosting() throws InterruptedException {
    Posting posting = only(row(7));

    assertThat(posting.nativeId()).isEqualTo("4007");
    assertThat(posting.url()).hasToString("https://news.ycombinator.com/item?id=4007");
    assertThat(posting.title()).isEqualTo("Cheese Engineer");
    assertThat(posting.company()).contains("Käserei 7");
    assertThat(posting.places())
        .extracting(Place::text, Place::country)
        .containsExactly(tuple("Bern, Switzerland", Optional.of("CH")));
    assertThat(posting.remote()).contains(RemoteMode.HYBRID);
    assertThat(posting.employmentTypes()).containsExactly(EmploymentType.FULL_TIME);
    assertThat(posting.salary())
        .hasValueSatisfying(
            salary -> {
              assertThat(salary.min().orElseThrow()).isEqualByComparingTo("90000");
              assertThat(salary.currency().getCurrencyCode()).isEqualTo("CHF");
              assertThat(salary.period()).isEqualTo(PayPeriod.YEAR);
            });
    assertThat(posting.posted()).contains(LocalDate.of(2026, 11, 2));
    assertThat(posting.applyUrl().orElseThrow()).hasToString("https://kaese.example/jobs/7");
    assertThat(posting.description().orElseThrow()).contains("<p>We wait.<p>");
    assertThat(posting.details())
        .containsEntry(PostingDetail.COMPANY_SITE, "https://kaese.example")
        .containsEntry(PostingDetail.CONTACT_MAIL, "maria@kaese.example");
  }

  @Test
  void theNewestThreadOfThoseWhoHireIsRead() throws InterruptedException {
    server()
        .answer(
            path(),
            RecordedAnswer.json(
                answer(
                    List.of(
                        story(310, "Ask HN: Who wants to be hired? (November 2026)"),
                        story(210, "Ask HN: Who is hiring? (October 2026)"),
                        story(300, "Ask HN: Who is hiring? (November 2026)"),
                        story(320, "Ask HN: Freelancer? Seeking freelancer? (November 2026)")))))
        .answer(COMMENTS, RecordedAnswer.json(answer(List.of(row(1)))));

    assertThat(search(query(10)).postings()).hasSize(1);
    assertThat(server().requests().stream().map(RecordedRequest::address))
        .satisfiesExactly(
            stories -> assertThat(stories.toString()).contains("author_whoishiring"),
            comments -> assertThat(comments.toString()).contains("story_300"));
  }

  @Test
  void severalMonthsAreReadWhereThePersonWantsThem() throws InterruptedException {
    server()
        .answer(
            path(),
            RecordedAnswer.json(
                answer(
                    List.of(
                        story(300, "Ask HN: Who is hiring? (November 2026)"),
                        story(210, "Ask HN: Who is hiring? (October 2026)"),
                        story(100, "Ask HN: Who is hiring? (September 2026)")))))
        .answer(COMMENTS, RecordedAnswer.json(answer(List.of(row(1)))));
    var context =
        new FakeBoardContext(
            board().descriptor(),
            Map.of("base-url", server().address().toString(), "months", "2"),
            SettableClock.at("2026-11-22T09:00:00Z"));

    Searched.by(board(), query(10), context);

    assertThat(server().requests().stream().map(request -> request.address().toString()))
        .filteredOn(address -> address.contains("story_"))
        .hasSize(2)
        .noneMatch(address -> address.contains("story_100"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Is anyone hiring in Bern this month?",
        "@maria do you sponsor visas? See https:&#x2F;&#x2F;acme.example",
        "This thread is smaller than last month&#x27;s.",
        "SEEKING WORK | Remote | Java",
        "Location: Bern<p>Remote: yes<p>Resume: https:&#x2F;&#x2F;me.example, looking for a team",
        "[flagged]"
      })
  void commentsThatOfferNoWorkAreLeftOut(String text) throws InterruptedException {
    serveRows(row(0), comment(1, text));

    Searched searched = search(query(10));

    assertThat(searched.postings()).hasSize(1);
    assertThat(searched.skipped()).isEmpty();
  }

  @Test
  void answersToCommentsAndCommentsThatAreGoneAreLeftOut() throws InterruptedException {
    serveRows(
        row(0),
        row(1).replace("\"parent_id\": 300", "\"parent_id\": 4000"),
        """
        {"objectID": "4002", "comment_text": null, "parent_id": 300, "story_id": 300}""");

    Searched searched = search(query(10));

    assertThat(searched.postings()).hasSize(1);
    assertThat(searched.skipped()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Acme is hiring a Java developer in Bern.<p>Write to jobs@acme.example",
        "Hi all!<p>Acme | Bern | ONSITE",
        "We are looking for bakers: https:&#x2F;&#x2F;acme.example"
      })
  void whoSaysInOtherWordsThatTheyHireIsTaken(String text) throws InterruptedException {
    assertThat(only(comment(1, text)).title()).isNotBlank();
  }

  @Test
  void rolesBelowTheHeadlineMakeTheTitleWhereTheHeadlineHasNone() throws InterruptedException {
    Posting posting =
        only(
            comment(
                1,
                "Acme | Bern or Remote (Europe) | https:&#x2F;&#x2F;acme.example<p>We have cheese."
                    + "<p>* Senior Cheese Engineer - CHF 100k - https:&#x2F;&#x2F;acme.example&#x2F;1"
                    + "<p>* a Milk Analyst (m&#x2F;f) <p>- Free cheese for everybody"));
    assertThat(posting.title()).isEqualTo("Senior Cheese Engineer / Milk Analyst");
    assertThat(posting.tags()).containsExactly("Senior Cheese Engineer", "Milk Analyst");
    assertThat(posting.salary()).isEmpty();
  }

  @Test
  void aRoleInASentenceIsTheLastResortBeforeTheHeadline() throws InterruptedException {
    assertThat(
            only(comment(
                    1, "Acme | Bern<p>Acme is looking for an experienced cheese engineer to wait."))
                .title())
        .isEqualTo("experienced cheese engineer");
    assertThat(only(comment(1, "Acme | Bern, Switzerland | ONSITE<p>Cheese!")).title())
        .isEqualTo("Acme | Bern, Switzerland | ONSITE");
  }

  @Test
  void keywordsInCapitalsSayHowTheWorkIsDoneWhereTheHeadlineDoesNot() throws InterruptedException {
    assertThat(only(comment(1, "Acme | Baker | Bern<p>REMOTE bakers are welcome.")).remote())
        .contains(RemoteMode.REMOTE);
    assertThat(only(comment(1, "Acme | Baker | Bern<p>NO REMOTE. ONSITE or HYBRID.")).remote())
        .isEmpty();
    assertThat(only(comment(1, "Acme | Baker | Bern<p>Our remote controls are great.")).remote())
        .isEmpty();
  }

  @Test
  void linksToOtherThingsAreNoPlaceToApply() throws InterruptedException {
    Posting posting =
        only(
            comment(
                1,
                "Acme | Baker | Bern<p>Our launch: <a href=\\\"https:&#x2F;&#x2F;news.ycombinator.com&#x2F;item?id=1\\\">x</a>,"
                    + " <a href=\\\"https:&#x2F;&#x2F;acme.example&#x2F;\\\">x</a>, <a href=\\\"https:&#x2F;&#x2F;press.example&#x2F;2026&#x2F;acme\\\">x</a>"));
    assertThat(posting.applyUrl()).isEmpty();
    assertThat(posting.details()).doesNotContainKey(PostingDetail.COMPANY_SITE);
  }

  private static String comment(int number, String text) {
    return """
        {"objectID": "%1$d", "author": "maria", "created_at": "2026-11-02T10:11:12Z",
         "created_at_i": 1793614272, "parent_id": 300, "story_id": 300,
         "story_title": "Ask HN: Who is hiring? (November 2026)", "comment_text": "%2$s"}"""
        .formatted(4000 + number, text.replace("%1$d", Integer.toString(number)));
  }

  private static String story(int id, String title) {
    return """
        {"objectID": "%1$d", "story_id": %1$d, "title": "%2$s", "author": "whoishiring"}"""
        .formatted(id, title);
  }

  private Posting only(String row) throws InterruptedException {
    serveRows(row);
    return search(query(10)).postings().getFirst();
  }
}
