package dev.peregrine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.integration.IntegrationDescriptor.Capability;
import dev.peregrine.api.integration.PushOutcome;
import dev.peregrine.api.integration.PushOutcome.Effect;
import dev.peregrine.api.integration.SyncPoint;
import dev.peregrine.api.integration.Tracker;
import dev.peregrine.api.integration.Tracker.Pull;
import dev.peregrine.api.integration.Tracker.Pulled;
import dev.peregrine.api.integration.Tracker.Push;
import dev.peregrine.api.integration.TrackerRow;
import dev.peregrine.api.integration.TrackerRow.Cell;
import dev.peregrine.api.integration.TrackerTarget;
import dev.peregrine.api.integration.TrackerTarget.Column;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every {@link Tracker} keeps, played against its service as {@link TrackedService} is it. */
public abstract class TrackerContract extends IntegrationContract {

  /** The columns of the table with which the service begins, the external id's last. */
  public static final List<Column> COLUMNS =
      List.of(
          Column.wanted("Job", TrackerTarget.Kind.TITLE),
          Column.wanted("Company", TrackerTarget.Kind.TEXT),
          Column.wanted("Score", TrackerTarget.Kind.NUMBER),
          Column.wanted("Found", TrackerTarget.Kind.DATE),
          Column.wanted("Link", TrackerTarget.Kind.LINK),
          Column.wanted("Stage", TrackerTarget.Kind.CHOICE).withChoices(List.of("Applied")),
          Column.wanted("Gaps", TrackerTarget.Kind.CHOICES),
          Column.wanted("Remote", TrackerTarget.Kind.CHECK),
          Column.wanted("Notes", TrackerTarget.Kind.TEXT),
          Column.wanted("Peregrine", TrackerTarget.Kind.TEXT));

  /** Texts as strangers write them. */
  private static final List<String> TEXTS =
      List.of(
          "Müllerin & Söhne 👩‍💻 – «Ça va»",
          "=HYPERLINK(\"https://evil.example\",\"Bewerben\")",
          "+49 30 1234",
          "'quoted' \"twice\" \\ back {curly} [square]",
          "<b>bold</b> @everyone",
          "line one\nline two",
          "2026-11-22",
          "TRUE",
          "0012");

  private TrackedService service = service();
  private Trouble trouble = Trouble.none();

  @Override
  protected abstract Tracker integration();

  /** The service, new each time. */
  protected abstract TrackedService service();

  /** Whether the service tells of which kind its columns are. */
  protected boolean columnsHaveKinds() {
    return true;
  }

  @Override
  protected void prepare(RecordedServer ready) {
    service = service();
    trouble = Trouble.none();
    ready.otherwise(this::answered);
  }

  private synchronized RecordedAnswer answered(RecordedRequest asked) {
    boolean counts = service.changes(asked) && trouble.comes();
    if (!counts) {
      return service.answer(asked);
    }
    if (trouble.performed()) {
      RecordedAnswer _ = service.answer(asked);
    }
    return trouble.answer();
  }

  /**
   * What goes wrong with the service.
   *
   * @param from the change with which it begins, from 1
   * @param performed whether the service does what it was asked all the same
   * @param seen how many changes came so far
   */
  private record Trouble(int from, boolean performed, RecordedAnswer answer, AtomicInteger seen) {

    static Trouble none() {
      return new Trouble(Integer.MAX_VALUE, true, RecordedAnswer.status(500), new AtomicInteger());
    }

    static Trouble at(int from, boolean performed, RecordedAnswer answer) {
      return new Trouble(from, performed, answer, new AtomicInteger());
    }

    boolean comes() {
      return seen.incrementAndGet() >= from;
    }
  }

  @Test
  void theTablesToChooseFromAreListed() throws Exception {
    assertThat(integration().targets(context()))
        .anySatisfy(
            target -> {
              assertThat(target.id()).isEqualTo(service.target());
              assertThat(target.name()).contains("Jobs");
            });
  }

