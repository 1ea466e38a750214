package dev.peregrine.benchmarks;

import dev.peregrine.host.due.DueRows;
import dev.peregrine.host.due.DueRules;
import dev.peregrine.host.nodes.Leases;
import dev.peregrine.host.storage.ServerAddress;
import dev.peregrine.host.storage.ServerDatabase;
import dev.peregrine.host.tenancy.Tenant;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures how many people who are due nodes can share: {@code benchmarks/run.sh DueLoad
 * postgresql://name:password@host:5432/empty-database [people] [nodes]}. Each has a row that is
 * due; the nodes fetch them as fast as they can, each doing nothing with them; says the rate, how
 * many were fetched twice and how many never.
 */
public final class DueLoad {

  private static final int UNBOUNDED = 1_000_000;
  private static final int NONE = 0;

  private final ServerAddress address;
  private final Map<String, AtomicLong> fetched = new ConcurrentHashMap<>();
  private final AtomicLong all = new AtomicLong();

  private DueLoad(ServerAddress address) {
    this.address = address;
  }

  public static void main(String[] arguments) {
    int people = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
    int nodes = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2;
    new DueLoad(ServerAddress.parse(arguments[0])).run(people, nodes);
  }

  private ServerDatabase database() {
    var database =
        new ServerDatabase(
            address,
            "platform",
            Stream.of(Leases.mappers(), DueRows.mappers()).flatMap(List::stream).toList(),
            InstantSource.system());
    database.start();
    return database;
  }

  private DueRows node(ServerDatabase database, String name) {
    return new DueRows(
        database,
        name,
        new DueRules(
            Duration.ofMillis(1),
            Duration.ofHours(1),
            UNBOUNDED,
            Duration.ofMillis(200),
            Duration.ofSeconds(10)),
        this::summoned,
        user -> false,
        everybody -> {},
        InstantSource.system());
  }

  private boolean summoned(String user) {
    var _ = all.incrementAndGet();
    return fetched.computeIfAbsent(user, fresh -> new AtomicLong()).incrementAndGet() > NONE;
  }

  private void run(int people, int count) {
    Instant due = Instant.now().minusSeconds(60);
    long begin = System.nanoTime();
    try (var database = database()) {
      DueRows writer = node(database, "writer");
      IntStream.range(0, people)
          .forEach(
              at ->
                  writer.left(
                      new Tenant(new UUID(at, at * 31L).toString(), Path.of("none")),
                      Optional.of(due)));
      while (DueRows.counts(database, Instant.now()).people() < people) {
        LockSupport.parkNanos(50_000_000);
      }
      double wrote = seconds(begin);
      System.out.printf(
          "noted %d people in %.1f s: %.0f a second%n", people, wrote, people / wrote);
      writer.close();
      fetch(database, people, count);
    }
  }

  private void fetch(ServerDatabase watching, int people, int count) {
    List<ServerDatabase> databases = Stream.generate(this::database).limit(count).toList();
    List<DueRows> nodes =
        IntStream.range(0, count).mapToObj(at -> node(databases.get(at), "node " + at)).toList();
    long begin = System.nanoTime();
    nodes.forEach(DueRows::begin);
    while (DueRows.counts(watching, Instant.now()).overdue() > 0) {
      LockSupport.parkNanos(200_000_000);
    }
    double took = seconds(begin);
    nodes.forEach(DueRows::close);
    databases.forEach(ServerDatabase::close);
    System.out.printf(
        "fetched by %d nodes in %.1f s: %.0f a second; twice: %d; never: %d%n",
        count, took, people / took, all.get() - fetched.size(), people - fetched.size());
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
