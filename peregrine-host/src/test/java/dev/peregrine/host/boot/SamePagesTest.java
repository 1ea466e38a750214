package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.Posting;
import dev.peregrine.host.pipeline.Found;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.web.Browser;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One job with several sightings, as a person reads and mends it, without script. */
class SamePagesTest {

  @TempDir Path home;
  private World world;
  private Browser browser;
  private List<Long> ids;

  @BeforeEach
  void start() throws Exception {
    world = new World(home, 0, InstantSource.fixed(World.NOW));
    browser = new Browser(world.port());
    ids = world.seed();
    world.as(() -> world.jobs.store(List.of(Postings.elsewhere())));
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private Document job(int at) throws Exception {
    return browser.open("/jobs/" + ids.get(at));
  }

  /** Presses a button of the page, and goes where it leads. */
  private Document press(Element button) throws Exception {
    var fields = new java.util.LinkedHashMap<String, String>();
    Element form = button.closest("form");
    form.select("input[type=hidden]").forEach(i -> fields.put(i.attr("name"), i.attr("value")));
    if (button.hasAttr("name")) {
      fields.put(button.attr("name"), button.attr("value"));
    }
    HttpResponse<String> answer = browser.send(form.attr("action"), Browser.encoded(fields));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return browser.open(answer.headers().firstValue("Location").orElseThrow());
  }

  private static Element button(Document page, String text) {
    return page.select("button:contains(" + text + ")").first();
  }

  @Test
  void theJobPageTellsOfEachBoardWhatItSaysOtherwise() throws Exception {
    Document page = job(0);
    Element second = page.select("section[aria-labelledby=seen] li").last();
    assertThat(page.select("#seen").text()).isEqualTo("Seen on 2 boards");
    assertThat(second.text())
        .contains(
            "12 March",
            "Brook",
            "Employer’s own page",
            "€64,000 – €72,000 a year",
            "Titled “Senior Product Designer, Grid Tools (m/w/d)”",
            "Another salary than above",
            "Write to Tomke; a photo is not needed.");
    assertThat(page.select("a:contains(Original posting)").attr("href"))
        .isEqualTo("https://nordwind-energie.jobs.personio.de/job/4711");
  }

  @Test
  void aSightingThatIsAnotherJobIsSplitOffAndComesBackWithUndo() throws Exception {
    Document page = job(0);
    Document split = press(page.select("button:contains(This is another job)").last());
    assertThat(split.select("h1").text()).endsWith("(m/w/d)");
    assertThat(split.select("#seen").text()).isEqualTo("Seen on 1 board");
    assertThat(split.select(".track").text()).contains("Split off by you from");
    Document back = press(button(split, "Undo"));
    assertThat(back.select("#seen").text()).isEqualTo("Seen on 2 boards");
    assertThat(back.location()).endsWith("/jobs/" + ids.getFirst());
  }

  @Test
  void aJobIsFoundByWordsAndJoinedAndPartedAgain() throws Exception {
    Document choose = browser.open("/jobs/" + ids.get(3) + "/same?q=Interaction");
    Document joined = press(button(choose, "Same job"));
    assertThat(joined.select("h1").text()).isEqualTo("UX Designer, Public Services");
    assertThat(joined.select(".track").text())
        .contains("Joined by you with Interaction Designer, Lumen Optik");
    assertThat(browser.get("/jobs/" + ids.get(4)).headers().firstValue("Location"))
        .contains("/jobs/" + ids.get(3));
    Document parted = press(button(joined, "Undo"));
    assertThat(parted.select("#seen").text()).isEqualTo("Seen on 1 board");
    assertThat(job(4).select("h1").text()).isEqualTo("Interaction Designer");
  }

  @Test
  void nothingSimilarAndNonsenseAreSaidInWords() throws Exception {
    assertThat(browser.open("/jobs/" + ids.get(3) + "/same").text())
        .contains("No similar job is here");
    assertThat(browser.open("/jobs/" + ids.get(3) + "/same?q=zzz").text())
        .contains("No job has all these words");
    for (String other : List.of("", "x", "4711")) {
      HttpResponse<String> answer =
          browser.submit("/jobs/" + ids.get(3) + "/join", Map.of("other", other));
      assertThat(answer.statusCode()).isEqualTo(303);
    }
    assertThat(
            browser.submit("/jobs/" + ids.get(3) + "/split", Map.of("sighting", "1")).statusCode())
        .isEqualTo(303);
    assertThat(browser.get("/jobs/4711/same").statusCode()).isEqualTo(404);
  }

  @Test
  void whereThePersonAppliedIsSaidOnThePageInTheListAndInReview() throws Exception {
    Posting again =
        Posting.of("again", "Service Designer", URI.create("https://jobs.example/again"))
            .withCompany(Optional.of("Stadtwerke Elbtal"))
            .withDescription(Optional.of("<p>Quite another text about the same work.</p>"));
    world.as(
        () -> {
          world.jobs.move(List.of(ids.get(6)), Stage.APPLIED, Optional.empty());
          return world.jobs.store(
              List.of(new Found(again, "village", OptionalLong.empty(), Optional.empty())));
        });
    assertThat(job(6).select(".note").text()).isEqualTo("You applied here on 12 March.");
    assertThat(browser.open("/review?view=list&q=another+text").select(".rows li").text())
        .contains("You applied here on 12 March");
    Document card = browser.open("/review?q=another+text");
    assertThat(card.select(".deck .note").text())
        .isEqualTo("You applied here on 12 March. That was Service Designer.");
    assertThat(card.select(".deck .note a").attr("href")).isEqualTo("/jobs/" + ids.get(6));
  }
}