  @Test
  void aTableTellsItsColumns() throws Exception {
    List<Column> columns = table().columns();

    assertThat(columns)
        .extracting(Column::name)
        .containsAll(COLUMNS.stream().map(Column::name).toList());
    assertThat(columns)
        .extracting(Column::id)
        .doesNotContain(Optional.empty())
        .doesNotHaveDuplicates();
    if (columnsHaveKinds()) {
      for (Column wanted : COLUMNS) {
        assertThat(column(wanted.name()).kind()).as(wanted.name()).isEqualTo(wanted.kind());
      }
      assertThat(column("Stage").choices()).contains("Applied");
    }
    assertThat(service.externalIds()).isEmpty();
  }

  @Test
  void everyKindOfCellArrives() throws Exception {
    List<PushOutcome> outcomes = push(false, row("p-1", "Designer"));

    assertThat(outcomes).singleElement().isInstanceOf(PushOutcome.Written.class);
    PushOutcome.Written written = (PushOutcome.Written) outcomes.getFirst();
    assertThat(written.effect()).isEqualTo(Effect.ADDED);
    assertThat(written.remoteId()).isPresent();
    assertThat(service.externalIds()).containsExactly("p-1");
    assertThat(read("p-1", "Job")).isEqualTo("Designer");
    assertThat(read("p-1", "Company")).isEqualTo("Hafenlicht");
    assertThat(read("p-1", "Score")).isEqualTo("87");
    assertThat(read("p-1", "Found")).isEqualTo("2026-11-22");
    assertThat(read("p-1", "Link")).isEqualTo("https://jobs.example/1?a=b&c=d");
    assertThat(read("p-1", "Stage")).isEqualTo("Interviewing");
    assertThat(read("p-1", "Gaps")).isEqualTo("Figma, SQL");
    assertThat(read("p-1", "Remote")).isEqualTo("true");
    assertThat(read("p-1", "Notes")).isEmpty();
  }

  @Test
  void whatIsThereIsChangedAndNothingElse() throws Exception {
    push(false, row("p-1", "Designer"), row("p-2", "Lotse"));
    service.edit("p-1", id("Notes"), "Anna kennt dort jemanden");

    List<PushOutcome> outcomes =
        push(
            false,
            cells(
                "p-1",
                Map.of("Stage", new Cell.Choices(List.of("Offer")), "Found", new Cell.Empty())));

    assertThat(outcomes)
        .singleElement()
        .isInstanceOfSatisfying(
            PushOutcome.Written.class,
            written -> assertThat(written.effect()).isEqualTo(Effect.CHANGED));
    assertThat(read("p-1", "Stage")).isEqualTo("Offer");
    assertThat(read("p-1", "Found")).isEmpty();
    assertThat(read("p-1", "Job")).isEqualTo("Designer");
    assertThat(read("p-1", "Notes")).isEqualTo("Anna kennt dort jemanden");
    assertThat(read("p-2", "Stage")).isEqualTo("Interviewing");
  }

  @Test
  void theSameRowsAgainAreTheSameRows() throws Exception {
    TrackerRow[] rows = rows(12);
    push(false, rows);

    List<PushOutcome> again = push(false, rows);

    assertThat(again).hasSize(12);
    assertThat(again).noneMatch(PushOutcome.Failed.class::isInstance);
    assertThat(again)
        .as("none is added")
        .noneMatch(
            outcome ->
                outcome instanceof PushOutcome.Written written && written.effect() == Effect.ADDED);
    assertThat(service.externalIds()).hasSize(12).doesNotHaveDuplicates();
  }

