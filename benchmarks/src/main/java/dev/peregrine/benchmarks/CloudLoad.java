package dev.peregrine.benchmarks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.storage.FileFormat;
import dev.peregrine.host.storage.ServerSecrets;
import dev.peregrine.host.storage.TenantKeys;
import dev.peregrine.host.tenancy.Tenant;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Measures the whole program with many people: {@code benchmarks/run.sh CloudLoad FOLDER [people]
 * [requests a second] [seconds] [jobs]}. Starts a Peregrine for many, has {@value #AT_WORK} people
 * at a time read pages, each for about a minute before somebody else has their turn, and sends
 * requests at the moments planned whether or not earlier ones were answered; a time counts from
 * that moment. Needs no more than one server's Peregrine and this program on a machine.
 */
public final class CloudLoad {

  private static final int AT_WORK = 150;
  private static final int WARM_UP_SECONDS = 60;
  private static final String PORT = "18505";
  private static final String PROXY = "the proxy of the load, and of nothing else";
  private static final String SESSIONS = "sessions of the load, and of nothing else, signed";
  private static final String FILES = "a secret for the load and nothing else";
  private static final List<String> PAGES =
      List.of("/review?view=list", "/review?view=list&sort=newest", "/review", "/", "/interviews");

  private final HttpClient http =
      HttpClient.newBuilder().executor(Executors.newVirtualThreadPerTaskExecutor()).build();
  private final List<String> sessions;
  private final Random random = new Random(5);
  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
  private final List<Call> all = new ArrayList<>();
  private final AtomicInteger failed = new AtomicInteger();

  // Who works at the moment, and whether they asked for something yet.
  private final int[] working;
  private final boolean[] fresh;
  private int turn;

  private record Call(boolean first, long nanos) {}

  private CloudLoad(List<String> sessions) {
    this.sessions = sessions;
    int together = Math.min(AT_WORK, sessions.size());
    working = new int[together];
    fresh = new boolean[together];
    for (int at = 0; at < together; at++) {
      next(at);
    }
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0])).toRealPath();
    int people = number(arguments, 1, 1_000);
    int rate = number(arguments, 2, 200);
    int seconds = number(arguments, 3, 300);
    Path root = Files.createDirectories(folder.resolve("people"));
    List<String> users =
        IntStream.range(0, people)
            .mapToObj(at -> new UUID(0x4000L, at + (1L << 63)).toString())
            .toList();
    fill(folder, root, users, number(arguments, 4, 2_000));
    Process server = start(folder, root);
    try {
      var load = new CloudLoad(users.stream().map(CloudLoad::session).toList());
      load.awaitReady(server);
      load.run("warming up", server, rate, WARM_UP_SECONDS);
      load.all.clear();
      for (int done = 0; done < seconds; done += 60) {
        load.run("minute %2d".formatted(done / 60 + 1), server, rate, Math.min(60, seconds - done));
      }
      load.say("all", load.all);
    } finally {
      server.destroy();
      server.waitFor(30, TimeUnit.SECONDS);
    }
  }

  private static int number(String[] arguments, int at, int usual) {
    return arguments.length > at ? Integer.parseInt(arguments[at]) : usual;
  }

  private static void fill(Path folder, Path root, List<String> users, int size)
      throws IOException {
    List<Tenant> tenants =
        users.stream()
            .map(user -> new Tenant(user, root.resolve(user).resolve("peregrine")))
            .toList();
    FileFormat format =
        FileFormat.encrypted(
            Path.of(System.getProperty("peregrine.install")).resolve("sqlcipher"),
            new TenantKeys(root, ServerSecrets.of(FILES)));
    try (var databases =
        new Databases(Jobs.mappers(), InstantSource.system(), Databases.Limits.usual(), format)) {
      ManyTenants.fill(tenants, databases, folder, size);
    }
  }

  private static Process start(Path folder, Path root) throws IOException {
    String program = System.getProperty("peregrine.root") + "/peregrine";
    var builder =
        new ProcessBuilder(program, "start", "--home", folder.resolve("home").toString())
            .redirectOutput(new File(folder.toFile(), "server.out"))
            .redirectError(new File(folder.toFile(), "server.err"));
    builder.environment().keySet().removeIf(name -> name.startsWith("PEREGRINE_"));
    builder
        .environment()
        .putAll(
            Map.of(
                "CLOUD_MODE",
                "true",
                "CLOUD_DATA_ROOT",
                root.toString(),
                "CLOUD_PUBLIC_URL",
                "http://localhost:" + PORT,
                "CLOUD_LISTEN",
                "127.0.0.1",
                "CLOUD_PORT",
                PORT,
                "CLOUD_PROXY_SECRET",
                PROXY,
                "CLOUD_SESSION_SECRETS",
                SESSIONS,
                "CF_SERVER_SECRET",
                FILES,
                "PEREGRINE_START_CACHE",
                "off"));
    return builder.start();
  }

  private static String session(String user) {
    try {
      var signed =
          new SignedJWT(
              new JWSHeader(JWSAlgorithm.HS256),
              new JWTClaimsSet.Builder()
                  .claim("id", user)
                  .issueTime(new Date())
                  .expirationTime(Date.from(Instant.now().plus(Duration.ofHours(3))))
                  .build());
      signed.sign(new MACSigner(SESSIONS.getBytes(StandardCharsets.UTF_8)));
      return signed.serialize();
    } catch (JOSEException cannot) {
      throw new IllegalStateException(cannot);
    }
  }

  private void awaitReady(Process server) throws InterruptedException {
    var ready = HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + "/readyz")).build();
    while (server.isAlive()) {
      try {
        if (http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        // It listens in a moment.
      }
      Thread.sleep(200);
    }
    throw new IllegalStateException("The server ended; see server.err in the folder.");
  }

  private void next(int at) {
    // In turn, so that everybody is away for as long as possible.
    working[at] = turn++ % sessions.size();
    fresh[at] = true;
  }

  private void run(String what, Process server, int rate, int seconds) throws IOException {
    calls.clear();
    long begin = System.nanoTime();
    Duration cpu = server.info().totalCpuDuration().orElse(Duration.ZERO);
    var inFlight = new AtomicInteger();
    for (int at = 0; at < rate * seconds; at++) {
      long planned = begin + at * 1_000_000_000L / rate;
      LockSupport.parkNanos(planned - System.nanoTime());
      int who = random.nextInt(working.length);
      if (random.nextInt(rate * 60) < working.length) {
        next(who);
      }
      boolean first = fresh[who];
      fresh[who] = false;
      String session = sessions.get(working[who]);
      String page = PAGES.get(random.nextInt(PAGES.size()));
      inFlight.incrementAndGet();
      Thread.startVirtualThread(
          () -> {
            call(session, page, first, planned);
            inFlight.decrementAndGet();
          });
    }
    while (inFlight.get() > 0) {
      LockSupport.parkNanos(1_000_000);
    }
    Duration used = server.info().totalCpuDuration().orElse(Duration.ZERO).minus(cpu);
    say(what, calls);
    all.addAll(calls);
    System.out.printf(
        "            failed %d, CPU a request %.2f ms, resident %d MB%n",
        failed.get(), used.toNanos() / 1e6 / (rate * seconds), resident(server) / 1_000);
  }

  private void call(String session, String page, boolean first, long planned) {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + page))
            .header("X-CF-Session", session)
            // Who put the setup off sees the first page instead of it.
            .header("Cookie", "peregrine_later=1")
            .header("X-CF-Proxy", PROXY)
            .build();
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        failed.incrementAndGet();
      }
    } catch (IOException broken) {
      failed.incrementAndGet();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    calls.add(new Call(first, System.nanoTime() - planned));
  }

  private static void say(String what, Collection<Call> calls) {
    for (boolean first : List.of(false, true)) {
      List<Long> took = new ArrayList<>();
      calls.forEach(
          call -> {
            if (call.first() == first) {
              took.add(call.nanos());
            }
          });
      took.sort(null);
      if (!took.isEmpty()) {
        System.out.printf(
            "%-11s %-12s %6d  p50 %6.1f  p90 %6.1f  p99 %6.1f  max %6.0f ms%n",
            what,
            first ? "the first" : "warm",
            took.size(),
            took.get(took.size() / 2) / 1e6,
            took.get(took.size() * 9 / 10) / 1e6,
            took.get(took.size() * 99 / 100) / 1e6,
            took.getLast() / 1e6);
      }
    }
  }

  /** In kilobytes, as Linux counts it. */
  private static long resident(Process server) throws IOException {
    return Files.readAllLines(Path.of("/proc/%d/status".formatted(server.pid()))).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }
}
