package dev.peregrine.host.due;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.peregrine.host.nodes.Summons;
import dev.peregrine.host.storage.Mappers;
import dev.peregrine.host.storage.ServerAwayException;
import dev.peregrine.host.storage.ServerDatabase;
import dev.peregrine.host.storage.StorageException;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One row for each tenant in the service's own database, for a program that runs on several nodes:
 * whichever node comes first fetches somebody, no two the same at once, and where it dies over that
 * another does it. Whoever is here has a row too, some time ahead, so that they are looked for when
 * their node died; it is set anew when they leave. The clocks of nodes may differ by seconds: what
 * is due begins so much sooner or later, and nothing is begun twice for it.
 */
public final class DueRows implements Dues {

  private static final String TASK = "due";
  private static final int THREADS = 4;
  private static final int MISSED = 4;
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration FIRST_AGAIN = Duration.ofSeconds(30);
  private static final Duration LAST_AGAIN = Duration.ofHours(1);
  private static final Duration STOPPING = Duration.ofSeconds(5);
  private static final Logger LOG = LoggerFactory.getLogger(DueRows.class);

  private final ServerDatabase database;
  private final DueRules rules;
  private final Summons summons;
  private final Predicate<String> going;
  private final Consumer<Consumer<Tenant>> everybody;
  private final InstantSource clock;
  private final Pace pace;
  private final Scheduler scheduler;
  private final ScheduledExecutorService notes =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("due-notes").daemon().factory());

  /** What could not be written yet; the newest counts. */
  private final Map<String, Note> unwritten = new ConcurrentHashMap<>();

  private volatile boolean begun;
  private volatile boolean resting;

  /** Written as one row. */
  private sealed interface Note {
    int write(DueMapper rows, String user);

    record AtLatest(Instant at) implements Note {
      @Override
      public int write(DueMapper rows, String user) {
        return rows.atLatest(user, at);
      }
    }

    record At(Instant at) implements Note {
      @Override
      public int write(DueMapper rows, String user) {
        return rows.at(user, at);
      }
    }

    record Never() implements Note {
      @Override
      public int write(DueMapper rows, String user) {
        return rows.never(user);
      }
    }
  }

  /**
   * @param node this one's name, which no other program has
   * @param going who is being deleted and is not fetched any more
   * @param everybody has something done for each who was ever here, as far as this node sees them
   */
  public DueRows(
      ServerDatabase database,
      String node,
      DueRules rules,
      Summons summons,
      Predicate<String> going,
      Consumer<Consumer<Tenant>> everybody,
      InstantSource clock) {
    this.database = database;
    this.rules = rules;
    this.summons = summons;
    this.going = going;
    this.everybody = everybody;
    this.clock = clock;
    this.pace = new Pace(rules.aSecond());
    this.scheduler =
        Scheduler.create(database.connections(), List.of(task()))
            .tableName(TASK)
            .schedulerName(new SchedulerName.Fixed(node))
            .serializer(new JsonData())
            .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
            .commitWhenAutocommitDisabled(true)
            .threads(THREADS)
            .pollUsingLockAndFetch(1.0, MISSED)
            .pollingInterval(rules.poll())
            .heartbeatInterval(rules.heartbeat())
            .missedHeartbeatsLimit(MISSED)
            .shutdownMaxWait(STOPPING)
            // It passes, and is tried again.
            .failureLogging(LogLevel.INFO, false)
            .clock(clock::instant)
            .build();
  }

  /** The mappers that {@link ServerDatabase} must know. */
  public static List<Class<?>> mappers() {
    return List.of(DueMapper.class);
  }

  /** Deletes what is noted of somebody who is deleted; says how many rows that were. */
  public static int forget(Mappers mappers, String user) {
    return mappers.of(DueMapper.class).forget(user);
  }

  /**
   * How many wait.
   *
   * @throws ServerAwayException where the database cannot be reached
   */
  public static DueCounts counts(ServerDatabase database, Instant now) {
    return database.call(mappers -> mappers.of(DueMapper.class).counts(now));
  }

  private CustomTask<Void> task() {
    return Tasks.custom(TASK, Void.class)
        .onFailure(this::again)
        .onDeadExecutionRevive()
        .execute((instance, context) -> fetched(instance.getId()));
  }

  private CompletionHandler<Void> fetched(String user) {
    pace.await();
    if (!going.test(user) && !summons.summon(user)) {
      throw new IllegalStateException("Nobody works for %s at the moment.".formatted(user));
    }
    return (done, row) -> row.reschedule(done, clock.instant().plus(rules.guard()));
  }

  private void again(ExecutionComplete failed, ExecutionOperations<Void> row) {
    int times = Math.min(failed.getExecution().consecutiveFailures, 10);
    Duration again = FIRST_AGAIN.multipliedBy(1L << times);
    row.reschedule(
        failed, clock.instant().plus(again.compareTo(LAST_AGAIN) < 0 ? again : LAST_AGAIN));
  }

  @Override
  public void begin() {
    // Runs until it is closed.
    var _ = notes.scheduleWithFixedDelay(this::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What a program noted that had everybody to itself is taken over, each once. */
  private void takeOver() {
    try {
      everybody.accept(this::takeOver);
    } catch (RuntimeException notNow) {
      LOG.warn("What one program alone noted is taken over with the next start", notNow);
    }
  }

  private void takeOver(Tenant tenant) {
    Instant now = clock.instant();
    DueFiles.noted(tenant, now)
        .ifPresent(
            at -> {
              Instant spread = spread(tenant.id(), at, now);
              int _ =
                  database.call(mappers -> mappers.of(DueMapper.class).ifNone(tenant.id(), spread));
              DueFiles.drop(tenant);
            });
  }

  private void look() {
    try {
      if (database.awaySince().isPresent()) {
        // The library would say in the log each time that it cannot ask.
        scheduler.pause();
        return;
      }
      if (resting) {
        write();
        return;
      }
      if (begun) {
        scheduler.resume();
      } else {
        scheduler.start();
        begun = true;
        var _ = Thread.ofPlatform().name("due-taking-over").daemon().start(this::takeOver);
      }
      write();
    } catch (RuntimeException notNow) {
      LOG.warn("Who is due could not be looked at", notNow);
    }
  }

  @Override
  public void arrived(Tenant tenant) {
    note(tenant, new Note.AtLatest(clock.instant().plus(rules.guard())));
  }

  @Override
  public void left(Tenant tenant, Optional<Instant> next) {
    Instant now = clock.instant();
    note(
        tenant,
        next.<Note>map(at -> new Note.At(spread(tenant.id(), at, now))).orElseGet(Note.Never::new));
  }

  /** Always the same for a person, and never sooner than their moment or now. */
  private Instant spread(String user, Instant at, Instant now) {
    long later = Math.floorMod((long) user.hashCode(), rules.window().toMillis());
    return (at.isAfter(now) ? at : now).plusMillis(later);
  }

  private void note(Tenant tenant, Note note) {
    unwritten.put(tenant.id(), note);
    try {
      notes.execute(this::write);
    } catch (RejectedExecutionException closed) {
      LOG.debug("Nothing is noted any more", closed);
    }
  }

  private void write() {
    try {
      unwritten.forEach(this::write);
    } catch (ServerAwayException later) {
      LOG.debug("When things are due is noted later", later);
    }
  }

  private void write(String user, Note note) {
    try {
      if (!going.test(user)) {
        int _ = database.call(mappers -> note.write(mappers.of(DueMapper.class), user));
      }
    } catch (ServerAwayException later) {
      throw later;
    } catch (StorageException refused) {
      LOG.error("When the next thing of {} is due could not be noted", user, refused);
    }
    boolean _ = unwritten.remove(user, note);
  }

  @Override
  public void rest() {
    boolean first = !resting;
    resting = true;
    if (begun && first) {
      scheduler.stop();
    }
  }

  @Override
  public void close() {
    notes.shutdown();
    rest();
    try {
      boolean _ = notes.awaitTermination(STOPPING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
    write();
  }
}
