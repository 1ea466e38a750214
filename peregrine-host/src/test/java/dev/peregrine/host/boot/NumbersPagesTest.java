package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.web.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What came of a search, without script. It is Thursday, 12 March. */
class NumbersPagesTest {

  @TempDir Path home;
  private World world;
  private Browser browser;

  @BeforeEach
  void start() throws Exception {
    world = new World(home, 0, InstantSource.fixed(World.NOW));
    browser = new Browser(world.port());
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private void seed() throws Exception {
    SentJobs.fill(world);
  }

  private static List<String> row(Document page, String table, String name) {
    Element row =
        page.select("#" + table + "-table tbody tr").stream()
            .filter(each -> each.select("th").text().equals(name))
            .findFirst()
            .orElseThrow(() -> new AssertionError(page.select("#" + table + "-table").text()));
    return row.select("td").eachText();
  }

  @Test
  void withoutJobsThePageLeadsToReview() throws Exception {
    Document page = browser.open("/numbers");
    assertThat(page.text()).contains("Nothing to count yet");
    assertThat(page.select(".empty a").attr("href")).isEqualTo("/review");
    assertThat(page.select("nav a[href=/numbers]").text()).contains("Numbers");
  }

  @Test
  void theFunnelSaysHowManyGotHowFar() throws Exception {
    seed();
    Document page = browser.open("/numbers");
    assertThat(row(page, "funnel", "Found")).startsWith("30");
    assertThat(row(page, "funnel", "Kept by your rules")).containsExactly("29", "97%");
    assertThat(row(page, "funnel", "Approved")).containsExactly("24", "83%");
    assertThat(row(page, "funnel", "Applied")).containsExactly("20", "83%");
    assertThat(row(page, "funnel", "Invited")).containsExactly("7", "35%");
    assertThat(row(page, "funnel", "Interviewing")).containsExactly("2", "29%");
    assertThat(row(page, "funnel", "Offer")).containsExactly("0", "too few (2)");
  }

  @Test
  void sharesHaveTheirSizeAndFewerThanFiveSayNothing() throws Exception {
    seed();
    Document page = browser.open("/numbers");
    // Sent, invited, said no, silent, too early, the share, out of.
    assertThat(row(page, "answers", "80 and more"))
        .containsExactly("10", "6", "0", "4", "0", "60%", "10");
    assertThat(row(page, "answers", "30 to 49"))
        .containsExactly("10", "1", "1", "6", "2", "13%", "8");
    assertThat(page.select("#answers .finding").eachText())
        .containsExactly(
            "Match 80 and more: 60% of 10 invited you.",
            "Match 30 to 49: 13% of 8 invited you.",
            "For you a higher match brought more invitations than chance alone would.");
    Document weekdays = browser.open("/numbers?by=weekday");
    assertThat(row(weekdays, "answers", "Tuesday"))
        .containsExactly("2", "0", "0", "0", "2", "–", "0");
  }

  @Test
  void everyNumberIsAsLongAsTheListBehindIt() throws Exception {
    seed();
    int checked = 0;
    for (String by : List.of("score", "board", "source", "resume", "weekday", "agency")) {
      for (String flow : List.of("found", "sent")) {
        Document page = browser.open("/numbers?range=all&by=" + by + "&flow=" + flow);
        for (Element link : page.select("table.numbers td a")) {
          Document list = browser.open(link.attr("href"));
          assertThat(list.select(".behind > li"))
              .as(link.attr("href"))
              .hasSize(Integer.parseInt(link.text()));
          checked++;
        }
      }
    }
    assertThat(checked).isGreaterThan(100);
  }

  @Test
  void timeInAStageIsInDays() throws Exception {
    seed();
    Document page = browser.open("/numbers");
    assertThat(row(page, "time", "Until the first answer"))
        .startsWith("4 days", "4 days", "4 days", "8");
    assertThat(row(page, "time", "Phone screen"))
        .containsExactly("too few (2)", "too few (2)", "too few (2)", "2", "5");
    assertThat(page.select("#silence .finding").text())
        .isEqualTo("Half of all answers came within 4 days, nine in ten within 8 days.");
    assertThat(
            row(
                page,
                "silence",
                "Waiting for 9 days or more, longer than nine in ten answers took"))
        .containsExactly("8");
    assertThat(row(page, "silence", "Ended without an answer")).containsExactly("2");
  }

  @Test
  void aRangeCountsWhatWasSentWithinIt() throws Exception {
    seed();
    Document page = browser.open("/numbers?range=30");
    assertThat(row(page, "answers", "30 to 49")).startsWith("2");
    assertThat(page.select("#answers").text()).doesNotContain("80 and more:");
    assertThat(page.select(".head .seg [aria-current]").text()).isEqualTo("30 days");
  }

  @Test
  void theGoalIsKeptShownAndCanBeTakenBack() throws Exception {
    seed();
    Document page = browser.open("/numbers");
    assertThat(page.select("#pace .finding").text()).isEqualTo("This week you sent 2.");
    HttpResponse<String> wrong = browser.submit("/numbers/goal", Map.of("goal", "many"));
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("“many” is no number from 1 to 100.");
    HttpResponse<String> saved = browser.submit("/numbers/goal", Map.of("goal", "5"));
    assertThat(saved.statusCode()).isEqualTo(303);
    assertThat(Files.readString(home.resolve("config/preferences.yaml")))
        .contains("applications-a-week: 5");
    page = browser.open("/numbers");
    assertThat(page.select("#pace .finding").text())
        .isEqualTo("This week you sent 2 of the 5 you want to send.");
    assertThat(row(page, "pace", "9 March – 15 March")).containsExactly("2", "5");
    assertThat(browser.open("/settings").text()).contains("5 applications a week");
    browser.submit("/numbers/goal", Map.of("goal", ""));
    assertThat(browser.open("/numbers").select("#goal-number").val()).isEmpty();
  }

  @Test
  void aTableIsAFileWithoutCalculations() throws Exception {
    seed();
    HttpResponse<String> file = browser.get("/numbers/answers_score.csv?range=all");
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("peregrine-answers-score-all.csv");
    assertThat(file.body().lines())
        .contains(
            "key,score,sent,invited,declined,silent,early,invited_percent,of",
            "80,80 and more,10,6,0,4,0,60.0,10");
    assertThat(browser.get("/numbers/nonsense.csv").statusCode()).isEqualTo(404);
  }

  @Test
  void anAddressThatMakesNoSenseIsNoList() throws Exception {
    seed();
    for (String address :
        List.of(
            "of=nonsense",
            "of=reached&key=x",
            "of=score&key=x",
            "of=weekday&key=x",
            "of=days&key=1",
            "of=found&standing=x",
            "of=board&key=village&outcome=x")) {
      assertThat(browser.get("/numbers/jobs?" + address).statusCode()).as(address).isEqualTo(404);
    }
    assertThat(browser.get("/numbers/jobs?of=found&after=x%27--").statusCode()).isEqualTo(200);
  }
}