  @Test
  void theIdOfTheServiceIsOnlyAHint() throws Exception {
    List<PushOutcome> first = push(false, row("p-1", "Designer"), row("p-2", "Lotse"));
    service.delete("p-1");
    TrackerRow deleted = hinted(row("p-1", "Designer"), first.get(0));
    TrackerRow kept = hinted(row("p-2", "Lotsin"), first.get(1));
    TrackerRow foreign =
        new TrackerRow("p-3", Optional.of("zq nonsense"), row("p-3", "Smutje").cells());

    List<PushOutcome> outcomes = push(false, deleted, kept, foreign);

    assertThat(outcomes).hasSize(3).noneMatch(PushOutcome.Failed.class::isInstance);
    assertThat(service.externalIds()).containsExactlyInAnyOrder("p-1", "p-2", "p-3");
    assertThat(read("p-2", "Job")).isEqualTo("Lotsin");
  }

  @TestFactory
  Stream<DynamicTest> textsArriveAsTheyAre() {
    return TEXTS.stream()
        .map(
            text ->
                test(
                    text.replace('\n', ' '),
                    () -> {
                      push(false, text("p-1", text));
                      assertThat(read("p-1", "Job")).isEqualTo(line(text));
                      assertThat(read("p-1", "Company")).isEqualTo(text);
                      assertThat(push(false, text("p-1", text))).hasSize(1);
                      assertThat(service.externalIds()).hasSize(1);
                    }));
  }

  @Test
  void aTitleOf3000CharactersIsNoFailure() throws Exception {
    String title = "Fachkraft für 👩‍💻 ".repeat(200).substring(0, 2999) + "!";

    List<PushOutcome> outcomes = push(false, text("p-1", title), row("p-2", "Lotse"));

    assertThat(outcomes).hasSize(2).noneMatch(PushOutcome.Failed.class::isInstance);
    assertThat(read("p-1", "Job")).isEqualTo(title);
  }

  @Test
  void wordsThatTheServiceDoesNotKnowYetAreAdded() throws Exception {
    push(
        false,
        cells(
            "p-1",
            Map.of(
                "Stage", new Cell.Choices(List.of("Phone screen")),
                "Gaps", new Cell.Choices(List.of("C++", "Zürich")))));

    assertThat(read("p-1", "Stage")).isEqualTo("Phone screen");
    assertThat(read("p-1", "Gaps")).isEqualTo("C++, Zürich");
  }

  @Test
  void aBatchIsWrittenWhole() throws Exception {
    int batch = Math.min(integration().descriptor().batch(), 120);

    List<PushOutcome> outcomes = push(false, rows(batch));

    assertThat(outcomes).extracting(PushOutcome::externalId).hasSize(batch).doesNotHaveDuplicates();
    assertThat(service.externalIds()).hasSize(batch).doesNotHaveDuplicates();
    assertThat(read("p-" + batch, "Job")).isEqualTo("Stelle " + batch);
  }

  @Test
  void aDryRunTellsAndWritesNothing() throws Exception {
    push(false, row("p-1", "Designer"), row("p-2", "Lotse"));
    server().forgetRequests();

    List<PushOutcome> outcomes =
        push(true, row("p-1", "Designerin"), row("p-2", "Lotse"), row("p-3", "Smutje"));

    assertThat(server().requests()).noneMatch(service::changes);
    assertThat(service.externalIds()).containsExactlyInAnyOrder("p-1", "p-2");
    assertThat(read("p-1", "Job")).isEqualTo("Designer");
    Map<String, PushOutcome> byId = byId(outcomes);
    assertThat(byId).hasSize(3);
    PushOutcome.Written changed = (PushOutcome.Written) byId.get("p-1");
    assertThat(changed.effect()).isEqualTo(Effect.CHANGED);
    assertThat(changed.changes())
        .containsExactly(
            new PushOutcome.Change(
                id("Job"), Optional.of(new Cell.Text("Designer")), new Cell.Text("Designerin")));
    assertThat(byId.get("p-2")).isInstanceOf(PushOutcome.Unchanged.class);
    PushOutcome.Written added = (PushOutcome.Written) byId.get("p-3");
    assertThat(added.effect()).isEqualTo(Effect.ADDED);
    assertThat(added.remoteId()).isEmpty();
    assertThat(added.changes()).isNotEmpty();
  }

