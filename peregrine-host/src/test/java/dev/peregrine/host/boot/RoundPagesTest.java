package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.rounds.RoundOutcome;
import dev.peregrine.host.rounds.RoundState;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.web.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rounds of an application, without script. It is Thursday, 12 March 2026, 9:41 in Berlin. */
class RoundPagesTest {

  @TempDir Path home;
  private final AtomicReference<Instant> now = new AtomicReference<>(World.NOW);
  private World world;
  private Browser browser;
  private Rounds rounds;
  private long job;

  @BeforeEach
  void start() throws Exception {
    Files.createDirectories(home.resolve("shipped"));
    CalendarJar.write(home.resolve("shipped/exporter-days.jar"));
    InstantSource clock = now::get;
    world = new World(home, 0, clock);
    browser = new Browser(world.port());
    rounds = world.afterApplying.rounds();
    job = LetterPagesTest.fill(world);
    world.as(() -> world.jobs.move(List.of(job), Stage.PHONE_SCREEN, Optional.empty()));
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private String path() {
    return "/interviews/" + job + "/rounds";
  }

  private HttpResponse<String> post(String path, String... fields) throws Exception {
    var all = new LinkedHashMap<String, String>();
    for (int i = 0; i < fields.length; i += 2) {
      all.put(fields[i], fields[i + 1]);
    }
    all.put("_token", browser.token());
    return browser.send(path, Browser.encoded(all));
  }

  private Document after(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return browser.open(answer.headers().firstValue("Location").orElseThrow().split("#")[0]);
  }

  private Document noted(String... more) throws Exception {
    var fields = new LinkedHashMap<String, String>();
    fields.put("kind", "technical");
    fields.put("date", "2026-03-17");
    fields.put("time", "10:00");
    fields.put("minutes", "75");
    fields.put("zone", "Europe/Berlin");
    fields.put("state", "agreed");
    for (int i = 0; i < more.length; i += 2) {
      fields.put(more[i], more[i + 1]);
    }
    String[] all =
        fields.entrySet().stream()
            .flatMap(field -> List.of(field.getKey(), field.getValue()).stream())
            .toArray(String[]::new);
    return after(post(path(), all));
  }

  private Round only() throws Exception {
    List<Round> all = world.as(() -> rounds.of(job));
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private Document undo(Document page) throws Exception {
    return after(post(page.select(".toast form").attr("action")));
  }

  @Test
  void aRoundIsNotedAndShownInTwoZonesWithItsCountdown() throws Exception {
    assertThat(browser.open(path()).select("#add[open]").text()).contains("What comes next?");
    Document page =
        noted(
            "zone", "new york",
            "time", "21:00",
            "link", "meet.example/abc",
            "people", "Ada <b>Quint</b>\nOle Ravn",
            "title", "Meet & \"greet\"");
    String card = page.select(".round").text();
    assertThat(card)
        .contains(
            "Meet & \"greet\"",
            "Technical interview",
            "Agreed",
            "Wednesday, 18 March, 02:00–03:15",
            "in 6 days",
            "Tuesday, 17 March, 21:00–22:15 in New York",
            "Join at meet.example",
            "Ada <b>Quint</b> , Ole Ravn".replace(" ,", ""));
    assertThat(page.select(".round a[href=https://meet.example/abc]").attr("rel"))
        .contains("noreferrer");
    assertThat(page.select(".worktabs [aria-current]").text()).isEqualTo("Rounds 1");
    assertThat(undo(page).select(".round")).isEmpty();
  }

  @Test
  void aRoundNeedsNoDate() throws Exception {
    Document page = noted("date", "", "time", "", "state", "proposed");
    assertThat(page.select(".round").text()).contains("No date yet", "Proposed", "Set the date");
    assertThat(page.select(".round a[href$=.ics]")).isEmpty();
    assertThat(after(browser.get(path() + "/" + only().id() + "/calendar.ics")).text())
        .contains("A calendar needs a date.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-29 | 02:30 | Berlin | there is no such hour that day in Berlin: the clocks go from 02:00 to 03:00",
        "2026-10-25 | 02:30 | Europe/Berlin | 02:30 occurs twice that day in Berlin",
        "2026-03-17 | 10:00 | Mars/Phobos | \"Mars/Phobos\" is no time zone that is known here",
        "2026-03-17 | '' | Berlin | Say the time, too",
        "'' | 10:00 | Berlin | Say the day, too",
        "20260317 | 10:00 | Berlin | \"20260317 10:00\" is no date and time",
        "9026-03-17 | 10:00 | Berlin | more than ten years away",
      })
  void whatCannotBeIsSaidAndStaysInTheForm(String date, String time, String zone, String said)
      throws Exception {
    HttpResponse<String> answer =
        post(path(), "kind", "panel", "date", date, "time", time, "zone", zone, "title", "Kept");
    assertThat(answer.statusCode()).isEqualTo(422);
    Document page = Jsoup.parse(answer.body());
    assertThat(page.select("[role=alert]").text()).contains(said);
    assertThat(page.select("[name=title]").attr("value")).isEqualTo("Kept");
    assertThat(page.select("[name=zone]").attr("value")).isEqualTo(zone);
    assertThat(world.as(() -> rounds.of(job))).isEmpty();
  }

  @Test
  void theSecondOfTwoEqualHoursIsChosen() throws Exception {
    noted("date", "2026-10-25", "time", "02:30", "hour", "second");
    assertThat(only().start())
        .contains(ZonedDateTime.parse("2026-10-25T02:30+01:00[Europe/Berlin]"));
    Document form = browser.open(path() + "/" + only().id());
    assertThat(form.select("[name=hour][checked]").attr("value")).isEqualTo("second");
  }

  @ParameterizedTest
  @CsvSource({
    "link, javascript:alert(1)",
    "link, http://",
    "minutes, 0",
    "minutes, 20161",
    "minutes, x"
  })
  void aLinkOrLengthThatIsNoneIsRefused(String field, String value) throws Exception {
    HttpResponse<String> answer = post(path(), "kind", "panel", field, value);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Jsoup.parse(answer.body()).select(".danger").text()).contains("\"" + value + "\"");
  }

  @Test
  void aChangeIsUndoneAndASecondWindowIsTold() throws Exception {
    noted();
    String one = path() + "/" + only().id();
    String seen = browser.open(one).select("[name=version]").attr("value");
    Document moved =
        after(
            post(
                one,
                "version",
                seen,
                "kind",
                "technical",
                "date",
                "2026-03-18",
                "time",
                "11:00",
                "zone",
                "Berlin",
                "minutes",
                "75",
                "state",
                "agreed"));
    assertThat(moved.select(".round").text()).contains("Wednesday, 18 March, 11:00–12:15");
    HttpResponse<String> late =
        post(
            one,
            "version",
            seen,
            "kind",
            "technical",
            "date",
            "2026-03-19",
            "time",
            "12:00",
            "zone",
            "Berlin",
            "minutes",
            "75",
            "state",
            "agreed");
    assertThat(late.statusCode()).isEqualTo(409);
    Document told = Jsoup.parse(late.body());
    assertThat(told.select("[role=alert]").text())
        .contains("changed meanwhile in another window", "Wednesday, 18 March, 11:00–12:15");
    assertThat(told.select("[name=date]").attr("value")).isEqualTo("2026-03-19");
    assertThat(undo(moved).select(".round").text()).contains("Tuesday, 17 March, 10:00–11:15");
  }

  @Test
  void calledOffIsUndoneAndTakesPlaceAfterAll() throws Exception {
    noted();
    String one = path() + "/" + only().id();
    Document off = after(post(one + "/cancel", "version", "1"));
    assertThat(off.select(".round").text()).contains("Called off", "It takes place after all");
    assertThat(undo(off).select(".round").text()).contains("Agreed");
    Document stale = after(post(one + "/cancel", "version", "1"));
    assertThat(stale.select(".toast").text()).contains("changed meanwhile in another window");
    assertThat(only().state()).isEqualTo(RoundState.AGREED);
  }

  @Test
  void afterwardsItAsksWhatTheySaidAndForAThankYou() throws Exception {
    noted();
    now.set(Instant.parse("2026-03-17T11:00:00Z"));
    Document over = browser.open(path());
    assertThat(over.select(".round").text())
        .contains("Over", "What did they say?", "A short thank-you?");
    String one = path() + "/" + only().id();
    after(post(one + "/thanked", "version", "1"));
    Document forward = after(post(one + "/outcome", "version", "2", "outcome", "forward"));
    assertThat(forward.select(".seg [aria-current]").text()).isEqualTo("They want to go on");
    assertThat(forward.select(".round").text()).contains("Thank-you written on 17 March");
    assertThat(only().outcome()).isEqualTo(RoundOutcome.FORWARD);
    undo(forward);
    assertThat(only().outcome()).isEqualTo(RoundOutcome.OPEN);
    assertThat(only().thanks().sent()).isPresent();
  }

  @Test
  void removedComesBack() throws Exception {
    noted();
    Document gone = after(post(path() + "/" + only().id() + "/remove"));
    assertThat(gone.select(".round")).isEmpty();
    assertThat(undo(gone).select(".round")).hasSize(1);
  }

  @Test
  void notesAreKeptAndTwoWindowsLoseNothing() throws Exception {
    noted();
    String notes = path() + "/" + only().id() + "/notes";
    Document saved = after(post(notes, "notes", "They use Airflow", "seen", "0"));
    assertThat(saved.select(".round textarea").text()).isEqualTo("They use Airflow");
    HttpResponse<String> late = post(notes, "notes", "On call twice a month", "seen", "0");
    assertThat(late.statusCode()).isEqualTo(409);
    Document both = Jsoup.parse(late.body());
    assertThat(both.select("textarea").text()).isEqualTo("On call twice a month");
    assertThat(both.select(".pre").text()).isEqualTo("They use Airflow");
    HttpResponse<String> part =
        browser.swap(notes, Map.of("notes", "Second", "seen", "0", "_token", browser.token()));
    assertThat(part.body()).contains("They use Airflow", "name=\"seen\" value=\"1\"");
  }

  @Test
  void aRoundIsTakenAsACalendarFile() throws Exception {
    noted("link", "https://meet.example/abc", "people", "Ada Quint");
    HttpResponse<String> file = browser.get(path() + "/" + only().id() + "/calendar.ics");
    assertThat(file.headers().firstValue("Content-Type")).contains("text/calendar;charset=utf-8");
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("Technical-interview_Wattwerk", "_2026-03-17.ics");
    assertThat(file.body())
        .isEqualTo(
            """
            feed none
            0 CONFIRMED Technical interview: Wattwerk & Sons Timed[start=2026-03-17T10:00+01:00[Europe/Berlin], length=PT1H15M] [PT24H, PT15M] https://meet.example/abc Data engineer, <b>grid</b>|With Ada Quint|https://meet.example/abc
            """);
  }

  @Test
  void anotherJobsRoundIsNoPage() throws Exception {
    noted();
    assertThat(browser.get("/interviews/999/rounds/" + only().id()).statusCode()).isEqualTo(404);
    assertThat(browser.get(path() + "/999").statusCode()).isEqualTo(404);
    assertThat(browser.get(path() + "/x").statusCode()).isEqualTo(404);
  }
}
