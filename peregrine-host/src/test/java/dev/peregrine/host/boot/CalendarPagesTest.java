package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.rounds.RoundKind;
import dev.peregrine.host.rounds.RoundPlan;
import dev.peregrine.host.rounds.RoundState;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.web.Browser;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The feed at its secret address, and its settings. */
class CalendarPagesTest {

  private static final String SETTINGS = "/settings/calendar";

  @TempDir Path home;
  private World world;
  private Browser browser;
  private Rounds rounds;
  private Round round;

  @BeforeEach
  void start() throws Exception {
    Files.createDirectories(home.resolve("shipped"));
    CalendarJar.write(home.resolve("shipped/exporter-days.jar"));
    world = new World(home, 0, InstantSource.fixed(World.NOW));
    browser = new Browser(world.port());
    rounds = world.afterApplying.rounds();
    long job = LetterPagesTest.fill(world);
    RoundPlan plan =
        RoundPlan.of(RoundKind.PANEL)
            .at(ZonedDateTime.parse("2026-03-17T10:00+01:00[Europe/Berlin]"));
    round = world.as(() -> rounds.add(job, plan));
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private Document post(String path, String... fields) throws Exception {
    var all = new LinkedHashMap<String, String>();
    for (int i = 0; i < fields.length; i += 2) {
      all.put(fields[i], fields[i + 1]);
    }
    all.put("_token", browser.token());
    HttpResponse<String> answer = browser.send(path, Browser.encoded(all));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return browser.open(SETTINGS);
  }

  private String feed() throws Exception {
    String address = post(SETTINGS + "/feed").select("#feed").attr("value");
    assertThat(address).startsWith("http://").endsWith(".ics");
    return URI.create(address).getPath();
  }

  /** As a calendar program asks: without cookies. */
  private HttpResponse<String> asked(String path, String... headers) throws Exception {
    return new Browser(world.port()).get(path, headers);
  }

  @Test
  void theFeedHasAllRoundsAndNeedsNothingButItsAddress() throws Exception {
    HttpResponse<String> answer = asked(feed());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/calendar;charset=utf-8");
    assertThat(answer.body())
        .contains("feed Interviews", "0 CONFIRMED Panel: Wattwerk & Sons", "[PT24H, PT15M]");
  }

  @Test
  void whatIsCalledOffStaysInTheFeed() throws Exception {
    String feed = feed();
    world.as(() -> rounds.save(round.id(), 1, round.plan().withState(RoundState.CANCELLED)));
    assertThat(asked(feed).body()).contains("1 CANCELLED Panel");
    world.as(() -> rounds.remove(round.id()));
    assertThat(asked(feed).body()).doesNotContain("Panel");
  }

  @Test
  void whoHasItAlreadyIsTold() throws Exception {
    String feed = feed();
    String mark = asked(feed).headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> same = asked(feed, "If-None-Match", mark);
    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    world.as(() -> rounds.save(round.id(), 1, round.plan().withState(RoundState.PROPOSED)));
    assertThat(asked(feed, "If-None-Match", mark).body()).contains("TENTATIVE");
  }

  @Test
  void aWrongAddressAnOldOneAndNoneAreTheSame() throws Exception {
    HttpResponse<String> none = asked("/calendar/abc.ics");
    String first = feed();
    String second = feed();
    assertThat(second).isNotEqualTo(first);
    assertThat(asked(second).statusCode()).isEqualTo(200);
    assertThat(asked(first).statusCode()).isEqualTo(404);
    assertThat(asked(second.replace(".ics", "")).statusCode()).isEqualTo(404);
    assertThat(asked("/calendar/.ics").statusCode()).isEqualTo(404);
    assertThat(none.statusCode()).isEqualTo(404);
    post(SETTINGS + "/shut");
    assertThat(asked(second).statusCode()).isEqualTo(404);
  }

  @Test
  void theAddressIsHardToGuessAndStoredSealed() throws Exception {
    String feed = feed();
    String secret = feed.replaceAll("^/calendar/[A-Za-z0-9_-]+\\.|\\.ics$", "");
    assertThat(secret).matches("[A-Za-z0-9_-]{32}");
    try (var files = Files.walk(home.resolve("config"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file)).doesNotContain(secret);
      }
    }
  }

  @Test
  void alarmsAndDetailsAreChosen() throws Exception {
    Document page = post(SETTINGS, "alarm", "30", "details", "busy");
    assertThat(page.select("[name=alarm][checked]").eachAttr("value")).containsExactly("30");
    assertThat(page.select("[name=details][checked]").attr("value")).isEqualTo("busy");
    assertThat(asked(feed()).body())
        .contains("0 CONFIRMED Busy", "[PT30M] nowhere")
        .doesNotContain("Wattwerk");
    assertThat(Files.readString(home.resolve("config/calendar.yaml")))
        .contains("alarms: [30]", "details: busy");
    post(SETTINGS, "details", "title");
    assertThat(asked(feed()).body()).contains("Panel: Wattwerk & Sons", "[] nowhere");
  }

  @Test
  void aFileThatCannotBeReadIsSaid() throws Exception {
    Files.createDirectories(home.resolve("config"));
    Files.writeString(home.resolve("config/calendar.yaml"), "alarms: [never]\ndetails: all\n");
    assertThat(browser.get(SETTINGS).body()).contains("never");
  }
}