  @Test
  void aRenamedColumnIsTheSameColumn() throws Exception {
    push(false, row("p-1", "Designer"));
    Map<String, String> before = ids();
    service.rename(id("Job"), "Stelle");
    service.rename(before.get("Peregrine"), "Nicht anfassen");

    List<PushOutcome> outcomes = push(false, before, named(before, "p-1", "Job", "Lotse"));

    assertThat(outcomes).noneMatch(PushOutcome.Failed.class::isInstance);
    assertThat(service.externalIds()).containsExactly("p-1");
    assertThat(service.read("p-1", before.get("Job"))).isEqualTo("Lotse");
    assertThat(table().columns())
        .anySatisfy(
            column -> {
              assertThat(column.id()).contains(before.get("Job"));
              assertThat(column.name()).isEqualTo("Stelle");
            });
  }

  @Test
  void aColumnOfAnotherKindCostsOnlyTheRowsThatNeedIt() throws Exception {
    Map<String, String> ids = ids();
    Assumptions.assumeTrue(service.makeNumbers(id("Company")));

    List<PushOutcome> outcomes =
        push(false, ids, text("p-1", "Hafenlicht"), named(ids, "p-2", "Job", "Lotse"));

    Map<String, PushOutcome> byId = byId(outcomes);
    PushOutcome.Failed failed = (PushOutcome.Failed) byId.get("p-1");
    assertThat(failed.why()).hasMessageContaining("Company").hasMessageContaining("number");
    assertThat(byId.get("p-2")).isInstanceOf(PushOutcome.Written.class);
    assertThat(service.externalIds()).containsExactly("p-2");
  }

  @Test
  void aColumnThatIsGoneCostsOnlyTheRowsThatNeedIt() throws Exception {
    push(false, row("p-1", "Designer"), row("p-2", "Lotse"));
    Map<String, String> ids = ids();
    service.drop(ids.get("Company"));

    Map<String, PushOutcome> byId =
        byId(
            push(
                false,
                ids,
                named(ids, "p-1", "Company", "Hafenlicht"),
                named(ids, "p-2", "Job", "Lotsin")));

    PushOutcome.Failed failed = (PushOutcome.Failed) byId.get("p-1");
    assertThat(failed.why().kind()).isEqualTo(Kind.BAD_SETTINGS);
    assertThat(byId.get("p-2")).isInstanceOf(PushOutcome.Written.class);
  }

  @Test
  void withoutTheColumnOfTheIdsNothingIsWritten() throws Exception {
    push(false, row("p-1", "Designer"));
    Map<String, String> ids = ids();
    service.drop(ids.get("Peregrine"));
    server().forgetRequests();
    FakeIntegrationContext context = context();

    ExtensionException why =
        tried(
                () ->
                    integration()
                        .push(
                            new Push(
                                service.target(),
                                ids.get("Peregrine"),
                                List.of(named(ids, "p-1", "Job", "Lotse")),
                                false),
                            context,
                            outcome -> {}),
                context)
            .orElseThrow();

    assertThat(why.kind()).isEqualTo(Kind.BAD_SETTINGS);
    assertThat(server().requests()).noneMatch(service::changes);
  }

  @Test
  void aTableThatIsGoneIsSaid() throws Exception {
    Map<String, String> ids = ids();
    service.dropTable();
    FakeIntegrationContext context = context();

    assertThat(
            tried(
                    () -> {
                      TrackerTarget _ = integration().target(service.target(), context);
                    },
                    context)
                .orElseThrow()
                .kind())
        .isEqualTo(Kind.BAD_SETTINGS);
    var push =
        new Push(
            service.target(),
            ids.get("Peregrine"),
            List.of(named(ids, "p-1", "Job", "Lotse")),
            false);
    assertThat(
            tried(() -> integration().push(push, context, outcome -> {}), context)
                .orElseThrow()
                .kind())
        .isEqualTo(Kind.BAD_SETTINGS);
  }

