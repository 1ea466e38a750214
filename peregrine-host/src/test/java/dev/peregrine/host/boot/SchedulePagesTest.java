package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.web.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads and sets of what Peregrine does by itself. */
class SchedulePagesTest {

  private static final String HERE = "/settings/schedules";

  @TempDir Path home;
  // Thursday, 12 March 2026, 09:41 in Berlin.
  private Instant now = World.NOW;
  private final InstantSource clock = () -> now;
  private World world;
  private Browser browser;

  @BeforeEach
  void start() throws Exception {
    world = new World(home, 0, clock);
    browser = new Browser(world.port());
    world.tenant.run(
        () ->
            world.profiles.save(
                SearchProfile.of("Berlin", List.of("Product designer"), List.of("Berlin"))));
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private Document after(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return browser.open(answer.headers().firstValue("Location").orElseThrow());
  }

  private Map<String, String> profile(String kind, String name, String value) {
    return Map.of(
        "old",
        "Berlin",
        "seen",
        world.tenant.calling(() -> world.profiles.mark("Berlin")),
        "name",
        "Berlin",
        "titles",
        "Product designer",
        "board",
        "village",
        "schedule",
        kind,
        name,
        value);
  }

  @Test
  void aSearchHasATimingWhoseNextThreeTimesAreShownAndIsBegunThen() throws Exception {
    Document page = after(browser.submit("/search", profile("weekdays", "schedule-at", "07:30")));
    assertThat(page.select("[name=schedule] [selected]").attr("value")).isEqualTo("weekdays");
    assertThat(page.select("#schedule-next").text())
        .isEqualTo("Next: tomorrow, 07:30 · Monday, 07:30 · Tuesday, 07:30.");
    assertThat(Files.readString(home.resolve("config/search_profiles.yaml")))
        .contains("schedule: \"weekdays at 07:30\"");
    assertThat(browser.open("/").select(".head").text())
        .contains("Next search by itself: tomorrow, 07:30");

    now = now.plus(Duration.ofDays(1));
    world.tenant.run(world.schedules::tick);
    assertThat(world.tenant.calling(() -> world.tasks.recent(5)))
        .anyMatch(task -> task.title().startsWith("Find new jobs"));
    assertThat(browser.open("/").select(".head").text())
        .contains("Next search by itself: Monday, 07:30");
  }

  @Test
  void whatIsTypedIsShownWithItsTimesBeforeItIsSaved() throws Exception {
    String next =
        browser.submit("/search/preview", profile("cron", "schedule-cron", "15 6 1 * *")).body();
    assertThat(Jsoup.parse(next).select("#schedule-next").text())
        .isEqualTo("Next: 1 April, 06:15 · 1 May, 06:15 · 1 June, 06:15.");
    String often =
        browser.submit("/search/preview", profile("cron", "schedule-cron", "* * * * *")).body();
    assertThat(Jsoup.parse(often).select("#schedule-next").text())
        .contains("happens every 1 minutes, expected 15 or more");
  }

  @Test
  void aTimingThatIsNoneIsNotSaved() throws Exception {
    HttpResponse<String> answer =
        browser.submit("/search", profile("cron", "schedule-cron", "at noon"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(answer.body()).select("#schedule-next").text())
        .contains("\"at noon\" is no cron");
    assertThat(world.tenant.calling(() -> world.profiles.all()).getFirst().schedule().isOn())
        .isFalse();
  }

  @Test
  void quietHoursPostponeAndAreShown() throws Exception {
    after(browser.submit("/search", profile("hours", "schedule-hours", "12")));
    String seen = browser.open(HERE).select("[name=seen]").attr("value");
    Document page =
        after(
            browser.submit(
                HERE,
                Map.of(
                    "seen", seen, "quiet", "yes", "from", "22:00", "to", "07:00", "open", "day",
                    "open-at", "13:00", "zone", "")));
    assertThat(page.select("#schedules li").eachText())
        .anyMatch(line -> line.contains("Search “Berlin”") && line.contains("today, 12:00"))
        .anyMatch(line -> line.contains("still open") && line.contains("today, 13:00"))
        .anyMatch(line -> line.startsWith("Make a backup Off"));
    assertThat(Files.readString(home.resolve("config/schedules.yaml")))
        .contains(
            "quiet_hours: {from: \"22:00\", to: \"07:00\"}", "still_open: \"every day at 13:00\"");
    assertThat(browser.open("/search").select("#schedule-next").text())
        .isEqualTo("Next: today, 12:00 · tomorrow, 07:00 · tomorrow, 12:00.");
  }

  @Test
  void aSecondTabIsToldAndNothingIsLost() throws Exception {
    String seen = browser.open(HERE).select("[name=seen]").attr("value");
    Map<String, String> typed =
        Map.of("seen", seen, "quiet", "yes", "from", "21:00", "to", "06:00", "open", "off");
    after(browser.submit(HERE, typed));
    HttpResponse<String> second = browser.submit(HERE, Map.of("seen", seen, "open", "off"));
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(Jsoup.parse(second.body()).text()).contains("was changed meanwhile");
    assertThat(browser.open(HERE).select("[name=from]").attr("value")).isEqualTo("21:00");
  }

  @Test
  void whatIsNoTimeOrZoneIsSaidAndNotSaved() throws Exception {
    String seen = browser.open(HERE).select("[name=seen]").attr("value");
    HttpResponse<String> same =
        browser.submit(
            HERE,
            Map.of("seen", seen, "quiet", "yes", "from", "22:00", "to", "22:00", "open", "off"));
    assertThat(same.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(same.body()).text()).contains("expected two different times");
    HttpResponse<String> zone =
        browser.submit(HERE, Map.of("seen", seen, "open", "off", "zone", "Berlin time"));
    assertThat(Jsoup.parse(zone.body()).text()).contains("“Berlin time” is no time zone");
    assertThat(home.resolve("config/schedules.yaml")).doesNotExist();
  }

  @Test
  void aMistakeInTheFileIsShownAndTheLastGoodVersionHolds() throws Exception {
    Path file = home.resolve("config/schedules.yaml");
    Files.writeString(file, "quiet_hours: {from: \"22:00\", to: \"07:00\"}\n");
    assertThat(browser.open("/settings").text()).contains("Quiet from 22:00 to 07:00");
    Files.writeString(file, "still_open: sometimes\n");
    assertThat(browser.open(HERE).select("[role=alert]").text())
        .contains("schedules.yaml, line 1", "\"sometimes\" is no timing", "as it was before");
    assertThat(browser.open(HERE).select("[name=quiet]").hasAttr("checked")).isTrue();
  }
}
