package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.pipeline.Ending;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.web.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From applied to the end, without script. */
class InterviewPagesTest {

  @TempDir Path home;
  private World world;
  private Browser browser;
  private List<Long> ids;
  private long job;

  @BeforeEach
  void start() throws Exception {
    world = new World(home, 0, InstantSource.fixed(World.NOW), false);
    browser = new Browser(world.port());
    ids = world.seed();
    job = ids.getFirst();
    move(Stage.APPLIED, job);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private void move(Stage to, Long... some) throws Exception {
    world.as(() -> world.jobs.move(List.of(some), to, Optional.empty()));
  }

  private Job stored() throws Exception {
    return world.as(() -> world.jobs.findById(job)).orElseThrow();
  }

  private Document after(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return browser.open(answer.headers().firstValue("Location").orElseThrow());
  }

  private Document decide(String from, String to) throws Exception {
    return after(
        browser.submit("/interviews/%d/move".formatted(job), Map.of("from", from, "to", to)));
  }

  private Document undo(Document page) throws Exception {
    return after(browser.submit(page.select("#toasts form").attr("action"), Map.of()));
  }

  @Test
  void anApplicationGoesOnFromItsPageAndBackAgain() throws Exception {
    Document page = decide("applied", "phone_screen");
    assertThat(page.select(".head .tag").text()).isEqualTo("Phone screen");
    assertThat(page.select("#toasts").text()).contains("to phone screen");
    assertThat(undo(page).select(".head .tag").text()).isEqualTo("Applied");
  }

  @Test
  void itEndsInThreeWaysAndSaysAfterWhat() throws Exception {
    move(Stage.INTERVIEWING, job);
    assertThat(decide("interviewing", "ghosted").select(".head .tag").text())
        .isEqualTo("Never answered, after interviews");
    assertThat(stored().ending()).contains(Ending.GHOSTED);
    assertThat(decide("rejected", "withdrawn").select(".head .tag").text())
        .isEqualTo("You withdrew, after interviews");
  }

  @Test
  void aStaleFormIsToldAndOverwritesNothing() throws Exception {
    move(Stage.OFFER, job);
    Document page = decide("applied", "rejected");
    assertThat(page.select("#toasts").text()).contains("was moved meanwhile").contains("Offer");
    assertThat(stored().stage()).isEqualTo(Stage.OFFER);
  }

  @Test
  void aFormThatSaysNothingUsefulIsAnsweredWithASentence() throws Exception {
    assertThat(decide("applied", "moon").select("#toasts").text()).contains("Choose where it goes");
    Document page =
        after(
            browser.submit(
                "/interviews/%d/move".formatted(job),
                Map.of("from", "applied", "to", "offer", "happened", "2999-01-01")));
    assertThat(page.select("#toasts").text()).contains("That day is to come");
    assertThat(stored().stage()).isEqualTo(Stage.APPLIED);
  }

  private void pass(String page, String text) throws Exception {
    assertThat(browser.open(page).text()).contains(text);
  }

  @Test
  void aTimeIsCorrectedByHandAndPutBack() throws Exception {
    long event =
        stored().events().stream()
            .filter(each -> each.kind().equals("moved"))
            .findFirst()
            .orElseThrow()
            .id();
    String times = "/interviews/%d/times".formatted(job);
    Document page =
        after(
            browser.submit(times, Map.of("event", Long.toString(event), "at", "2026-02-20T09:00")));
    assertThat(page.select(".stamps").text()).contains("Applied 20 February");
    assertThat(page.select(".track").text()).contains("told on 12 March");
    assertThat(undo(page).select(".stamps").text()).contains("Applied 12 March");
    var refused =
        browser.submit(times, Map.of("event", Long.toString(event), "at", "2031-02-20T09:00"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("time to come").contains("2031-02-20T09:00");
    var foreign = browser.submit(times, Map.of("event", "99999", "at", "2026-02-20T09:00"));
    assertThat(foreign.statusCode()).isEqualTo(422);
  }

  @Test
  void theBoardIsEmptyUntilSomethingWasAppliedFor() throws Exception {
    move(Stage.PENDING, job);
    Document page = browser.open("/interviews");
    assertThat(page.select(".empty h2").text()).isEqualTo("No application yet");
  }

  @Test
  void applicationsStandInTheLaneOfTheirStageAndSurveysBeforeThoseThatWait() throws Exception {
    move(Stage.APPLIED, ids.get(1), ids.get(2), ids.get(3), ids.get(4));
    move(Stage.SURVEY, ids.get(2));
    move(Stage.PHONE_SCREEN, ids.get(3));
    move(Stage.HIRED, ids.get(4));
    Document page = browser.open("/interviews");
    assertThat(page.select(".tiles[data-lane=applied] h3").first().text())
        .isEqualTo("Design Systems Lead Survey");
    assertThat(page.select(".tiles[data-lane=applied] .tile")).hasSize(3);
    assertThat(page.select(".tiles[data-lane=phone_screen] .tile")).hasSize(1);
    assertThat(page.select("#lane-hired").text()).contains("You have the job");
  }

  @Test
  void severalMoveAtOnceAndWhatAnotherWindowMovedStaysWhereItIs() throws Exception {
    move(Stage.APPLIED, ids.get(1), ids.get(2));
    move(Stage.OFFER, ids.get(2));
    var form =
        "job=%d:applied&job=%d:applied&job=%d:applied&to=phone_screen"
            .formatted(job, ids.get(1), ids.get(2));
    Document page = after(browser.submit("/interviews/move?" + form, Map.of()));
    assertThat(page.select(".tiles[data-lane=phone_screen] .tile")).hasSize(2);
    assertThat(page.select(".tiles[data-lane=offer] .tile")).hasSize(1);
    assertThat(page.select("#toasts").text()).contains("Moved 2 jobs").contains("One was there");
    assertThat(undo(page).text()).contains("Undone");
    assertThat(stored().stage()).isEqualTo(Stage.APPLIED);
    assertThat(after(browser.submit("/interviews/move", Map.of("to", "offer"))).text())
        .contains("Select one or more first");
  }

  @Test
  void aDateGivenWithTheMoveIsARoundThatUndoTakesBackWithIt() throws Exception {
    Document page =
        after(
            browser.submit(
                "/interviews/%d/move".formatted(job),
                Map.of("from", "applied", "to", "phone_screen", "date", "2026-03-12T15:30")));
    assertThat(page.select(".count").text()).contains("Today, 15:30").contains("in 5 h 49 min");
    assertThat(browser.open("/interviews").select(".tile.next").text()).contains("Today, 15:30");
    assertThat(undo(page).select(".count")).isEmpty();
  }

  @Test
  void whatEndedIsCountedByStageAndCanGoOnAgain() throws Exception {
    decide("applied", "ghosted");
    pass("/interviews", "One ended");
    pass("/interviews/ended?after=applied&ending=ghosted", "Never answered, after applying");
    assertThat(browser.open("/interviews/ended?ending=withdrawn").text())
        .contains("Nothing ended here");
    assertThat(browser.open("/interviews/%d/move".formatted(job)).select("[name=from]").val())
        .isEqualTo("rejected");
    assertThat(decide("rejected", "interviewing").select(".head .tag").text())
        .isEqualTo("Interviewing");
  }

  @Test
  void moreThanTenThatWaitAreShownByAndBy() throws Exception {
    move(Stage.APPLIED, ids.subList(0, 12).toArray(Long[]::new));
    Document page = browser.open("/interviews");
    assertThat(page.select(".tiles[data-lane=applied] .tile")).hasSize(10);
    String more = page.select("#lane-applied > a").attr("href");
    assertThat(browser.open(more).select(".tiles[data-lane=applied] .tile")).hasSize(12);
    assertThat(browser.open("/interviews?show_applied=999999999999").text()).contains("Applied");
  }
}