  @TestFactory
  Stream<DynamicTest> aPushThatBrokeOffAndComesAgainMakesNoRowTwice() {
    return Stream.of(
            new Broken("503", false, RecordedAnswer.status(503), Kind.UNAVAILABLE),
            new Broken("the answer got lost", true, RecordedAnswer.status(502), Kind.UNAVAILABLE),
            new Broken(
                "half an answer", true, RecordedAnswer.json("{\"id\": \"x"), Kind.CHANGED_REMOTE),
            new Broken(
                "429",
                false,
                RecordedAnswer.json(failure(429, "slow down"))
                    .withStatus(429)
                    .withHeader("Retry-After", "30"),
                Kind.RATE_LIMITED),
            new Broken(
                "revoked",
                false,
                RecordedAnswer.json(failure(401, "revoked")).withStatus(401),
                Kind.BAD_SETTINGS))
        .flatMap(
            broken ->
                IntStream.of(1, 2, 5)
                    .mapToObj(
                        from ->
                            test(
                                "%s at change %d".formatted(broken.name(), from),
                                () -> breakOff(broken, from))));
  }

  private record Broken(String name, boolean performed, RecordedAnswer answer, Kind kind) {}

  private void breakOff(Broken broken, int from) throws Exception {
    TrackerRow[] rows = rows(12);
    var push = new Push(service.target(), id("Peregrine"), List.of(rows), false);
    var outcomes = new ArrayList<PushOutcome>();
    FakeIntegrationContext context = context();
    trouble = Trouble.at(from, broken.performed(), broken.answer());

    Optional<ExtensionException> why =
        tried(() -> integration().push(push, context, outcomes::add), context);

    boolean came = trouble.seen().get() >= from;
    if (came) {
      assertThat(why.orElseThrow().kind()).isEqualTo(broken.kind());
      if (broken.kind() == Kind.RATE_LIMITED) {
        assertThat(why.get().retryAfter()).contains(Duration.ofSeconds(30));
      }
    }
    for (PushOutcome outcome : outcomes) {
      assertThat(outcome).as("what was told is certain").isInstanceOf(PushOutcome.Written.class);
      assertThat(service.externalIds()).contains(outcome.externalId());
    }
    trouble = Trouble.none();
    assertThat(push(false, rows)).hasSize(12).noneMatch(PushOutcome.Failed.class::isInstance);
    assertThat(service.externalIds()).hasSize(12).doesNotHaveDuplicates();
    assertThat(read("p-12", "Job")).isEqualTo("Stelle 12");
  }

  @Test
  void aRowThatTheServiceRefusesCostsOnlyItself() throws Exception {
    Optional<RecordedAnswer> refusal = service.refusal();
    Assumptions.assumeTrue(refusal.isPresent());
    Map<String, String> ids = ids();
    server()
        .otherwise(
            asked ->
                service.changes(asked) && asked.body().contains("zq-refused")
                    ? refusal.get()
                    : service.answer(asked));

    Map<String, PushOutcome> byId =
        byId(
            push(
                false,
                ids,
                named(ids, "p-1", "Job", "Lotse"),
                named(ids, "p-2", "Job", "zq-refused"),
                named(ids, "p-3", "Job", "Smutje")));

    assertThat(byId.get("p-2")).isInstanceOf(PushOutcome.Failed.class);
    assertThat(byId.get("p-1")).isInstanceOf(PushOutcome.Written.class);
    assertThat(byId.get("p-3")).isInstanceOf(PushOutcome.Written.class);
    assertThat(service.externalIds()).containsExactlyInAnyOrder("p-1", "p-3");
  }

