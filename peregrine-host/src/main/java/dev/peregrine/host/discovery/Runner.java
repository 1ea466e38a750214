package dev.peregrine.host.discovery;

import dev.peregrine.host.live.Live;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.plugins.Contexts;
import dev.peregrine.host.scoring.Scoring;
import dev.peregrine.host.tasks.TaskFailedException;
import dev.peregrine.host.tasks.TaskRun;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Does the runs: asks all boards at once, stores what they show, keeps the run's lines. */
final class Runner {

  private static final long LOOK_MS = 500;

  private final Jobs jobs;
  private final Scoring scoring;
  private final Plan.Maker planner;
  private final BoardNames names;
  private final Contexts contexts;
  private final Health health;
  private final RunStore store;
  private final Live live;
  private final InstantSource clock;
  private final Map<LiveRun, String> tenants = new ConcurrentHashMap<>();
  private final Map<String, Semaphore> places = new ConcurrentHashMap<>();
  private volatile int atOnce = Integer.MAX_VALUE;

  Runner(
      Jobs jobs,
      Scoring scoring,
      Plan.Maker planner,
      BoardNames names,
      Contexts contexts,
      Health health,
      RunStore store,
      Live live,
      InstantSource clock) {
    this.jobs = jobs;
    this.scoring = scoring;
    this.planner = planner;
    this.names = names;
    this.contexts = contexts;
    this.health = health;
    this.store = store;
    this.live = live;
    this.clock = clock;
  }

  void readAtOnce(int most) {
    atOnce = most == 0 ? Integer.MAX_VALUE : most;
  }

  /** The current tenant's runs that go on, the latest one first. */
  List<LiveRun> going() {
    String tenant = Tenant.current().id();
    return tenants.entrySet().stream()
        .filter(entry -> tenant.equals(entry.getValue()))
        .map(Map.Entry::getKey)
        .sorted((one, other) -> Long.compare(other.id(), one.id()))
        .toList();
  }

  String run(TaskRun task) throws TaskFailedException, InterruptedException {
    RunParams params = RunParams.of(task.params());
    Plan plan = planner.plan(params);
    LiveRun run = begun(task, plan);
    try {
      store.save(run.id(), run.outcomes());
      changed();
      return read(run, plan, task);
    } finally {
      try {
        store.finish(run.id(), run.outcomes());
      } finally {
        tenants.remove(run);
        changed();
        scoring.soon();
      }
    }
  }

  private synchronized LiveRun begun(TaskRun task, Plan plan) {
    Instant now = clock.instant();
    long id = store.add(task.id(), plan.label(), plan.profiles(), now);
    var run = new LiveRun(id, task.id(), plan.label(), now, plan.lines());
    tenants.put(run, Tenant.current().id());
    return run;
  }

  /** Ends the runs that an earlier program left in the middle. */
  synchronized void endLeftovers() {
    store.finishLeftovers(going().stream().map(LiveRun::id).toList());
  }

  private String read(LiveRun run, Plan plan, TaskRun task) throws InterruptedException {
    var shelf = new Shelf(jobs, run.id(), () -> afterBatch(run));
    Thread storing = Thread.ofVirtual().name("store").start(Tenant.carry(shelf::storeAll));
    var over = new LinkedBlockingQueue<BoardLine>();
    var threads = new ArrayList<Thread>();
    var reader = new BoardReader(contexts, Optional.of(health), names, this::changed);
    plan.boards()
        .forEach(
            (line, errand) ->
                threads.add(
                    Thread.ofVirtual()
                        .name("board-" + line.name())
                        .start(
                            Tenant.carry(
                                () -> {
                                  try {
                                    readOne(reader, errand, line, shelf);
                                  } finally {
                                    over.add(line);
                                  }
                                }))));
    try {
      await(run, threads.size(), over, shelf, task);
    } finally {
      stop(threads);
      shelf.close();
      joined(storing);
    }
    if (shelf.failure().isPresent()) {
      run.lines().stream()
          .filter(line -> line.state() == OutcomeState.STOPPED)
          .forEach(
              line ->
                  line.over(
                      OutcomeState.STOPPED,
                      now -> "Stopped, because nothing could be stored any more."));
      throw shelf.failure().get();
    }
    plan.boards().forEach((line, errand) -> errand.ifPresent(one -> note(line, one)));
    return result(run);
  }

