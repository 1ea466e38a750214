package dev.peregrine.host.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.live.Live;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tenancy.Tenant;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchedulesTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @TempDir Path home;

  private Instant now = at("2026-03-12T09:41");
  private Rules rules = new Rules(BERLIN, Optional.empty());
  private final List<Recurring> recurring = new ArrayList<>();
  private final List<String> begun = new ArrayList<>();
  private boolean fails;
  private Databases databases;
  private Tenant tenant;

  @BeforeEach
  void open() {
    tenant = new Tenant("test", home);
    databases = new Databases(Schedules.mappers(), clock());
  }

  @AfterEach
  void close() {
    databases.close();
  }

  private InstantSource clock() {
    return () -> now;
  }

  private static Instant at(String wall) {
    return LocalDateTime.parse(wall).atZone(BERLIN).toInstant();
  }

  /** A program that was just started. */
  private Schedules started() {
    var schedules = new Schedules(databases, () -> rules, new Live(), clock(), new Random(1));
    schedules.register(
        new Recurrence() {
          @Override
          public List<Recurring> current() {
            return recurring;
          }

          @Override
          public void begin(List<Recurring> due) {
            if (fails) {
              throw new IllegalStateException("The board is closed.");
            }
            due.forEach(
                each ->
                    begun.add(each.key() + " " + LocalDateTime.ofInstant(now, BERLIN).toString()));
          }
        });
    return schedules;
  }

  private void recurs(String key, String timing) {
    recurs(key, timing, true, Duration.ZERO);
  }

  private void recurs(String key, String timing, boolean goesOut, Duration jitter) {
    recurring.add(new Recurring(key, key, "/", Timing.parse(timing), goesOut, jitter));
  }

  private void tick(Schedules schedules, String wall) {
    now = at(wall);
    tenant.run(schedules::tick);
  }

  /** Ticks each quarter of an hour. */
  private void pass(Schedules schedules, String from, String to) {
    for (Instant each = at(from); !each.isAfter(at(to)); each = each.plus(Duration.ofMinutes(15))) {
      now = each;
      tenant.run(schedules::tick);
    }
  }

  private Optional<Instant> next(Schedules schedules) {
    return tenant.calling(schedules::upcoming).getFirst().next();
  }

  @Test
  void whatRecursBeginsAtItsTimesAndNotBefore() {
    recurs("a:1", "every day at 10:00");
    Schedules schedules = started();
    pass(schedules, "2026-03-12T09:45", "2026-03-14T09:45");
    assertThat(begun).containsExactly("a:1 2026-03-12T10:00", "a:1 2026-03-13T10:00");
    assertThat(next(schedules)).contains(at("2026-03-14T10:00"));
  }

  @Test
  void whatWasMissedWhileTheMachineSleptIsBegunOnceWhenItWakes() {
    recurs("a:1", "every 6 hours");
    Schedules schedules = started();
    tick(schedules, "2026-03-12T09:41");
    tick(schedules, "2026-03-19T14:20");
    tick(schedules, "2026-03-19T14:21");
    assertThat(begun).containsExactly("a:1 2026-03-19T14:20");
    assertThat(next(schedules)).contains(at("2026-03-19T18:00"));
  }

  @Test
  void aRestartNeitherForgetsNorRepeatsARun() {
    recurs("a:1", "every day at 10:00");
    tick(started(), "2026-03-12T09:41");
    tick(started(), "2026-03-12T10:30");
    tick(started(), "2026-03-12T10:31");
    assertThat(begun).containsExactly("a:1 2026-03-12T10:30");
  }

  @Test
  void whatFallsIntoQuietHoursComesOnceAtTheirEnd() {
    rules = new Rules(BERLIN, Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0))));
    recurs("a:1", "every hour");
    Schedules schedules = started();
    pass(schedules, "2026-03-12T20:30", "2026-03-13T08:30");
    assertThat(begun)
        .containsExactly("a:1 2026-03-12T21:00", "a:1 2026-03-13T07:00", "a:1 2026-03-13T08:00");
  }

  @Test
  void whoWakesWithinQuietHoursWaitsForTheirEnd() {
    rules = new Rules(BERLIN, Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0))));
    recurs("a:1", "every day at 18:00");
    Schedules schedules = started();
    tick(schedules, "2026-03-12T17:00");
    pass(schedules, "2026-03-12T23:00", "2026-03-13T07:30");
    assertThat(begun).containsExactly("a:1 2026-03-13T07:00");
  }

  @Test
  void whatAsksNobodyForAnythingNeedNotBeQuiet() {
    rules = new Rules(BERLIN, Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0))));
    recurs("a:1", "every day at 03:00", false, Duration.ZERO);
    pass(started(), "2026-03-12T20:00", "2026-03-13T08:00");
    assertThat(begun).containsExactly("a:1 2026-03-13T03:00");
  }

  @Test
  void aTimeThatIsLeftOutInSpringComesAnHourLater() {
    recurs("a:1", "every day at 02:30");
    pass(started(), "2026-03-28T12:00", "2026-03-30T12:00");
    assertThat(begun).containsExactly("a:1 2026-03-29T03:30", "a:1 2026-03-30T02:30");
  }

  @Test
  void aTimeThatComesTwiceInAutumnCountsOnce() {
    recurs("a:1", "every day at 02:30");
    pass(started(), "2026-10-24T12:00", "2026-10-26T12:00");
    assertThat(begun).containsExactly("a:1 2026-10-25T02:30", "a:1 2026-10-26T02:30");
  }

  @Test
  void whatIsHourlyGoesOnHourlyWhenTheClockIsPutBack() {
    recurs("a:1", "every hour");
    pass(started(), "2026-10-25T00:30", "2026-10-25T04:30");
    assertThat(begun)
        .containsExactly(
            "a:1 2026-10-25T01:00",
            "a:1 2026-10-25T02:00",
            "a:1 2026-10-25T02:00",
            "a:1 2026-10-25T03:00",
            "a:1 2026-10-25T04:00");
  }

  @Test
  void theTimeStaysWhatItIsOnTheWallWhenTheClockIsPutForward() {
    recurs("a:1", "weekdays at 08:00");
    pass(started(), "2026-03-27T12:00", "2026-03-30T12:00");
    assertThat(begun).containsExactly("a:1 2026-03-30T08:00");
  }

  @Test
  void anotherTimingCountsAtOnce() {
    recurs("a:1", "every day at 10:00");
    Schedules schedules = started();
    tick(schedules, "2026-03-12T09:41");
    recurring.clear();
    recurs("a:1", "every day at 18:00");
    tick(schedules, "2026-03-12T10:30");
    assertThat(begun).isEmpty();
    assertThat(next(schedules)).contains(at("2026-03-12T18:00"));
  }

  @Test
  void whatIsSwitchedOffIsForgottenAndSwitchedOnAgainDoesNotCatchUp() {
    recurs("a:1", "every day at 10:00");
    Schedules schedules = started();
    tick(schedules, "2026-03-12T09:41");
    recurring.clear();
    recurs("a:1", "off");
    tick(schedules, "2026-03-14T12:00");
    assertThat(next(schedules)).isEmpty();
    recurring.clear();
    recurs("a:1", "every day at 10:00");
    tick(schedules, "2026-03-14T12:01");
    assertThat(begun).isEmpty();
  }

  @Test
  void aClockThatWasPutBackDoesNotMakeARunWaitForDays() {
    recurs("a:1", "every day at 10:00");
    Schedules schedules = started();
    tick(schedules, "2027-01-01T12:00");
    tick(schedules, "2026-03-12T09:41");
    assertThat(next(schedules)).contains(at("2026-03-12T10:00"));
    tick(schedules, "2026-03-12T10:01");
    assertThat(begun).containsExactly("a:1 2026-03-12T10:01");
  }

  @Test
  void aRunBeginsALittleLaterByChanceButIsShownAtItsTime() {
    recurs("a:1", "every day at 10:00", true, Duration.ofMinutes(10));
    Schedules schedules = started();
    tick(schedules, "2026-03-12T09:41");
    assertThat(next(schedules)).contains(at("2026-03-12T10:00"));
    tick(schedules, "2026-03-12T10:00");
    assertThat(begun).isEmpty();
    tick(schedules, "2026-03-12T10:10");
    assertThat(begun).hasSize(1);
  }

  @Test
  void whatComesTogetherIsBegunTogetherAndTwoProgramsDoNotBothBeginIt() {
    recurs("a:1", "every day at 10:00");
    recurs("a:2", "every day at 10:00");
    Schedules one = started();
    Schedules other = started();
    tick(one, "2026-03-12T09:41");
    tick(one, "2026-03-12T10:00");
    tick(other, "2026-03-12T10:00");
    assertThat(begun).containsExactly("a:1 2026-03-12T10:00", "a:2 2026-03-12T10:00");
  }

  @Test
  void whatCouldNotBeBegunSaysWhyAndIsTriedAtItsNextTime() {
    recurs("a:1", "every day at 10:00");
    Schedules schedules = started();
    tick(schedules, "2026-03-12T09:41");
    fails = true;
    tick(schedules, "2026-03-12T10:00");
    Upcoming shown = tenant.calling(schedules::upcoming).getFirst();
    assertThat(shown.problem()).isEqualTo("The board is closed.");
    assertThat(shown.last()).contains(at("2026-03-12T10:00"));
    fails = false;
    tick(schedules, "2026-03-13T10:00");
    assertThat(begun).hasSize(1);
    assertThat(tenant.calling(schedules::upcoming).getFirst().problem()).isEmpty();
  }

  @Test
  void tenantsDoNotShareTheirRuns() {
    recurs("a:1", "every day at 10:00");
    Schedules schedules = started();
    tick(schedules, "2026-03-12T09:41");
    now = at("2026-03-12T10:00");
    var other = new Tenant("other", home.resolve("other"));
    other.run(schedules::tick);
    assertThat(begun).isEmpty();
    tenant.run(schedules::tick);
    assertThat(begun).hasSize(1);
  }

  @Test
  void theNextThreeTimesAreShownAsTheyWillBe() {
    rules = new Rules(BERLIN, Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0))));
    List<Instant> next =
        tenant.calling(() -> started().next(Timing.parse("every 6 hours"), true, 3));
    assertThat(next)
        .containsExactly(at("2026-03-12T12:00"), at("2026-03-12T18:00"), at("2026-03-13T07:00"));
  }
}