  @Test
  void aNewTableHasTheColumnsThatWereWanted() throws Exception {
    if (!can(Capability.CREATE_TARGETS)) {
      assertUnsupported(context -> integration().create("Bewerbungen", COLUMNS, context));
      return;
    }
    TrackerTarget made = integration().create("Bewerbungen", COLUMNS, context());

    assertThat(made.name()).contains("Bewerbungen");
    for (Column wanted : COLUMNS) {
      assertThat(made.columns())
          .anySatisfy(
              column -> {
                assertThat(column.id()).isPresent();
                assertThat(column.name()).isEqualTo(wanted.name());
                assertThat(column.kind()).isEqualTo(wanted.kind());
              });
    }
    TrackerTarget read = integration().target(made.id(), context());
    assertThat(Set.copyOf(read.columns())).containsAll(made.columns());
    var outcomes = new ArrayList<PushOutcome>();
    Map<String, String> ids = ids(made);
    integration()
        .push(
            new Push(
                made.id(), ids.get("Peregrine"), List.of(named(ids, "p-1", "Job", "Lotse")), false),
            context(),
            outcomes::add);
    assertThat(outcomes).singleElement().isInstanceOf(PushOutcome.Written.class);
  }

  @Test
  void columnsThatAreMissingAreAddedOnce() throws Exception {
    List<Column> wanted =
        List.of(
            Column.wanted("Job", column("Job").kind()),
            Column.wanted("Next round", TrackerTarget.Kind.DATE),
            Column.wanted("Salary", TrackerTarget.Kind.TEXT));
    if (!can(Capability.ADD_COLUMNS)) {
      assertUnsupported(context -> integration().addColumns(service.target(), wanted, context));
      return;
    }
    Map<String, String> before = ids();

    TrackerTarget after = integration().addColumns(service.target(), wanted, context());
    server().forgetRequests();
    TrackerTarget again = integration().addColumns(service.target(), wanted, context());

    assertThat(ids(after)).containsAllEntriesOf(before).containsKeys("Next round", "Salary");
    assertThat(after.columns()).hasSize(table().columns().size());
    assertThat(ids(again)).isEqualTo(ids(after));
    assertThat(server().requests()).noneMatch(service::changes);
    push(false, ids(after), named(ids(after), "p-1", "Salary", "60.000 €"));
    assertThat(service.read("p-1", ids(after).get("Salary"))).isEqualTo("60.000 €");
  }

  @Test
  void archivedRowsAreOutOfSight() throws Exception {
    if (!can(Capability.ARCHIVE)) {
      var none = new Push(service.target(), id("Peregrine"), List.of(), false);
      assertUnsupported(
          context -> {
            integration().archive(none, context, outcome -> {});
            return none;
          });
      return;
    }
    List<PushOutcome> pushed = push(false, row("p-1", "Designer"), row("p-2", "Lotse"));
    server().forgetRequests();
    assertThat(archive(true, bare("p-1"))).singleElement().isInstanceOf(PushOutcome.Written.class);
    assertThat(server().requests()).noneMatch(service::changes);
    assertThat(service.externalIds()).hasSize(2);

    List<PushOutcome> outcomes =
        archive(false, hinted(bare("p-1"), pushed.getFirst()), bare("p-9"));

    assertThat(service.externalIds()).containsExactly("p-2");
    assertThat(byId(outcomes).get("p-1"))
        .isInstanceOfSatisfying(
            PushOutcome.Written.class,
            written -> assertThat(written.effect()).isEqualTo(Effect.ARCHIVED));
    assertThat(byId(outcomes).get("p-9")).isEqualTo(new PushOutcome.Unchanged("p-9"));
    assertThat(archive(false, hinted(bare("p-1"), pushed.getFirst())))
        .containsExactly(new PushOutcome.Unchanged("p-1"));
    assertThat(push(false, hinted(row("p-1", "Designer"), pushed.getFirst())))
        .singleElement()
        .isInstanceOf(PushOutcome.Written.class);
    assertThat(service.externalIds()).containsExactlyInAnyOrder("p-1", "p-2");
  }

