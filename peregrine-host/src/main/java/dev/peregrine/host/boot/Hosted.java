package dev.peregrine.host.boot;

import dev.peregrine.host.account.AccountRoutes;
import dev.peregrine.host.account.DeskRoutes;
import dev.peregrine.host.account.StandstillRoutes;
import dev.peregrine.host.account.SupportRoutes;
import dev.peregrine.host.account.TelemetryRoutes;
import dev.peregrine.host.account.UsedRoutes;
import dev.peregrine.host.due.DueRows;
import dev.peregrine.host.letters.LetterWriting;
import dev.peregrine.host.nodes.Leases;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Move;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.platform.Copies;
import dev.peregrine.host.platform.Erasures;
import dev.peregrine.host.platform.Standings;
import dev.peregrine.host.platform.SupportAccess;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.storage.ServerAddress;
import dev.peregrine.host.storage.ServerDatabase;
import dev.peregrine.host.tasks.TaskState;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.telemetry.Telemetry;
import dev.peregrine.host.telemetry.UsageEvent;
import dev.peregrine.host.tenancy.Tenant;
import dev.peregrine.host.tenancy.Tenants;
import dev.peregrine.host.tiers.Entitlements;
import dev.peregrine.host.web.Routes;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a Peregrine for many has beside it: the service's own database, and what stands on it. One
 * person's own Peregrine has none of this.
 */
final class Hosted implements AutoCloseable {

  /** A server that comes back sooner is not worth a word to anybody. */
  private static final Duration UNNOTICED = Duration.ofSeconds(30);

  private static final Duration TICK = Duration.ofMinutes(1);

  private final ServerDatabase database;
  private final Standings standings;
  private final Telemetry telemetry;
  private final SupportAccess support;
  private final Function<String, Tenant> folders;
  private final Optional<URI> manage;
  private final InstantSource clock;
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("platform-tick").daemon().factory());
  private Consumer<Tenant> farewell = tenant -> {};
  private final Erasures erasures;
  private final Copies copies;
  private boolean several;

  /**
   * @param folders whose data lie where
   * @param root the folder with everybody's folders
   * @param manage where people change their plan
   */
  Hosted(
      ServerAddress address,
      Function<String, Tenant> folders,
      Path root,
      Optional<URI> manage,
      InstantSource clock) {
    this.folders = folders;
    this.manage = manage;
    this.clock = clock;
    database =
        new ServerDatabase(
            address,
            "platform",
            Stream.of(Telemetry.mappers(), Standings.mappers(), Leases.mappers(), DueRows.mappers())
                .flatMap(List::stream)
                .toList(),
            clock);
    standings = new Standings(database, clock);
    telemetry = new Telemetry(database, clock);
    support = new SupportAccess(database, standings, clock);
    erasures =
        new Erasures(
            database,
            standings,
            this.folders,
            tenant -> farewell.accept(tenant),
            UUID::randomUUID,
            clock);
    copies = new Copies(database, root, folders, UUID::randomUUID, clock);
  }

  Standings standings() {
    return standings;
  }

  SupportAccess support() {
    return support;
  }

  Erasures erasures() {
    return erasures;
  }

  /** What this disk may have of people whom other nodes deleted. */
  Copies copies() {
    return copies;
  }

  /** Is one of several nodes, each of which may have copies of people on its disk. */
  void amongOthers(Predicate<String> mine) {
    several = true;
    erasures.only(mine);
  }

  ServerDatabase database() {
    return database;
  }

  /** Whether nothing may be changed now, because it is not known who does what with it. */
  boolean isStandingStill() {
    return database
        .awaySince()
        .filter(since -> !database.wasThere() || since.plus(UNNOTICED).isBefore(clock.instant()))
        .isPresent();
  }

  /** Learns of what happens, which is counted where the person allows it. */
  void join(Jobs jobs, Tasks tasks, Databases databases, Tenants tenants) {
    jobs.listen(this::moved);
    tasks.listen(this::ended);
    tenants.atArrival(tenant -> standings.readNow(tenant.id()));
    farewell =
        tenant -> {
          tasks.end(tenant);
          tenants.leave(tenant);
          databases.close(tenant);
        };
  }

  private void moved(Move move) {
    boolean applied = move.to() == Stage.APPLIED;
    move.from().stream()
        .distinct()
        .forEach(
            from ->
                record(
                    applied ? UsageEvent.JOB_APPLIED : UsageEvent.STAGE_MOVED,
                    applied
                        ? Map.of("from", from.key())
                        : Map.of("from", from.key(), "to", move.to().key())));
  }

  private void ended(String type, TaskState state) {
    if (type.equals(LetterWriting.TASK) && state == TaskState.COMPLETED) {
      record(UsageEvent.COVER_LETTER_GENERATED, Map.of());
    }
    record(UsageEvent.TASK_ENDED, Map.of("type", type, "state", state.key()));
  }

  private void record(UsageEvent event, Map<String, String> properties) {
    telemetry.record(Tenant.current().id(), Standings.PRODUCT, event.key(), properties);
  }

  /** The pages that only those have whom somebody hosts. */
  List<Routes> routes(Entitlements entitlements, UsedRoutes used) {
    return List.of(
        new StandstillRoutes(this::isStandingStill),
        routes -> routes.health("platform", () -> database.awaySince().isEmpty()),
        new AccountRoutes(standings, erasures, entitlements, manage, used),
        new TelemetryRoutes(telemetry),
        new SupportRoutes(support, standings, clock),
        new DeskRoutes());
  }

  /** Looks once, for a command that goes again. */
  void lookFor(Tenant tenant) {
    database.look();
    standings.readNow(tenant.id());
  }

  /** Writes what was counted and waits. */
  void flush() {
    telemetry.flush();
  }

  /** From now on it is looked after. */
  void begin() {
    database.start();
    telemetry.start();
    long period = TICK.toMillis();
    // Runs until it is closed.
    var _ =
        ticker.scheduleWithFixedDelay(
            () -> {
              erasures.finishDue();
              if (several) {
                copies.look();
              }
              telemetry.tidy();
            },
            several ? 0 : period,
            period,
            TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    ticker.shutdownNow();
    telemetry.close();
    standings.close();
    database.close();
  }
}
