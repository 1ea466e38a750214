package dev.peregrine.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.integration.TrackerTarget;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.tasks.Submitted;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tracking.Field;
import dev.peregrine.host.tracking.KeptRow;
import dev.peregrine.host.tracking.Mapped;
import dev.peregrine.host.tracking.OwnColumn;
import dev.peregrine.host.tracking.OwnValue;
import dev.peregrine.host.tracking.Plan;
import dev.peregrine.host.tracking.TrackerState;
import dev.peregrine.host.tracking.Tracking;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keeping a table elsewhere as the jobs are, with a tracker that keeps its tables in a file. */
class TrackingTest {

  private static final String KEY = TrackerJar.KEY;

  @TempDir Path home;
  private final AtomicReference<Instant> now = new AtomicReference<>(World.NOW);
  private TrackerJar slate;
  private World world;
  private Tracking tracking;
  private List<Long> jobs;

  @BeforeEach
  void start() throws Exception {
    slate = TrackerJar.in(home);
    world = new World(home, 0, now::get, false);
    tracking = world.connecting.tables().tracking();
    jobs = world.seed();
    String _ = world.as(() -> world.connecting.integrations().connect(KEY, slate.settings()));
    approve(0, 1, 2);
    choose(true);
    var _ = slate.calls();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private void approve(int... which) throws Exception {
    for (int each : which) {
      move(each, Stage.APPROVED);
    }
  }

  private void move(int which, Stage to) throws Exception {
    var _ = world.as(() -> world.jobs.move(List.of(jobs.get(which)), to, Optional.empty()));
  }

  private void choose(boolean soon) throws Exception {
    boolean saved =
        world.as(
            () -> {
              TrackerTarget target = tracking.target(KEY, "jobs");
              var columns = new ArrayList<Mapped>();
              tracking
                  .suggested(target)
                  .forEach((field, column) -> columns.add(Mapped.of(field, column)));
              return tracking.save(
                  KEY,
                  new Plan(
                      "jobs",
                      target.name(),
                      target.link(),
                      columns,
                      tracking.suggestedOwn(target).stream().map(OwnColumn::of).toList(),
                      Plan.USUAL_STAGES,
                      "off",
                      soon,
                      true,
                      "en"),
                  tracking.state(KEY).map(TrackerState::version).orElse(0L));
            });
    assertThat(saved).isTrue();
  }

  private Task ended(Submitted submitted) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (true) {
      Task task = world.as(() -> world.tasks.find(submitted.id())).orElseThrow();
      if (!task.state().isLive()) {
        return task;
      }
      assertThat(System.nanoTime()).as("%s", task).isLessThan(end);
      LockSupport.parkNanos(5_000_000);
    }
  }

  private Task push() throws Exception {
    return ended(world.as(() -> tracking.push(KEY)));
  }

  private TrackerState state() throws Exception {
    return world.as(() -> tracking.state(KEY)).orElseThrow();
  }

