package dev.peregrine.host.tracking;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.integration.IntegrationDescriptor;
import dev.peregrine.api.integration.IntegrationDescriptor.Capability;
import dev.peregrine.api.integration.PushOutcome;
import dev.peregrine.api.integration.Tracker;
import dev.peregrine.api.integration.TrackerRow;
import dev.peregrine.api.integration.TrackerTarget;
import dev.peregrine.host.integrations.Connection;
import dev.peregrine.host.integrations.Integrations;
import dev.peregrine.host.tasks.TaskRun;
import dev.peregrine.host.tracking.Work.Todo;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;

/** Brings a table to what it should say, or finds out what that would change. */
final class Sync {

  private static final Duration LOOK = Duration.ofSeconds(30);

  private final Integrations integrations;
  private final Ledger ledger;
  private final Reckoning reckoning;
  private final OwnColumns ownColumns;
  private final LongFunction<String> titles;
  private final InstantSource clock;

  /**
   * @param titles what a job is called, for rows of which nothing else is known
   */
  Sync(
      Integrations integrations,
      Ledger ledger,
      Reckoning reckoning,
      LongFunction<String> titles,
      InstantSource clock) {
    this.integrations = integrations;
    this.ledger = ledger;
    this.reckoning = reckoning;
    this.ownColumns = new OwnColumns(integrations, ledger);
    this.titles = titles;
    this.clock = clock;
  }

  private static final class Tally {
    final AtomicInteger added = new AtomicInteger();
    final AtomicInteger changed = new AtomicInteger();
    final AtomicInteger archived = new AtomicInteger();
    final AtomicInteger failed = new AtomicInteger();
    final AtomicInteger later = new AtomicInteger();
    volatile String why = "";

    void wrote(PushOutcome.Effect effect) {
      int _ =
          switch (effect) {
            case ADDED -> added.incrementAndGet();
            case CHANGED -> changed.incrementAndGet();
            case ARCHIVED -> archived.incrementAndGet();
          };
    }
  }

  IntegrationDescriptor.ForTracker descriptor(String key) throws ExtensionException {
    Optional<Connection> connection =
        integrations.all().stream().filter(each -> each.key().equals(key)).findFirst();
    if (connection.isPresent()
        && connection.get().descriptor() instanceof IntegrationDescriptor.ForTracker tracker) {
      return tracker;
    }
    throw new ExtensionException(
        Kind.UNSUPPORTED,
        "Integration \"%s\" is not switched on. Switch it on under Plugins.".formatted(key));
  }

  TrackerTarget target(String key, String id) throws ExtensionException, InterruptedException {
    return integrations.call(
        key, Tracker.class, LOOK, (tracker, context) -> tracker.target(id, context));
  }

  /** Brings the table to what it should say. */
  Pushed push(TrackerState asked, TaskRun run) throws ExtensionException, InterruptedException {
    String key = asked.key();
    var descriptor = descriptor(key);
    int conflicts = 0;
    TrackerState state = asked;
    if (!state.plan().own().isEmpty() && descriptor.can().contains(Capability.PULL)) {
      state = looked(state, run);
      run.step("Reading your columns");
      conflicts = ownColumns.pull(state, ledger.space());
    }
    Work work = reckoned(state, descriptor);
    if (!work.isEmpty() && state == asked) {
      state = looked(state, run);
      work = reckoned(state, descriptor);
    }
    var tally = new Tally();
    if (!work.isEmpty()) {
      write(state, work, descriptor, run, tally);
    }
    if (tally.later.get() > 0) {
      throw new ExtensionException(Kind.UNAVAILABLE, tally.why);
    }
    ledger.pushed(key);
    return new Pushed(
        tally.added.get(),
        tally.changed.get(),
        tally.archived.get(),
        tally.failed.get(),
        work.same(),
        conflicts);
  }

  boolean hasWork(TrackerState state) {
    try {
      return !reckoned(state, descriptor(state.key())).isEmpty();
    } catch (ExtensionException notThere) {
      return false;
    }
  }

  private Work reckoned(TrackerState state, IntegrationDescriptor.ForTracker descriptor) {
    Work work =
        reckoning.of(
            state,
            descriptor.longestText(),
            ledger.space(),
            ledger.book(state.key(), state.plan().target()));
    return descriptor.can().contains(Capability.ARCHIVE)
        ? work
        : new Work(work.write(), List.of(), work.same());
  }

