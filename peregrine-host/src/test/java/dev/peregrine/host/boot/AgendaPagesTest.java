package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.agenda.Agenda;
import dev.peregrine.host.agenda.AgendaWatch;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.rounds.RoundKind;
import dev.peregrine.host.rounds.RoundPlan;
import dev.peregrine.host.rounds.RoundState;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.web.Browser;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rounds in a calendar of a service, both ways. It is Thursday, 12 March 2026, 9:41 in Berlin. */
class AgendaPagesTest {

  private static final String HERE = "/settings/integrations/wall/calendar";
  private static final ZonedDateTime START =
      ZonedDateTime.parse("2026-03-17T10:00+01:00[Europe/Berlin]");

  @TempDir Path home;
  private final AtomicReference<Instant> now = new AtomicReference<>(World.NOW);
  private World world;
  private Wall wall;
  private Browser browser;
  private Rounds rounds;
  private Agenda agenda;
  private long job;

  @BeforeEach
  void start() throws Exception {
    Files.createDirectories(home.resolve("shipped"));
    WallJar.write(home);
    wall = new Wall();
    world = new World(home, 0, now::get);
    browser = new Browser(world.port());
    rounds = world.afterApplying.rounds();
    agenda = world.connecting.appointing().agenda();
    job = LetterPagesTest.fill(world);
    world.as(() -> world.jobs.move(List.of(job), Stage.PHONE_SCREEN, Optional.empty()));
    world.as(
        () ->
            world
                .connecting
                .integrations()
                .connect(WallJar.WALL, Map.of("base-url", wall.address())));
  }

  @AfterEach
  void stop() {
    world.close();
    wall.close();
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

  private Document chosen(String... more) throws Exception {
    var fields = new LinkedHashMap<>(Map.of("calendar", "Kitchen"));
    for (int i = 0; i < more.length; i += 2) {
      fields.put(more[i], more[i + 1]);
    }
    Document page =
        after(
            post(
                HERE,
                fields.entrySet().stream()
                    .flatMap(each -> List.of(each.getKey(), each.getValue()).stream())
                    .toArray(String[]::new)));
    quiet();
    return page;
  }

  /** Waits until nothing is being done. */
  private void quiet() throws Exception {
    eventually(() -> world.as(world.tasks::active).isEmpty());
  }

  private static void eventually(Callable<Boolean> holds) throws Exception {
    long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!holds.call()) {
      assertThat(System.nanoTime()).as("it came in time").isLessThan(until);
      Thread.onSpinWait();
    }
  }

  private Document compared() throws Exception {
    after(post(HERE + "/now"));
    quiet();
    return browser.open(HERE);
  }

  private Round round(RoundState state) throws Exception {
    return world.as(
        () -> rounds.add(job, RoundPlan.of(RoundKind.TECHNICAL).at(START).withState(state)));
  }

  private Round fresh(Round round) throws Exception {
    return world.as(() -> rounds.findById(round.id())).orElseThrow();
  }

  private Round saved(Round round, RoundPlan plan) throws Exception {
    return ((Rounds.Saving.Done)
            world.as(() -> rounds.save(round.id(), fresh(round).version(), plan)))
        .round();
  }

  @Test
  void theCalendarIsChosenOrMadeAndShowsAgreedRounds() throws Exception {
    round(RoundState.AGREED);
    assertThat(browser.open(HERE).select("input[name=calendar]").eachAttr("value"))
        .containsExactly("Kitchen", "Hall");
    assertThat(post(HERE, "calendar", "Cellar").body()).contains("Choose a calendar");

    chosen("fresh", "Applications");

    assertThat(wall.only().calendar()).isEqualTo("Applications");
    assertThat(wall.only().title()).contains("Technical interview");
    assertThat(wall.only().at()).isEqualTo(START.toInstant());
    assertThat(browser.open(HERE).text())
        .contains("In calendar \"Applications\"", "1 interview there, compared");
    assertThat(world.as(() -> world.connecting.integrations().doings(WallJar.WALL)))
        .singleElement()
        .satisfies(doing -> assertThat(doing.text()).contains("Applications", "1 interview"))
        .satisfies(doing -> assertThat(doing.trouble()).isFalse());
  }

  @Test
  void aSecondComparisonWithoutAChangeWritesNothing() throws Exception {
    round(RoundState.AGREED);
    chosen();
    assertThat(wall.writes()).containsExactly("put");

    compared();

    assertThat(wall.writes()).isEmpty();
  }