  @Test
  void columnsAreSuggestedByNameAndKind() throws Exception {
    assertThat(state().plan().columns())
        .extracting(Mapped::field, Mapped::column)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(Field.TITLE, "a"),
            org.assertj.core.groups.Tuple.tuple(Field.COMPANY, "b"),
            org.assertj.core.groups.Tuple.tuple(Field.STAGE, "c"),
            org.assertj.core.groups.Tuple.tuple(Field.SCORE, "d"),
            org.assertj.core.groups.Tuple.tuple(Field.ID, "f"));
    assertThat(state().plan().own()).extracting(OwnColumn::name).containsExactly("Notes");
  }

  @Test
  void jobsOfTheChosenStagesAreThereAndASecondPushWritesNothing() throws Exception {
    assertThat(push().result()).isEqualTo("3 added, 0 changed, 0 archived.");
    assertThat(slate.column("jobs", "a"))
        .containsExactly(
            "Senior Product Designer, Grid Tools",
            "Product Designer, Booking",
            slate.column("jobs", "a").get(2));
    assertThat(slate.column("jobs", "c")).containsOnly("Approved");
    assertThat(slate.column("jobs", "d")).contains("82", "79");
    assertThat(slate.column("jobs", "f")).allMatch(id -> id.matches("pg[a-z0-9]{16}-\\d+"));
    var _ = slate.calls();
    assertThat(push().result()).isEqualTo("Nothing was to be written; 3 up to date.");
    assertThat(slate.calls()).containsExactly("target", "pull");
  }

  @Test
  void onlyWhatChangedIsWrittenAndWhatLeftTheStagesIsArchived() throws Exception {
    push();
    var _ = slate.calls();
    move(0, Stage.APPLIED);
    move(1, Stage.PENDING);
    assertThat(push().result()).isEqualTo("0 added, 1 changed, 1 archived; 1 up to date.");
    assertThat(slate.calls()).containsExactly("target", "pull", "push 1", "archive 1");
    assertThat(slate.column("jobs", "c")).containsExactly("Applied", "Approved");
    assertThat(world.as(() -> tracking.log(KEY, Optional.of(jobs.getFirst()), Optional.empty(), 9)))
        .first()
        .satisfies(entry -> assertThat(entry.what()).isEqualTo("changed"))
        .satisfies(entry -> assertThat(entry.detail()).isEqualTo("Status: Approved → Applied"));
    move(1, Stage.APPROVED);
    push();
    assertThat(slate.column("jobs", "a")).hasSize(3);
  }

  @Test
  void nothingThatIsPushedOrReadMovesAJob() throws Exception {
    push();
    slate.change(
        table ->
            table.stringPropertyNames().stream()
                .filter(key -> key.endsWith(".c") && key.startsWith("row."))
                .forEach(key -> table.setProperty(key, "Hired")));
    push();
    assertThat(world.as(() -> world.jobs.findById(jobs.getFirst())).orElseThrow().stage())
        .isEqualTo(Stage.APPROVED);
  }

  @Test
  void renamedColumnsAreFoundByTheirIdAndLostOnesAreSaidWhileOthersGoOn() throws Exception {
    push();
    slate.change(
        table -> {
          table.setProperty("col.jobs.b", "TEXT|Arbeitgeber");
          table.setProperty("col.jobs.c", "NUMBER|Status");
          table.remove("col.jobs.d");
        });
    approve(3);
    assertThat(push().result()).startsWith("1 added");
    assertThat(state().plan().column(Field.COMPANY).orElseThrow().name()).isEqualTo("Arbeitgeber");
    assertThat(state().remarks())
        .containsExactlyInAnyOrder(
            "The column \"Status\" holds something else now (a number), so nothing is written to it.",
            "The column \"Match score\" is not in the table any more, so nothing is written to it.");
    assertThat(slate.column("jobs", "c").get(3)).isEmpty();
    assertThat(slate.column("jobs", "b").get(3)).isNotEmpty();
  }

  @Test
  void aTableWithoutItsIdsIsNotWrittenTo() throws Exception {
    push();
    slate.change(table -> table.remove("col.jobs.f"));
    approve(3);
    assertThat(push().error())
        .isEqualTo(
            "The table \"Applications\" has no column \"Peregrine ID\" any more, by which rows are known again. Add it again on the table's page.");
    assertThat(slate.column("jobs", "a")).hasSize(3);
    assertThat(state().trouble().orElseThrow().until()).isEmpty();
  }

  @Test
  void aRefusedRowCostsOnlyItselfAndIsNotSentAgainAsItIs() throws Exception {
    long bad =
        world.as(
            () -> {
              var found =
                  new dev.peregrine.host.pipeline.Found(
                      Postings.posting(77, "We refuse titles 🦅", "Nobody"),
                      "village",
                      java.util.OptionalLong.empty(),
                      Optional.empty());
              return world.jobs.store(List.of(found)).getFirst().job();
            });
    var _ = world.as(() -> world.jobs.move(List.of(bad), Stage.APPROVED, Optional.empty()));
    assertThat(push().result()).isEqualTo("3 added, 0 changed, 0 archived; 1 refused.");
    assertThat(world.as(() -> tracking.failed(state())))
        .singleElement()
        .satisfies(row -> assertThat(row.problem()).isEqualTo("The slate takes no such title."));
    var _ = slate.calls();
    assertThat(ended(world.as(() -> world.tasks.submit(Tracking.TASK, KEY, "Push", KEY))).result())
        .isEqualTo("Nothing was to be written; 4 up to date.");
    assertThat(slate.calls()).containsExactly("target", "pull");
  }

  @Test
  void aPushThatBrokeOffGoesOnWithWhatIsLeft() throws Exception {
    approve(3, 4, 5, 6);
    slate.change(table -> table.setProperty("trouble", "after 4"));
    assertThat(push().error()).isEqualTo("The slate broke.");
    assertThat(slate.column("jobs", "a")).hasSize(4);
    assertThat(state().trouble().orElseThrow().until())
        .contains(World.NOW.plus(Duration.ofMinutes(1)));
    slate.change(table -> table.remove("trouble"));
    var _ = slate.calls();
    assertThat(push().result()).isEqualTo("3 added, 0 changed, 0 archived; 4 up to date.");
    assertThat(slate.calls()).contains("push 3");
    assertThat(state().trouble()).isEmpty();
  }

  @Test
  void aLongTitleIsCutToWhatTheTableTakesAndNotWithinACharacter() throws Exception {
    long job =
        world.as(
            () -> {
              var found =
                  new dev.peregrine.host.pipeline.Found(
                      Postings.posting(78, "🦅".repeat(1500), "Nobody"),
                      "village",
                      java.util.OptionalLong.empty(),
                      Optional.empty());
              return world.jobs.store(List.of(found)).getFirst().job();
            });
    var _ = world.as(() -> world.jobs.move(List.of(job), Stage.APPROVED, Optional.empty()));
    push();
    String title = slate.column("jobs", "a").getLast();
    assertThat(title.codePointCount(0, title.length())).isEqualTo(200);
    assertThat(title).endsWith("🦅…");
  }

  @Test
  void afterSignInTroubleItRestsUntilTheSettingsWorkAgain() throws Exception {
    push();
    slate.change(table -> table.setProperty("trouble", "BAD_SETTINGS"));
    approve(3);
    tick(Duration.ofMinutes(1));
    tick(Duration.ofMinutes(1));
    assertThat(state().trouble().orElseThrow().problem()).isEqualTo("Village slate: BAD_SETTINGS.");
    var _ = slate.calls();
    tick(Duration.ofDays(2));
    tick(Duration.ofMinutes(1));
    assertThat(slate.calls()).isEmpty();
    slate.change(table -> table.remove("trouble"));
    String _ = world.as(() -> world.connecting.integrations().connect(KEY, slate.settings()));
    move(4, Stage.APPROVED);
    tick(Duration.ofMinutes(1));
    tick(Duration.ofMinutes(1));
    assertThat(slate.column("jobs", "a")).hasSize(5);
  }

  @Test
  void afterARateLimitItIsTriedAgainWhenTheServiceSaid() throws Exception {
    slate.change(table -> table.setProperty("trouble", "RATE"));
    assertThat(push().error()).isEqualTo("Village slate is busy.");
    slate.change(table -> table.remove("trouble"));
    tick(Duration.ofMinutes(6));
    assertThat(slate.column("jobs", "a")).isEmpty();
    tick(Duration.ofMinutes(2));
    assertThat(slate.column("jobs", "a")).hasSize(3);
  }

  /** Lets time pass, asks what is due and waits for what began. */
  private void tick(Duration passed) throws Exception {
    now.updateAndGet(at -> at.plus(passed));
    world.as(
        () -> {
          world.connecting.tables().soon().tick();
          return true;
        });
    for (Task task : world.as(world.tasks::active)) {
      var _ = ended(new Submitted(task.id(), true));
    }
  }

  @Test
  void aChangeIsPushedOnceThePersonIsDoneForAMoment() throws Exception {
    push();
    tick(Duration.ZERO);
    tick(Duration.ofMinutes(1));
    var _ = slate.calls();
    approve(3);
    tick(Duration.ofSeconds(5));
    assertThat(slate.calls()).isEmpty();
    tick(Duration.ofSeconds(31));
    assertThat(slate.column("jobs", "a")).hasSize(4);
    var _ = slate.calls();
    tick(Duration.ofMinutes(1));
    tick(Duration.ofMinutes(1));
    assertThat(slate.calls()).as("nothing changed since").isEmpty();
  }

  @Test
  void aDryRunSaysWhatWouldBeDifferentAndDoesNothing() throws Exception {
    push();
    move(0, Stage.APPLIED);
    move(1, Stage.PENDING);
    approve(3);
    var before = slate.table();
    assertThat(ended(world.as(() -> tracking.tryOut(KEY))).result())
        .isEqualTo("1 would be added, 1 changed, 1 archived; 1 are up to date.");
    assertThat(slate.table()).isEqualTo(before);
    assertThat(state().trial().orElseThrow().rows())
        .filteredOn(row -> row.effect().equals("changed"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.diffs())
                    .containsExactly(
                        new dev.peregrine.host.tracking.Trial.Diff(
                            "Status", "Approved", "Applied")));
  }

  private String cell(int which, String column) throws Exception {
    return slate.table().getProperty(rowOf(which) + "." + column, "");
  }

  private String rowOf(int which) {
    return slate.table().stringPropertyNames().stream()
        .filter(key -> key.matches("row\\.jobs\\.pg\\w+-" + jobs.get(which)))
        .findFirst()
        .orElseThrow();
  }

  private OwnValue note(int which) throws Exception {
    return world.as(() -> tracking.own(state(), Optional.of(jobs.get(which)))).getFirst();
  }

  private void write(int which, String text) throws Exception {
    world.as(
        () -> {
          tracking.write(state(), jobs.get(which), "e", text);
          return true;
        });
  }

  @Test
  void whatThePersonKeepsThereIsReadAndWhatTheyWriteHereGoesThere() throws Exception {
    push();
    slate.change(table -> table.setProperty(rowOf(0) + ".e", "Called Ada"));
    push();
    assertThat(note(0).here()).isEqualTo("Called Ada");
    assertThat(note(0).isConflict()).isFalse();
    write(0, "Called Ada twice");
    push();
    assertThat(cell(0, "e")).isEqualTo("Called Ada twice");
    var _ = slate.calls();
    push();
    assertThat(slate.calls()).containsExactly("target", "pull");
  }

  @Test
  void whatBothSidesChangedWaitsForThePersonAndIsNotOverwritten() throws Exception {
    push();
    slate.change(table -> table.setProperty(rowOf(0) + ".e", "first"));
    push();
    write(0, "mine");
    slate.change(table -> table.setProperty(rowOf(0) + ".e", "theirs"));
    assertThat(push().result()).contains("1 of your own values differ on both sides");
    assertThat(cell(0, "e")).isEqualTo("theirs");
    assertThat(note(0).there()).contains("theirs");
    assertThat(note(0).here()).isEqualTo("mine");
    write(0, "mine\ntheirs");
    push();
    assertThat(cell(0, "e")).isEqualTo("mine\ntheirs");
    assertThat(note(0).isConflict()).isFalse();
  }

  @Test
  void aRowThatThePersonDeletedThereIsLeftSoUntilTheyWantItBack() throws Exception {
    push();
    slate.change(table -> table.setProperty(rowOf(0), "gone"));
    move(0, Stage.APPLIED);
    push();
    assertThat(world.as(() -> tracking.row(state(), jobs.getFirst())).orElseThrow().state())
        .isEqualTo(KeptRow.State.GONE);
    assertThat(cell(0, "c")).isEqualTo("Approved");
    world.as(
        () -> {
          tracking.bringBack(state(), jobs.getFirst());
          return true;
        });
    slate.change(table -> table.remove(rowOf(0)));
    push();
    assertThat(cell(0, "c")).isEqualTo("Applied");
  }

  @Test
  void aTableIsMadeWithTheRightColumns() throws Exception {
    TrackerTarget made = world.as(() -> tracking.create(KEY, "My search"));
    assertThat(made.columns())
        .extracting(TrackerTarget.Column::name)
        .contains("Title", "Company", "Stage", "Next round", "Peregrine ID");
    assertThat(world.as(() -> tracking.suggested(made))).hasSize(made.columns().size());
  }

  @Test
  void aTrackerThatArchivesNothingLeavesItsRows() throws Exception {
    // What it cannot do it is not asked for.
    stop();
    java.nio.file.Files.delete(home.resolve("shipped/integration-slate-1.0.jar"));
    slate = TrackerJar.in(home, "");
    world = new World(home, 0, now::get, false);
    tracking = world.connecting.tables().tracking();
    assertThat(push().result()).startsWith("3 added");
    move(1, Stage.PENDING);
    assertThat(push().result()).isEqualTo("Nothing was to be written; 2 up to date.");
    assertThat(slate.column("jobs", "a")).hasSize(3);
  }

  @Test
  void whatWasPushedIsKnownAfterARestart() throws Exception {
    push();
    stop();
    world = new World(home, 0, now::get, false);
    tracking = world.connecting.tables().tracking();
    var _ = slate.calls();
    assertThat(push().result()).isEqualTo("Nothing was to be written; 3 up to date.");
    assertThat(slate.calls()).containsExactly("target", "pull");
  }
}
