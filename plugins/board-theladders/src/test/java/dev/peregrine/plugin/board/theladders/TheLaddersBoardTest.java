package dev.peregrine.plugin.board.theladders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Place;
import dev.peregrine.api.Posting;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import dev.peregrine.api.board.BoardFilter;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.board.JobBoard;
import dev.peregrine.testkit.JobBoardContract;
import dev.peregrine.testkit.RecordedAnswer;
import dev.peregrine.testkit.RecordedServer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TheLaddersBoardTest extends JobBoardContract {

  private static final String LINK = "/job/head-of-tea-7-hop-and-sons-austin-tx_70000007?ir=1";

  @Override
  protected JobBoard board() {
    return new TheLaddersBoard();
  }

  @Override
  protected String path() {
    return "/jobs/searchjobs";
  }

  @Override
  protected void prepare(RecordedServer ready) {
    ready.answer(path() + "/unicorn-keeper", RecordedAnswer.html(answer(List.of())));
  }

  @Override
  protected String contentType() {
    return "text/html; charset=utf-8";
  }

  @Override
  protected String row(int number) {
    return """
        <div class="job-list-pagination-job-card-container">
          <p class="job-link-wrapper">
            <a class="clipped-text" href="/job/head-of-tea-%1$d-hop-and-sons-austin-tx_7000%1$04d?ir=1">
              Head of Téa – %1$d</a></p>
          <div class="salary-info"><p>$120K - $150K*</p></div>
          <span class="location-info">Austin, TX</span>
        </div>"""
        .formatted(number);
  }

  @Override
  protected String answer(List<String> rows) {
    return """
        <!DOCTYPE html><html><head><title>Jobs</title></head><body>
        <h1>%d jobs</h1><div class="job-list">%s</div></body></html>"""
        .formatted(rows.size(), String.join("\n", rows));
  }

  @Override
  protected List<String> brokenRows() {
    return List.of(
        "<div class=\"job-card-container\"></div>",
        "<div class=\"job-card-container\"><p class=\"job-link-wrapper\"><a href=\"/x\">x</a></p></div>");
  }

  @Override
  protected BoardQuery narrowed(BoardQuery query, BoardFilter filter) {
    return filter == BoardFilter.REMOTE
        ? query.withRemote(Set.of(RemoteMode.REMOTE))
        : super.narrowed(query, filter);
  }

  @Test
  void aCardBecomesAPosting() throws InterruptedException {
    Posting posting = only(row(7));

    assertThat(posting.nativeId()).isEqualTo("70000007");
    assertThat(posting.title()).isEqualTo("Head of Téa – 7");
    assertThat(posting.url())
        .hasToString(
            "https://www.theladders.com/job/head-of-tea-7-hop-and-sons-austin-tx_70000007");
    assertThat(posting.company()).contains("Hop And Sons");
    assertThat(posting.places()).extracting(Place::text).containsExactly("Austin, TX");
    assertThat(posting.remote()).isEmpty();
    Salary salary = posting.salary().orElseThrow();
    assertThat(salary.min().orElseThrow()).isEqualByComparingTo("120000");
    assertThat(salary.max().orElseThrow()).isEqualByComparingTo("150000");
    assertThat(salary.origin()).isEqualTo(Salary.Origin.ESTIMATED);
    assertThat(posting.description()).isEmpty();
    assertThat(posting.posted()).isEmpty();
  }

  @Test
  void aRemoteCardIsRemote() throws InterruptedException {
    Posting posting =
        only(
            row(7)
                .replace(LINK, "/job/head-of-tea-7-hop-virtual-travel_70000007?ir=1")
                .replace(
                    "<span class=\"location-info\">Austin, TX</span>",
                    "<span class=\"remote-location-text\">Remote</span><i class=\"remote-flag-badge-remote\"></i>"));

    assertThat(posting.remote()).contains(RemoteMode.REMOTE);
    assertThat(posting.places()).isEmpty();
    assertThat(posting.company()).contains("Hop");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/job/another-title-hop-and-sons-austin-tx_70000007",
        "/job/head-of-tea-7-hop-and-sons-atlantis_70000007",
        "/job/head-of-tea-7-austin-tx_70000007"
      })
  void anEmployerThatCannotBeToldApartIsLeftOut(String link) throws InterruptedException {
    assertThat(only(row(7).replace(LINK, link)).company()).isEmpty();
  }

  @Test
  void theQueryIsAsked() throws InterruptedException {
    server().answer(path() + "/vp-sales-emea", RecordedAnswer.html(answer(List.of(row(1)))));

    search(
        query(10)
            .withTitles(List.of("VP Sales/EMEA"))
            .withLocations(List.of("Austin, TX"))
            .withRemote(Set.of(RemoteMode.REMOTE)));

    assertThat(server().requests())
        .singleElement()
        .satisfies(
            asked -> {
              assertThat(asked.query("location")).contains("Austin, TX");
              assertThat(asked.query("remote")).contains("true");
            });
  }

  @Test
  void nothingFoundIsToldFromAChange() throws InterruptedException {
    assertThat(search(query(10)).failure()).isPresent();

    serveRows();

    assertThat(search(query(10)).failure()).isEmpty();
  }

  @Test
  void aCaptchaIsAWall() throws InterruptedException {
    serve(RecordedAnswer.html("<html><body>Please solve the CAPTCHA.</body></html>"));

    assertThat(search(query(10)).failure()).map(ExtensionException::kind).contains(Kind.REFUSED);
  }

  private Posting only(String row) throws InterruptedException {
    serveRows(row);
    return search(query(10)).postings().getFirst();
  }
}