  @Test
  void whatThePersonWroteIsRead() throws Exception {
    if (!can(Capability.PULL)) {
      var none = new Pull(service.target(), id("Peregrine"), Set.of());
      assertUnsupported(context -> integration().pull(none, Optional.empty(), context, row -> {}));
      return;
    }
    push(false, rows(120));
    service.edit("p-2", id("Notes"), "Zurückrufen 👋\nam Montag");
    var found = new ArrayList<Pulled>();

    SyncPoint point = pull(Optional.empty(), found, "Notes", "Score");

    assertThat(point.whole()).isTrue();
    assertThat(found).hasSize(120);
    Pulled second =
        found.stream()
            .filter(row -> row.row().externalId().equals("p-2"))
            .findFirst()
            .orElseThrow();
    assertThat(second.gone()).isFalse();
    assertThat(second.row().remoteId()).isPresent();
    assertThat(second.row().cells()).containsOnlyKeys(id("Notes"), id("Score"));
    assertThat(second.row().cells().get(id("Notes")))
        .isEqualTo(new Cell.Text("Zurückrufen 👋\nam Montag"));
    assertThat(second.row().cells().get(id("Score")))
        .isInstanceOfSatisfying(
            Cell.Number.class,
            number -> assertThat(number.number()).isEqualByComparingTo(BigDecimal.valueOf(87)));

    service.edit("p-3", id("Notes"), "Absage");
    service.delete("p-4");
    var later = new ArrayList<Pulled>();
    SyncPoint next = pull(Optional.of(point.token()), later, "Notes");

    assertThat(later)
        .anySatisfy(
            row ->
                assertThat(row.row())
                    .satisfies(
                        changed -> {
                          assertThat(changed.externalId()).isEqualTo("p-3");
                          assertThat(changed.cells().get(id("Notes")))
                              .isEqualTo(new Cell.Text("Absage"));
                        }));
    if (next.whole()) {
      assertThat(later).noneMatch(row -> row.row().externalId().equals("p-4") && !row.gone());
    }
    var whole = new ArrayList<Pulled>();
    assertThat(pull(Optional.of("zq nonsense"), whole, "Notes").whole()).isTrue();
    assertThat(whole).hasSize(119);
  }

  @Test
  void rowsOfThePersonsOwnAreLeftAlone() throws Exception {
    push(false, row("p-1", "Designer"));
    service.edit("p-1", id("Peregrine"), "");

    push(false, row("p-2", "Lotse"));
    var found = new ArrayList<Pulled>();
    if (can(Capability.PULL)) {
      SyncPoint _ = pull(Optional.empty(), found, "Notes");
      assertThat(found).extracting(row -> row.row().externalId()).containsExactly("p-2");
    }
    assertThat(read("p-2", "Job")).isEqualTo("Lotse");
  }

  private interface Unsupported {
    Object call(FakeIntegrationContext context) throws ExtensionException, InterruptedException;
  }

  private void assertUnsupported(Unsupported call) throws InterruptedException {
    FakeIntegrationContext context = context();
    assertThat(
            tried(
                    () -> {
                      Object _ = call.call(context);
                    },
                    context)
                .orElseThrow()
                .kind())
        .isEqualTo(Kind.UNSUPPORTED);
  }

  private boolean can(Capability what) {
    return integration().descriptor().can().contains(what);
  }

  /** The service of this test as it is now. */
  protected final TrackedService tracked() {
    return service;
  }

  private TrackerTarget table() throws ExtensionException, InterruptedException {
    return integration().target(service.target(), context());
  }