  /** The plan, held against the table as it is now. */
  private TrackerState looked(TrackerState state, TaskRun run)
      throws ExtensionException, InterruptedException {
    run.step("Looking at the table " + state.plan().name());
    Fit fit = Fit.of(state.plan(), target(state.key(), state.plan().target()));
    ledger.seen(state, fit);
    if (!fit.hasIds()) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS,
          "The table \"%s\" has no column \"%s\" any more, by which rows are known again. Add it again on the table's page."
              .formatted(
                  fit.plan().name(), state.plan().column(Field.ID).map(Mapped::name).orElse("")));
    }
    return new TrackerState(
        state.key(),
        fit.plan(),
        state.version(),
        state.pushed(),
        fit.remarks(),
        fit.lost(),
        state.trouble(),
        state.trial(),
        state.pullPoint());
  }

  private void write(
      TrackerState state,
      Work work,
      IntegrationDescriptor.ForTracker descriptor,
      TaskRun run,
      Tally tally)
      throws ExtensionException, InterruptedException {
    TableBook book = ledger.book(state.key(), state.plan().target());
    var pushing = new Pushing(integrations, state.key(), state.plan(), descriptor.batch(), run);
    run.step("Writing to " + state.plan().name());
    List<Todo> unsaid =
        pushing.hand(
            work.write(),
            Todo::row,
            Tracker::push,
            false,
            0,
            work.size(),
            (todo, outcome) -> wrote(state.plan(), book, todo, outcome, tally));
    unsaid.forEach(todo -> unsaid(tally));
    if (!work.archive().isEmpty()) {
      run.step("Archiving rows that do not belong there any more");
      List<KeptRow> left =
          pushing.hand(
              work.archive(),
              this::bare,
              Tracker::archive,
              false,
              work.write().size(),
              work.size(),
              (row, outcome) -> archived(book, row, outcome, tally));
      left.forEach(row -> unsaid(tally));
    }
  }

  private static void unsaid(Tally tally) {
    tally.why = "It did not say what became of some rows. They are tried again.";
    int _ = tally.later.incrementAndGet();
  }

  private TrackerRow bare(KeptRow row) {
    return new TrackerRow(ledger.space() + "-" + row.job(), row.remoteId(), Map.of());
  }

  private static void wrote(
      Plan plan, TableBook book, Todo todo, PushOutcome outcome, Tally tally) {
    switch (outcome) {
      case PushOutcome.Written written -> {
        book.written(
            todo.job(),
            written.remoteId(),
            written.link(),
            todo.texts(),
            todo.own(),
            Optional.of(written.effect() == PushOutcome.Effect.ADDED ? "added" : "changed"),
            Diffs.told(Diffs.kept(plan, todo)));
        tally.wrote(written.effect());
      }
      case PushOutcome.Unchanged same ->
          book.written(
              todo.job(),
              Optional.empty(),
              Optional.empty(),
              todo.texts(),
              todo.own(),
              Optional.empty(),
              "");
      case PushOutcome.Failed failed -> {
        boolean again = Pushing.mayComeAgain(failed);
        var sent = new HashMap<>(todo.texts());
        todo.own().forEach(value -> sent.put(value.column(), value.here()));
        book.failed(
            todo.job(),
            String.valueOf(failed.why().getMessage()),
            again ? Optional.empty() : Optional.of(sent));
        if (again) {
          tally.why = String.valueOf(failed.why().getMessage());
          int _ = tally.later.incrementAndGet();
        } else {
          int _ = tally.failed.incrementAndGet();
        }
      }
    }
  }

  private static void archived(TableBook book, KeptRow row, PushOutcome outcome, Tally tally) {
    switch (outcome) {
      case PushOutcome.Written written -> {
        book.became(row.job(), KeptRow.State.ARCHIVED, "archived");
        int _ = tally.archived.incrementAndGet();
      }
      case PushOutcome.Unchanged same -> book.became(row.job(), KeptRow.State.ARCHIVED, "archived");
      case PushOutcome.Failed failed -> {
        book.failed(row.job(), String.valueOf(failed.why().getMessage()), Optional.empty());
        if (Pushing.mayComeAgain(failed)) {
          tally.why = String.valueOf(failed.why().getMessage());
          int _ = tally.later.incrementAndGet();
        } else {
          int _ = tally.failed.incrementAndGet();
        }
      }
    }
  }

  /** Finds out what a push would do, and does nothing. */
  Trial tryOut(TrackerState asked, TaskRun run) throws ExtensionException, InterruptedException {
    var descriptor = descriptor(asked.key());
    TrackerState state = looked(asked, run);
    Work work = reckoned(state, descriptor);
    var tally = new Tally();
    var rows = new ArrayList<Trial.Row>();
    var pushing = new Pushing(integrations, state.key(), state.plan(), descriptor.batch(), run);
    run.step("Comparing with " + state.plan().name());
    var same = new AtomicInteger(work.same());
    var _ =
        pushing.hand(
            work.write(),
            Todo::row,
            Tracker::push,
            true,
            0,
            work.size(),
            (todo, outcome) ->
                tried(state.plan(), todo.job(), todo.title(), outcome, rows, tally, same));
    var _ =
        pushing.hand(
            work.archive(),
            this::bare,
            Tracker::archive,
            true,
            work.write().size(),
            work.size(),
            (row, outcome) ->
                tried(
                    state.plan(), row.job(), titles.apply(row.job()), outcome, rows, tally, same));
    var trial =
        new Trial(
            clock.instant(),
            tally.added.get(),
            tally.changed.get(),
            tally.archived.get(),
            tally.failed.get(),
            same.get(),
            rows);
    ledger.tried(state.key(), trial);
    ledger.works(state.key());
    return trial;
  }

  private static void tried(
      Plan plan,
      long job,
      String title,
      PushOutcome outcome,
      List<Trial.Row> rows,
      Tally tally,
      AtomicInteger same) {
    Optional<Trial.Row> row =
        switch (outcome) {
          case PushOutcome.Written written -> {
            tally.wrote(written.effect());
            yield Optional.of(
                new Trial.Row(
                    job,
                    title,
                    written.effect().name().toLowerCase(java.util.Locale.ROOT),
                    Diffs.told(plan, written.changes()),
                    ""));
          }
          case PushOutcome.Unchanged unchanged -> {
            int _ = same.incrementAndGet();
            yield Optional.empty();
          }
          case PushOutcome.Failed failed -> {
            int _ = tally.failed.incrementAndGet();
            yield Optional.of(
                new Trial.Row(
                    job, title, "failed", List.of(), String.valueOf(failed.why().getMessage())));
          }
        };
    if (rows.size() < Trial.MOST) {
      row.ifPresent(rows::add);
    }
  }
}