  @Test
  void proposedRoundsAreShownOnlyWhereThePersonWantsIt() throws Exception {
    round(RoundState.PROPOSED);
    chosen();
    assertThat(wall.events()).isEmpty();

    chosen("proposed", "yes");

    assertThat(wall.only().status()).isEqualTo("TENTATIVE");
  }

  @Test
  void aRoundThatIsMovedHereIsMovedThereAndOneThatIsCalledOffGoes() throws Exception {
    Round round = round(RoundState.AGREED);
    chosen();
    Round moved = saved(round, round.plan().at(START.plusDays(1)));
    compared();
    assertThat(wall.only().at()).isEqualTo(START.plusDays(1).toInstant());

    saved(moved, moved.plan().withState(RoundState.CANCELLED));
    compared();

    assertThat(wall.events()).isEmpty();
  }

  @Test
  void whatThePersonEnteredThemselvesIsNeverTouched() throws Exception {
    wall.enter("Dentist");
    Round round = round(RoundState.AGREED);
    chosen();
    world.as(() -> rounds.remove(round.id()));
    compared();

    assertThat(wall.only().title()).isEqualTo("Dentist");
  }

  @Test
  void roundsOfAnApplicationThatEndedGo() throws Exception {
    round(RoundState.AGREED);
    chosen();
    world.as(() -> world.jobs.move(List.of(job), Stage.REJECTED, Optional.of("Phone screen")));

    compared();

    assertThat(wall.events()).isEmpty();
  }

  @Test
  void whatTookPlaceStaysInTheCalendar() throws Exception {
    round(RoundState.AGREED);
    chosen();
    now.set(START.plusDays(2).toInstant());
    world.as(() -> world.jobs.move(List.of(job), Stage.REJECTED, Optional.of("Phone screen")));

    compared();

    assertThat(wall.events()).hasSize(1);
  }

  @Test
  void aMoveInTheCalendarIsProposedAndNotApplied() throws Exception {
    Round round = round(RoundState.AGREED);
    chosen();
    wall.move(wall.uid(), START.plusHours(4).toInstant());

    Document page = compared();

    assertThat(page.select("#changes-h")).isNotEmpty();
    assertThat(page.text())
        .contains("There: Tuesday, 17 March, 14:00–15:00", "Here: Tuesday, 17 March, 10:00–11:00");
    assertThat(fresh(round).start()).contains(START);
    assertThat(browser.open("/today").text()).contains("was changed in your calendar");
    assertThat(world.as(() -> world.connecting.integrations().doings(WallJar.WALL)))
        .singleElement()
        .satisfies(doing -> assertThat(doing.trouble()).isTrue());
  }

  @Test
  void aMoveThatIsTakenOverIsHereAndCanBeTakenBack() throws Exception {
    Round round = round(RoundState.AGREED);
    chosen();
    wall.move(wall.uid(), START.plusHours(4).toInstant());
    compared();

    Document page = after(post(HERE + "/rounds/" + round.id() + "/take"));
    quiet();

    assertThat(fresh(round).start()).contains(START.plusHours(4));
    assertThat(page.select("#changes-h")).isEmpty();
    compared();
    assertThat(wall.only().at()).isEqualTo(START.plusHours(4).toInstant());

    after(post(page.select(".toast form").attr("action")));
    compared();
    assertThat(fresh(round).start()).contains(START);
    assertThat(wall.only().at()).isEqualTo(START.toInstant());
  }

  @Test
  void anotherPlaceInTheCalendarIsProposedAndTakenOverOrNot() throws Exception {
    Round round = round(RoundState.AGREED);
    chosen();
    wall.place(wall.uid(), "Hafenstr. 7,  Köln");

    assertThat(compared().text())
        .contains("10:00–11:00, place: Hafenstr. 7, Köln", "place: none yet");
    assertThat(fresh(round).place()).isEmpty();

    Document page = after(post(HERE + "/rounds/" + round.id() + "/take"));
    quiet();
    assertThat(fresh(round).place()).contains("Hafenstr. 7, Köln");
    assertThat(fresh(round).start()).contains(START);
    after(post(page.select(".toast form").attr("action")));
    compared();
    assertThat(fresh(round).place()).isEmpty();
    assertThat(wall.only().place()).isEmpty();

    wall.place(wall.uid(), "Elsewhere");
    compared();
    after(post(HERE + "/rounds/" + round.id() + "/keep"));
    compared();
    assertThat(wall.only().place()).isEmpty();
    assertThat(browser.open(HERE).select("#changes-h")).isEmpty();
  }

