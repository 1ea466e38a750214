package dev.peregrine.host.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.scoring.Score;
import dev.peregrine.host.pipeline.Journeys.Counted;
import dev.peregrine.host.pipeline.Journeys.End;
import dev.peregrine.host.pipeline.Journeys.FoundCount;
import dev.peregrine.host.pipeline.Journeys.Outcome;
import dev.peregrine.host.pipeline.Journeys.Part;
import dev.peregrine.host.pipeline.Journeys.Path;
import dev.peregrine.host.pipeline.Journeys.Row;
import dev.peregrine.host.pipeline.Journeys.SentCount;
import dev.peregrine.host.pipeline.Journeys.SpentCount;
import dev.peregrine.host.pipeline.Journeys.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JourneysTest extends JobsFixture {

  private static final Set<Outcome> ANY = EnumSet.allOf(Outcome.class);
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private Journeys journeys;

  @BeforeEach
  void open() {
    journeys = new Journeys(home.databases());
  }

  private JourneySpan span() {
    return new JourneySpan(Instant.EPOCH, home.now(), Duration.ofDays(14), BERLIN);
  }

  private Counted counted() {
    return home.with(() -> journeys.count(span(), Map.of(), EnumSet.allOf(Division.class)));
  }

  private void at(String time, Stage to, long id) {
    home.with(
        () -> jobs.move(List.of(id), to, Optional.empty(), Instant.parse(time + "T12:00:00Z")));
  }

  /** What is known of a division, such as {@code board invited 2}. */
  private List<String> sent(Division division) {
    return counted().sent().stream()
        .filter(count -> count.division() == division)
        .map(count -> count.key() + " " + count.outcome().key() + " " + count.jobs())
        .toList();
  }

  private List<Long> behind(Part part) {
    return home
        .with(() -> journeys.sent(span(), Map.of(), part, Optional.empty(), 50))
        .rows()
        .stream()
        .map(Row::job)
        .toList();
  }

  @Test
  void everyFoundJobStandsSomewhere() {
    List<Long> ids = addMany(6);
    store(hidden("board", posting("h", "Sales", "Lau"), "age", "90"));
    move(Stage.REJECTED, ids.get(0));
    move(Stage.ARCHIVED, ids.get(1));
    move(Stage.APPROVED, ids.get(2), ids.get(3));
    move(Stage.APPLIED, ids.get(3));
    assertThat(counted().found())
        .containsExactlyInAnyOrder(
            new FoundCount("board", Standing.HIDDEN, 1),
            new FoundCount("board", Standing.TURNED_DOWN, 1),
            new FoundCount("board", Standing.ARCHIVED, 1),
            new FoundCount("board", Standing.APPROVED, 1),
            new FoundCount("board", Standing.APPLIED, 1),
            new FoundCount("board", Standing.PENDING, 2));
    assertThat(home.with(() -> found(Standing.HIDDEN))).hasSize(1);
    assertThat(home.with(() -> found(Standing.TURNED_DOWN))).containsExactly(ids.get(0));
    assertThat(home.with(() -> found(Standing.ARCHIVED))).containsExactly(ids.get(1));
    assertThat(home.with(() -> found(Standing.PENDING))).containsExactly(ids.get(5), ids.get(4));
  }

  private List<Long> found(Standing standing) {
    return journeys
        .found(Instant.EPOCH, Optional.of("board"), Set.of(standing), Optional.empty(), 50)
        .rows()
        .stream()
        .map(Row::job)
        .toList();
  }

  @Test
  void aPathHasTheStagesThatWereEnteredUpToWhereItStands() {
    List<Long> ids = addMany(4);
    at("2026-10-01", Stage.APPLIED, ids.get(0));
    at("2026-10-03", Stage.PHONE_SCREEN, ids.get(0));
    at("2026-10-09", Stage.REJECTED, ids.get(0));
    // By mistake, and moved back without undo: it does not stand there.
    at("2026-10-01", Stage.APPLIED, ids.get(1));
    at("2026-10-02", Stage.OFFER, ids.get(1));
    at("2026-10-03", Stage.SURVEY, ids.get(1));
    // Nobody applied, they called.
    at("2026-10-02", Stage.INTERVIEWING, ids.get(2));
    // Moved back before applying.
    at("2026-10-02", Stage.APPLIED, ids.get(3));
    at("2026-10-03", Stage.APPROVED, ids.get(3));
    assertThat(counted().paths())
        .containsExactlyInAnyOrder(
            new Path("board", List.of(Stage.APPLIED, Stage.PHONE_SCREEN), End.REJECTED, 1),
            new Path("board", List.of(Stage.APPLIED, Stage.SURVEY), End.OPEN, 1),
            new Path("board", List.of(Stage.APPLIED, Stage.INTERVIEWING), End.OPEN, 1));
    assertThat(
            home.with(
                    () ->
                        journeys.onPath(
                            Instant.EPOCH,
                            path -> path.end() == End.REJECTED,
                            Optional.empty(),
                            50))
                .rows())
        .extracting(Row::job)
        .containsExactly(ids.get(0));
  }

  @Test
  void whatWasUndoneNeverHappened() {
    List<Long> ids = addMany(1);
    Move applied = move(Stage.APPLIED, ids.getFirst());
    assertThat(counted().sent()).isNotEmpty();
    home.with(() -> jobs.undo(applied.id()));
    assertThat(counted().sent()).isEmpty();
    assertThat(counted().paths()).isEmpty();
    move(Stage.APPLIED, ids.getFirst());
    assertThat(counted().paths()).hasSize(1);
  }

  @Test
  void anAnswerIsAStepForwardANoOrNothing() {
    List<Long> ids = addMany(4);
    for (long id : ids) {
      at("2026-10-01", Stage.APPLIED, id);
    }
    at("2026-10-05", Stage.PHONE_SCREEN, ids.get(0));
    at("2026-10-11", Stage.REJECTED, ids.get(0));
    at("2026-10-05", Stage.REJECTED, ids.get(1));
    home.with(
        () ->
            jobs.move(
                List.of(ids.get(3)),
                Stage.APPLIED,
                Optional.empty(),
                Instant.parse("2026-11-19T12:00:00Z")));
    assertThat(sent(Division.BOARD))
        .containsExactlyInAnyOrder("board invited 1", "board declined 1", "board silent 2");
    assertThat(behind(Part.of(Division.BOARD, List.of("board"), Set.of(Outcome.INVITED))))
        .containsExactly(ids.get(0));
    assertThat(behind(Part.of(Division.BOARD, List.of("board"), Set.of(Outcome.SILENT))))
        .containsExactly(ids.get(3), ids.get(2));
    assertThat(behind(Part.of(Division.WAITING, 14, 10_000, ANY))).hasSize(2);
    assertThat(counted().spent())
        .contains(
            new SpentCount("answer", 4, 2),
            new SpentCount("applied", 4, 2),
            new SpentCount("phone_screen", 6, 1));
  }

  @Test
  void aFewDaysOfSilenceSayNothing() {
    long id = addMany(1).getFirst();
    at("2026-11-10", Stage.APPLIED, id);
    assertThat(sent(Division.BOARD)).containsExactly("board early 1");
    home.pass(Duration.ofDays(10));
    assertThat(sent(Division.BOARD)).containsExactly("board silent 1");
  }

  @Test
  void daysAreThoseOfThePerson() {
    List<Long> ids = addMany(2);
    // In Berlin both are Monday already: one in summer, two hours ahead, one in winter, one ahead.
    home.with(
        () ->
            jobs.move(
                List.of(ids.get(0)),
                Stage.APPLIED,
                Optional.empty(),
                Instant.parse("2026-09-20T22:30:00Z")));
    home.with(
        () ->
            jobs.move(
                List.of(ids.get(1)),
                Stage.APPLIED,
                Optional.empty(),
                Instant.parse("2026-11-08T23:30:00Z")));
    assertThat(sent(Division.WEEKDAY)).containsExactlyInAnyOrder("1 silent 1", "1 early 1");
    assertThat(behind(Part.of(Division.WEEKDAY, 1, 1, ANY))).hasSize(2);
    assertThat(behind(Part.of(Division.WEEKDAY, 7, 7, ANY))).isEmpty();
  }

  @Test
  void theMatchIsTheOneAtTheTimeOfApplying() {
    List<Long> ids = addMany(2);
    score(ids.get(0), 85, 3);
    at("2026-10-01", Stage.APPLIED, ids.get(0));
    score(ids.get(0), 20, 4);
    at("2026-10-01", Stage.APPLIED, ids.get(1));
    assertThat(sent(Division.SCORE)).containsExactlyInAnyOrder("8 silent 1", "-1 silent 1");
    assertThat(sent(Division.RESUME)).containsExactlyInAnyOrder("3 silent 1", "0 silent 1");
    // What the person chose counts more.
    List<SentCount> chosen =
        home
            .with(() -> journeys.count(span(), Map.of(ids.get(1), 9L), Set.of(Division.RESUME)))
            .sent()
            .stream()
            .filter(count -> count.division() == Division.RESUME)
            .toList();
    assertThat(chosen).extracting(SentCount::key).containsExactlyInAnyOrder("3", "9");
  }

  private void score(long id, double value, long resume) {
    home.run(
        () ->
            jobs.saveScores(
                "keywords",
                "hash" + value,
                Map.of(id, new Score.Match(value, List.of(), List.of())),
                Map.of(id, resume)));
  }

  @Test
  void listsPageWithoutGapsOrDoubles() {
    List<Long> ids = addMany(7);
    for (long id : ids) {
      at("2026-10-01", Stage.APPLIED, id);
    }
    var part = Part.of(Division.BOARD, List.of("board"), ANY);
    Journeys.Rows first =
        home.with(() -> journeys.sent(span(), Map.of(), part, Optional.empty(), 4));
    Journeys.Rows second = home.with(() -> journeys.sent(span(), Map.of(), part, first.next(), 4));
    assertThat(first.rows()).hasSize(4);
    assertThat(second.rows()).hasSize(3);
    assertThat(second.next()).isEmpty();
    assertThat(
            Arrays.asList(first, second).stream()
                .flatMap(page -> page.rows().stream())
                .map(Row::job))
        .containsExactlyInAnyOrderElementsOf(ids);
  }
}
