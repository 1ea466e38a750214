package dev.peregrine.host.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.boot.World;
import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.discovery.PastReads;
import dev.peregrine.host.discovery.SearchHome;
import dev.peregrine.host.web.Browser;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads about the boards and does about them, without script. */
class SourcesPageTest {

  @TempDir private Path home;
  private World world;
  private Browser browser;

  @AfterEach
  void stop() {
    world.close();
  }

  private void start(boolean withBoards) throws Exception {
    world = new World(home, 0, InstantSource.fixed(World.NOW), withBoards);
    browser = new Browser(world.port());
  }

  private void searching(String... boards) throws Exception {
    start(true);
    world.as(
        () -> {
          world.profiles.save(
              SearchProfile.of("Design", List.of("Product designer"), List.of())
                  .withBoards(List.of(boards)));
          return true;
        });
  }

  private void withPast() throws Exception {
    searching("village", "wall");
    world.as(
        () -> {
          PastReads.fill(world.databases, World.NOW);
          return true;
        });
  }

  private static Element source(Document page, String board) {
    return page.getElementById("source-" + board);
  }

  private String press(Document page, String board, String button) throws Exception {
    Element form =
        source(page, board).select("button").stream()
            .filter(each -> each.text().startsWith(button))
            .findFirst()
            .orElseThrow()
            .closest("form");
    var answer =
        browser.send(
            form.attr("action"),
            Browser.encoded(
                Map.of(
                    "_token", form.select("[name=_token]").val(),
                    "back", form.select("[name=back]").val())));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  @Test
  void withoutABoardThePageSaysWhereTheyComeFrom() throws Exception {
    start(false);
    assertThat(browser.open("/sources").select(".empty").text())
        .isEqualTo("No board is switched on. Boards come as plugins. Look at the plugins");
  }

  @Test
  void beforeTheFirstSearchNothingIsWrong() throws Exception {
    searching("village");
    Document page = browser.open("/sources");
    assertThat(page.select(".lede").text())
        .isEqualTo("How the boards do. All that are searched answer as they should.");
    assertThat(source(page, "village").text()).contains("Not asked yet");
    assertThat(page.select("main h2").eachText()).containsExactly("Searched", "Not searched");
    assertThat(browser.open("/sources/village").text()).contains("None yet. Each search adds one.");
  }

  @Test
  void whatNeedsALookComesFirstWithItsReasonAndTheTimeOfTheNextTry() throws Exception {
    withPast();
    Document page = browser.open("/sources");
    assertThat(page.select(".lede").text()).isEqualTo("2 of 3 that are searched need a look.");
    assertThat(page.select("[aria-labelledby=g-look] h3").eachText())
        .containsExactly("Village jobs Changed", "Wall Blocked");
    assertThat(source(page, "wall").select(".sub").text())
        .isEqualTo(
            "It asked for a sign-in (403). That says nothing about the jobs there. It rests until"
                + " 13 March, 08:41.");
    assertThat(source(page, "village").text())
        .contains("salary in 2 % (usually 90 %). The board may have changed.")
        .contains("Read today, 09:01: 103 found, 9 new.")
        .contains("Filled in: company 100 %");
    assertThat(source(page, "brook").select("svg.yield").attr("aria-label"))
        .isEqualTo(
            "Found in the last 9 readings, the oldest first: 32; 34; 33; 29; 33; 36; 32; 34; 31");
    assertThat(page.select(".rail a[href=/sources] .n").text()).isEqualTo("1 waiting");
  }

  @Test
  void theTimesAreThoseOfThePersonsZone() throws Exception {
    withPast();
    String page = browser.get("/sources", "Cookie", "peregrine_zone=America%2FNew_York").body();
    assertThat(page).contains("Read today, 04:01: 103 found").contains("13 March, 03:41");
  }

  @Test
  void aBoardsPageShowsItsReadingsAndWhatItsPostingsSay() throws Exception {
    withPast();
    Document page = browser.open("/sources/village");
    assertThat(page.select("h1").text()).isEqualTo("Village jobs");
    assertThat(page.select("tbody").first().text())
        .startsWith("Today, 09:01 103 9 1.0 s Its postings say less");
    assertThat(page.select(".terms li").eachText())
        .contains("Company 100 %", "Salary 2 %", "Employment type 49 %");
  }

  @Test
  void whatIsRightAsItIsNeedsNoLookAnyMore() throws Exception {
    withPast();
    Document page = browser.open(press(browser.open("/sources"), "village", "It is right"));
    assertThat(source(page, "village").select(".tag").text()).isEqualTo("Fine");
  }

  @Test
  void aBoardIsTriedAtOnceEvenWhileItRests() throws Exception {
    withPast();
    Document page = browser.open("/sources");
    assertThat(press(page, "wall", "Try now")).isEqualTo("/sources#source-wall");
    SearchHome.eventually(() -> idle());
    assertThat(browser.open("/sources/wall").select("tbody").first().text())
        .startsWith("Today, 09:41 – –");
  }

  private boolean idle() {
    try {
      return world.as(() -> world.tasks.active().isEmpty());
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Test
  void whatIsNoBoardIsNoPage() throws Exception {
    searching("village");
    assertThat(browser.get("/sources/nothing").statusCode()).isEqualTo(404);
  }
}