  private void readOne(BoardReader reader, Optional<Errand> errand, BoardLine line, Shelf shelf) {
    if (errand.isPresent()) {
      Semaphore own =
          places.computeIfAbsent(Tenant.current().id(), first -> new Semaphore(atOnce, true));
      try {
        own.acquire();
      } catch (InterruptedException stopped) {
        line.over(OutcomeState.STOPPED, now -> "Stopped before it began.");
        return;
      }
      try {
        reader.read(errand.get(), Map.of(), line, shelf);
      } catch (RuntimeException fault) {
        line.over(
            OutcomeState.FAILED,
            now ->
                "A fault of Peregrine itself (%s). The log has more."
                    .formatted(fault.getClass().getSimpleName()));
        System.getLogger(Runner.class.getName())
            .log(System.Logger.Level.ERROR, "Board " + line.name(), fault);
      } finally {
        own.release();
      }
    } else {
      line.over(
          OutcomeState.FAILED,
          now ->
              "There is no board \"%s\" here. Install or switch on its plugin, or take it out of the search profile."
                  .formatted(line.name()));
    }
  }

  private void await(
      LiveRun run, int boards, BlockingQueue<BoardLine> over, Shelf shelf, TaskRun task)
      throws InterruptedException {
    int done = 0;
    long saved = System.nanoTime();
    while (done < boards && shelf.failure().isEmpty()) {
      boolean ended = over.poll(LOOK_MS, TimeUnit.MILLISECONDS) != null;
      if (ended) {
        done++;
      }
      List<BoardOutcome> outcomes = run.outcomes();
      task.of(done, boards);
      task.step(
          "%d of %d boards, %,d new jobs"
              .formatted(done, boards, outcomes.stream().mapToInt(BoardOutcome::kept).sum()));
      // Seldom, since postings wait for the same lane to the disk: the last board of several that
      // end together, so that a run that is killed says which boards it had read.
      boolean due =
          ended && over.isEmpty()
              || System.nanoTime() - saved >= TimeUnit.MILLISECONDS.toNanos(LOOK_MS);
      if (due && shelf.failure().isEmpty()) {
        store.save(run.id(), outcomes);
        saved = System.nanoTime();
      }
    }
  }

  private static void stop(List<Thread> threads) {
    threads.forEach(Thread::interrupt);
    threads.forEach(Runner::joined);
  }

  /** Waits for a thread that is about to end, also when this one was interrupted. */
  private static void joined(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void note(BoardLine line, Errand errand) {
    line.read(clock.instant()).ifPresent(read -> line.warn(health.noted(errand, read)));
    BoardOutcome outcome = line.outcome();
    if (outcome.state() == OutcomeState.DONE && !errand.descriptor().rest().isZero()) {
      health.read(
          errand,
          Sentences.joined(
              "%,d found, %,d new.".formatted(outcome.found(), outcome.kept()),
              outcome.sentence()));
    }
  }

  private static String result(LiveRun run) {
    List<BoardOutcome> outcomes = run.outcomes();
    int kept = outcomes.stream().mapToInt(BoardOutcome::kept).sum();
    long read = outcomes.stream().filter(one -> one.state() == OutcomeState.DONE).count();
    long rest = outcomes.size() - read;
    String others =
        rest == 0
            ? ""
            : rest == 1
                ? " One board was not read to its end."
                : " %d boards were not read to their end.".formatted(rest);
    return "%,d new %s from %d %s.%s"
        .formatted(kept, kept == 1 ? "job" : "jobs", read, read == 1 ? "board" : "boards", others);
  }

  private void afterBatch(LiveRun run) {
    // With the postings, so that a run that is killed still says what it brought.
    store.save(run.id(), run.outcomes());
    scoring.soon();
    changed();
  }

  private void changed() {
    live.changed(Tenant.current().id(), "run");
  }
}
