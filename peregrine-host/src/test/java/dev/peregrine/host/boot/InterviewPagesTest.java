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
}
