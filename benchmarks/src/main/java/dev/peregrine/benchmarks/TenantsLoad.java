package dev.peregrine.benchmarks;

import dev.peregrine.host.live.Live;
import dev.peregrine.host.pipeline.JobFilter;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.storage.FileFormat;
import dev.peregrine.host.storage.ServerSecrets;
import dev.peregrine.host.storage.TenantKeys;
import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/**
 * Measures a server of many tenants: {@code benchmarks/run.sh TenantsLoad FOLDER [tenants] [jobs]
 * [plain|encrypted]}. Each has the jobs given; says how long it takes to open the database of one
 * who was away and to read a page of Review, and how much memory those take that are open. A folder
 * that was filled before is used as it is.
 */
public final class TenantsLoad {

  private static final int OPEN = 200;
  private static final int PAGES = 8_000;

  private final List<Tenant> tenants;
  private final Databases databases;
  private final Jobs jobs;
  private final Random random = new Random(11);
  private final AtomicReference<Object> seen = new AtomicReference<>();

  private TenantsLoad(List<Tenant> tenants, Databases databases) {
    this.tenants = tenants;
    this.databases = databases;
    this.jobs = new Jobs(databases, new Live(), InstantSource.system());
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0])).toRealPath();
    int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000;
    int size = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2_000;
    boolean encrypted = arguments.length <= 3 || arguments[3].equals("encrypted");
    Path root = Files.createDirectories(folder.resolve(encrypted ? "encrypted" : "plain"));
    FileFormat format =
        encrypted
            ? FileFormat.encrypted(
                Path.of(System.getProperty("peregrine.install")).resolve("sqlcipher"),
                new TenantKeys(root, ServerSecrets.of("a secret for the load and nothing else")))
            : FileFormat.plain();
    List<Tenant> tenants =
        IntStream.range(0, count)
            .mapToObj(at -> new Tenant("t" + at, root.resolve("t" + at)))
            .toList();
    var usual = Databases.Limits.usual();
    var limits =
        new Databases.Limits(
            OPEN, Duration.ofHours(1), usual.readers(), usual.threads(), usual.busyTimeout());
    try (var databases = new Databases(Jobs.mappers(), InstantSource.system(), limits, format)) {
      var load = new TenantsLoad(tenants, databases);
      ManyTenants.fill(tenants, databases, folder, size);
      System.out.printf(
          "%d tenants with %d jobs each, %s, %d open at most, files of %.1f MB%n",
          count,
          size,
          encrypted ? "encrypted" : "plain",
          OPEN,
          Files.size(tenants.getFirst().data().resolve("staging.db")) / 1e6);
      load.run();
    }
  }

  private void run() throws IOException {
    long empty = resident();
    for (int at = 0; at < 300; at++) {
      review(any(), at);
    }
    say("opening one who was away, and a count", opened(2_000));
    // Everybody who is open reads as Review does, so that their pages are in memory.
    for (int at = 0; at < OPEN; at++) {
      for (int page = 0; page < 5; page++) {
        review(tenants.get(at % tenants.size()), page);
      }
    }
    System.out.printf(
        "resident with %d open: %d MB (%d MB before)%n",
        Math.min(OPEN, tenants.size()), resident() / 1_000, empty / 1_000);
    List<Tenant> open = tenants.subList(0, Math.min(OPEN, tenants.size()));
    say("Review, those who are open", pages(PAGES, at -> open.get(random.nextInt(open.size()))));
    say("Review, one and the same", pages(PAGES, at -> open.getFirst()));
    say("Review, anybody", pages(PAGES / 4, at -> any()));
    System.out.printf("resident at the end: %d MB%n", resident() / 1_000);
  }

  private Tenant any() {
    return tenants.get(random.nextInt(tenants.size()));
  }

  /** What the page asks the database. */
  private void review(Tenant tenant, int at) {
    tenant.run(
        () -> {
          JobFilter filter =
              at % 4 == 0
                  ? JobFilter.stage(Stage.PENDING).withMinScore(30 + at % 40)
                  : JobFilter.stage(Stage.PENDING);
          seen.set(jobs.page(filter, Optional.empty(), 50));
          seen.set(jobs.counts());
        });
  }

  private long[] opened(int times) {
    var took = new ArrayList<Long>();
    var away = new ArrayList<>(tenants);
    while (took.size() < times && tenants.size() > OPEN) {
      // Whoever comes last was open longest ago, so nobody is open when it is their turn.
      java.util.Collections.shuffle(away.subList(0, away.size() - OPEN), random);
      for (Tenant tenant : away) {
        long begin = System.nanoTime();
        tenant.run(() -> seen.set(jobs.counts()));
        took.add(System.nanoTime() - begin);
      }
    }
    return took.stream().mapToLong(Long::longValue).toArray();
  }

  private long[] pages(int times, java.util.function.IntFunction<Tenant> who) {
    var took = new long[times + 1];
    long cpu = LoadHome.cpu();
    for (int at = 0; at < times; at++) {
      long begin = System.nanoTime();
      review(who.apply(at), at);
      took[at] = System.nanoTime() - begin;
    }
    System.out.printf("  CPU a page %.2f ms%n", (LoadHome.cpu() - cpu) / 1e6 / times);
    return Arrays.copyOf(took, times);
  }

  private static void say(String what, long[] took) {
    if (took.length == 0) {
      return;
    }
    Arrays.sort(took);
    System.out.printf(
        "%-40s p50 %6.2f  p90 %6.2f  p99 %6.2f  max %6.1f ms%n",
        what,
        took[took.length / 2] / 1e6,
        took[took.length * 9 / 10] / 1e6,
        took[took.length * 99 / 100] / 1e6,
        took[took.length - 1] / 1e6);
  }

  /** In kilobytes, as Linux counts it. */
  private static long resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }
}