  private Column column(String name) throws ExtensionException, InterruptedException {
    return table().columns().stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No column \"%s\".".formatted(name)));
  }

  /** The id of the column of that name. */
  protected final String id(String name) throws ExtensionException, InterruptedException {
    return column(name).id().orElseThrow();
  }

  private Map<String, String> ids() throws ExtensionException, InterruptedException {
    return ids(table());
  }

  private static Map<String, String> ids(TrackerTarget target) {
    var ids = new HashMap<String, String>();
    target.columns().forEach(column -> ids.put(column.name(), column.id().orElseThrow()));
    return ids;
  }

  private String read(String externalId, String column)
      throws ExtensionException, InterruptedException {
    return service.read(externalId, id(column));
  }

  /** A row with a value of each kind. */
  protected final TrackerRow row(String externalId, String title)
      throws ExtensionException, InterruptedException {
    return cells(externalId, sample(title));
  }

  private static Map<String, Cell> sample(String title) {
    return Map.of(
        "Job", new Cell.Text(title),
        "Company", new Cell.Text("Hafenlicht"),
        "Score", new Cell.Number(BigDecimal.valueOf(87)),
        "Found", new Cell.Day(LocalDate.of(2026, 11, 22)),
        "Link", new Cell.Link(URI.create("https://jobs.example/1?a=b&c=d")),
        "Stage", new Cell.Choices(List.of("Interviewing")),
        "Gaps", new Cell.Choices(List.of("Figma", "SQL")),
        "Remote", new Cell.Check(true));
  }

  private TrackerRow[] rows(int count) throws ExtensionException, InterruptedException {
    Map<String, String> ids = ids();
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> mapped(ids, "p-" + number, sample("Stelle " + number)))
        .toArray(TrackerRow[]::new);
  }

  private TrackerRow text(String externalId, String text)
      throws ExtensionException, InterruptedException {
    return cells(
        externalId, Map.of("Job", new Cell.Text(line(text)), "Company", new Cell.Text(text)));
  }

  /** A title is one line. */
  private static String line(String text) {
    return text.replace('\n', ' ');
  }

  private TrackerRow cells(String externalId, Map<String, Cell> byName)
      throws ExtensionException, InterruptedException {
    return mapped(ids(), externalId, byName);
  }

  private static TrackerRow named(
      Map<String, String> ids, String externalId, String column, String text) {
    return mapped(ids, externalId, Map.of(column, new Cell.Text(text)));
  }

  private static TrackerRow mapped(
      Map<String, String> ids, String externalId, Map<String, Cell> byName) {
    var cells = new HashMap<String, Cell>();
    byName.forEach((name, cell) -> cells.put(String.valueOf(ids.get(name)), cell));
    return new TrackerRow(externalId, Optional.empty(), cells);
  }

  private static TrackerRow bare(String externalId) {
    return new TrackerRow(externalId, Optional.empty(), Map.of());
  }

  private static TrackerRow hinted(TrackerRow row, PushOutcome pushed) {
    return new TrackerRow(row.externalId(), ((PushOutcome.Written) pushed).remoteId(), row.cells());
  }

  private static Map<String, PushOutcome> byId(List<PushOutcome> outcomes) {
    var byId = new HashMap<String, PushOutcome>();
    for (PushOutcome outcome : outcomes) {
      assertThat(byId.put(outcome.externalId(), outcome)).as("told once").isNull();
    }
    return byId;
  }

  /** Pushes in the context of the contract, into the table with which the service began. */
  protected final List<PushOutcome> push(boolean dryRun, TrackerRow... rows)
      throws ExtensionException, InterruptedException {
    return push(dryRun, ids(), rows);
  }

  private List<PushOutcome> push(boolean dryRun, Map<String, String> ids, TrackerRow... rows)
      throws ExtensionException, InterruptedException {
    var outcomes = new ArrayList<PushOutcome>();
    integration()
        .push(
            new Push(service.target(), String.valueOf(ids.get("Peregrine")), List.of(rows), dryRun),
            context(),
            outcomes::add);
    return outcomes;
  }

  private List<PushOutcome> archive(boolean dryRun, TrackerRow... rows)
      throws ExtensionException, InterruptedException {
    var outcomes = new ArrayList<PushOutcome>();
    integration()
        .archive(
            new Push(service.target(), id("Peregrine"), List.of(rows), dryRun),
            context(),
            outcomes::add);
    return outcomes;
  }

  private SyncPoint pull(Optional<String> since, List<Pulled> found, String... columns)
      throws ExtensionException, InterruptedException {
    var ids = new HashSet<String>();
    for (String column : columns) {
      ids.add(id(column));
    }
    return integration()
        .pull(new Pull(service.target(), id("Peregrine"), ids), since, context(), found::add);
  }
}
