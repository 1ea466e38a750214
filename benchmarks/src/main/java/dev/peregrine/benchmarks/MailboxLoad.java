package dev.peregrine.benchmarks;

import dev.peregrine.host.config.MailAccount;
import dev.peregrine.host.config.MailFile;
import dev.peregrine.host.config.MailServer;
import dev.peregrine.host.config.MailServer.Security;
import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.http.OutgoingOptions;
import dev.peregrine.host.imap.Connections;
import dev.peregrine.host.imap.MailAccounts;
import dev.peregrine.host.imap.MailSync;
import dev.peregrine.host.imap.MailWatch;
import dev.peregrine.host.imap.Patience;
import dev.peregrine.host.imap.Tokens;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.mails.Arrivals;
import dev.peregrine.host.mails.MailReading;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.secrets.SecretKeys;
import dev.peregrine.host.secrets.SecretStore;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How long mailboxes take, and what they cost, against the server that {@code
 * benchmarks/mailbox.sh} starts: one of 5,000 mails, one with a mail of 50 MB, ten that are
 * listened to.
 */
public final class MailboxLoad {

  private static final int LISTENED = 10;

  private MailboxLoad() {}

  /**
   * @param args the port of the server on this machine
   */
  public static void main(String[] args) throws Exception {
    int port = Integer.parseInt(args[0]);
    Path home = Files.createTempDirectory("mailbox-load");
    Files.createDirectories(home.resolve("config"));
    var clock = InstantSource.system();
    var live = new Live();
    var tenant = new Tenant("load", home);
    var random = new SecureRandom();
    try (var databases =
            new Databases(
                Stream.concat(Mails.mappers().stream(), Tasks.mappers().stream()).toList(), clock);
        var http = new OutgoingHttp(OutgoingOptions.usual(), clock);
        var tasks = new Tasks(databases, live, clock, Map.of())) {
      var secrets =
          new SecretStore(new SecretKeys(home, Map.of(), "load", random), Map.of(), random, clock);
      var mails = new Mails(databases, live, clock);
      var accounts = new MailAccounts(new MailFile(), secrets, live);
      var connections =
          new Connections(
              accounts, Tokens.none(), http.sockets("mail"), Optional.empty(), Patience.usual());
      var sync =
          new MailSync(
              accounts,
              connections,
              mails,
              new Arrivals(mails),
              new MailReading(clock),
              tasks,
              live,
              clock,
              Patience.usual());
      tenant.call(
          () -> {
            keep(accounts, "small", port);
            timed("the first mailbox, of one mail", () -> read(sync, tasks, "small"));
            keep(accounts, "many", port);
            timed("5,000 mails, the first time", () -> read(sync, tasks, "many"));
            timed("5,000 mails, nothing new", () -> read(sync, tasks, "many"));
            timed("the same once more", () -> read(sync, tasks, "many"));
            keep(accounts, "large", port);
            long before = used();
            long most = mostWhile(() -> read(sync, tasks, "large"));
            System.out.printf("a mail of 50 MB: %.1f MB more in use%n", mega(most - before));
            listen(accounts, connections, sync, port);
            return true;
          });
    }
  }

  private static void listen(
      MailAccounts accounts, Connections connections, MailSync sync, int port) throws Exception {
    IntStream.range(0, LISTENED).forEach(number -> keep(accounts, "idle" + number, port));
    accounts.remove("many");
    accounts.remove("large");
    long before = used();
    long resident = resident();
    try (var watch = new MailWatch(accounts, connections, sync, Patience.usual())) {
      watch.start();
      while (watch.listening() < LISTENED) {
        Thread.sleep(50);
      }
      System.out.printf(
          "%d mailboxes listened to: %.1f MB more of heap in use, %.1f MB more resident%n",
          watch.listening(), mega(used() - before), mega(resident() - resident));
    }
  }

  private static void keep(MailAccounts accounts, String user, int port) {
    accounts.save(
        MailAccount.of(user, new MailServer("127.0.0.1", port, Security.NONE), user),
        Optional.of("open-sesame"));
  }

  private interface Work {
    void run() throws Exception;
  }

  private static void timed(String what, Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    System.out.printf("%s: %,d ms%n", what, (System.nanoTime() - start) / 1_000_000);
  }

  private static void read(MailSync sync, Tasks tasks, String id) throws Exception {
    long number = sync.begin(id).id();
    Task task = tasks.find(number).orElseThrow();
    while (task.state().isLive()) {
      Thread.sleep(2);
      task = tasks.find(number).orElseThrow();
    }
    if (!task.error().isEmpty()) {
      throw new IllegalStateException(task.error());
    }
  }

  /** The most that was in use at any time, garbage not counted. */
  private static long mostWhile(Work work) throws Exception {
    var over = new AtomicBoolean();
    var most = new AtomicLong();
    Thread looking =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!over.get()) {
                    most.accumulateAndGet(used(), Math::max);
                  }
                });
    work.run();
    over.set(true);
    looking.join();
    return most.get();
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static long resident() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (Files.notExists(status)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1_024)
          .findFirst()
          .orElse(0);
    }
  }

  private static double mega(long bytes) {
    return bytes / 1_048_576.0;
  }
}