  @Test
  void aPlaceThatWasTakenOutOfTheCalendarIsNoProposal() throws Exception {
    Round round =
        world.as(
            () ->
                rounds.add(
                    job,
                    RoundPlan.of(RoundKind.TECHNICAL)
                        .at(START)
                        .withPlace(Optional.of("Hafenstr. 7"))));
    chosen();
    assertThat(wall.only().place()).isEqualTo("Hafenstr. 7");
    wall.place(wall.uid(), "");

    assertThat(compared().select("#changes-h")).isEmpty();
    assertThat(fresh(round).place()).contains("Hafenstr. 7");
  }

  @Test
  void whereBothWereChangedNothingIsOverwrittenUntilThePersonDecides() throws Exception {
    Round round = round(RoundState.AGREED);
    chosen();
    wall.writes();
    wall.move(wall.uid(), START.plusHours(4).toInstant());
    saved(round, round.plan().at(START.plusDays(3)));

    compared();

    assertThat(wall.writes()).isEmpty();
    assertThat(wall.only().at()).isEqualTo(START.plusHours(4).toInstant());

    after(post(HERE + "/rounds/" + round.id() + "/keep"));
    quiet();
    assertThat(wall.only().at()).isEqualTo(START.plusDays(3).toInstant());
    assertThat(browser.open(HERE).select("#changes-h")).isEmpty();
  }

  @Test
  void aDeletedEventIsNotPutBackUntilThePersonWantsIt() throws Exception {
    Round round = round(RoundState.AGREED);
    chosen();
    wall.delete(wall.uid());

    assertThat(compared().text()).contains("deleted or called off");
    compared();
    assertThat(wall.events()).isEmpty();
    assertThat(fresh(round).state()).isEqualTo(RoundState.AGREED);

    after(post(HERE + "/rounds/" + round.id() + "/keep"));
    quiet();
    assertThat(wall.events()).hasSize(1);
  }

  @Test
  void aDeletedEventCanCallTheRoundOff() throws Exception {
    Round round = round(RoundState.AGREED);
    chosen();
    wall.delete(wall.uid());
    compared();

    Document page = after(post(HERE + "/rounds/" + round.id() + "/take"));
    assertThat(fresh(round).state()).isEqualTo(RoundState.CANCELLED);

    after(post(page.select(".toast form").attr("action")));
    compared();
    assertThat(fresh(round).state()).isEqualTo(RoundState.AGREED);
    assertThat(wall.events()).hasSize(1);
  }

  @Test
  void anotherCalendarTakesTheEventsAlongOrLeavesThem() throws Exception {
    round(RoundState.AGREED);
    chosen();

    chosen("calendar", "Hall", "former", "remove");
    assertThat(wall.only().calendar()).isEqualTo("Hall");
  }

  @Test
  void whoStopsHasTheEventsTakenOutOrLeftAndCanTakeThatBack() throws Exception {
    round(RoundState.AGREED);
    chosen();

    Document page = after(post(HERE + "/stop", "events", "leave"));
    assertThat(wall.events()).hasSize(1);
    after(post(page.select(".toast form").attr("action")));
    quiet();
    assertThat(wall.events()).hasSize(1);

    after(post(HERE + "/stop", "events", "remove"));
    quiet();
    assertThat(wall.events()).isEmpty();
    assertThat(browser.open(HERE).select("#choose-h")).isNotEmpty();
  }

  @Test
  void aServiceThatRefusesIsOneLineAndNothingIsLost() throws Exception {
    round(RoundState.AGREED);
    chosen();
    wall.answers(401);
    Round second = round(RoundState.AGREED);

    Document page = compared();

    assertThat(page.select("[role=alert]").text().strip())
        .isEqualTo("The wall is locked (401). Enter a new key.");
    Task task = world.as(() -> world.tasks.recent(5)).getFirst();
    assertThat(task.error()).contains("The wall is locked (401). Enter a new key.");
    wall.answers(200);
    compared();
    assertThat(wall.events()).hasSize(2);
    assertThat(world.as(() -> agenda.changes(WallJar.WALL))).isEmpty();
    assertThat(second.state()).isEqualTo(RoundState.AGREED);
  }

  @Test
  void aChangeHereReachesTheCalendarByItself() throws Exception {
    chosen();
    try (var _ = new AgendaWatch(agenda, world.live, world.tenant, Duration.ofMillis(20))) {
      round(RoundState.AGREED);
      eventually(() -> !wall.events().isEmpty());
      quiet();
    }
  }
}
