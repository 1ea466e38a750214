package dev.peregrine.host.imap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.peregrine.host.config.MailAccount;
import dev.peregrine.host.config.MailFile;
import dev.peregrine.host.http.OutgoingHttp;
import dev.peregrine.host.http.OutgoingOptions;
import dev.peregrine.host.http.Reach;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.mails.Arrivals;
import dev.peregrine.host.mails.Mail;
import dev.peregrine.host.mails.MailFilter;
import dev.peregrine.host.mails.MailFolder;
import dev.peregrine.host.mails.MailReading;
import dev.peregrine.host.mails.MailRow;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.secrets.SecretKeys;
import dev.peregrine.host.secrets.SecretStore;
import dev.peregrine.host.storage.TestHome;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.Tasks;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLSocketFactory;

/** Everything that reads mailboxes, over a home of its own. */
final class MailWorld implements AutoCloseable {

  static final Patience SHORT =
      new Patience(
          Duration.ofSeconds(5),
          Duration.ofSeconds(20),
          Duration.ofMinutes(9),
          Duration.ofMillis(20),
          Duration.ofMillis(200));

  final TestHome home;
  final Mails mails;
  final Arrivals arrivals;
  final MailAccounts accounts;
  final Connections connections;
  final Tasks tasks;
  final MailSync sync;
  final MailWatch watch;
  private final OutgoingHttp http;

  MailWorld(Path folder) {
    this(folder, Tokens.none(), Optional.empty(), true, SHORT);
  }

  MailWorld(
      Path folder,
      Tokens tokens,
      Optional<SSLSocketFactory> trust,
      boolean inside,
      Patience patience) {
    home = new TestHome(folder);
    var live = new Live();
    mails = new Mails(home.databases(), live, home.clock());
    arrivals = new Arrivals(mails);
    var secrets =
        new SecretStore(
            new SecretKeys(folder, Map.of(), "test", new SecureRandom()),
            Map.of(),
            new SecureRandom(),
            home.clock());
    accounts = new MailAccounts(new MailFile(), secrets, live);
    http =
        new OutgoingHttp(
            OutgoingOptions.usual().withReach(inside ? Reach.ANYWHERE : Reach.PUBLIC),
            home.clock());
    connections = new Connections(accounts, tokens, http.sockets("mail"), trust, patience);
    tasks = new Tasks(home.databases(), live, home.clock(), Map.of());
    sync =
        new MailSync(
            accounts,
            connections,
            mails,
            arrivals,
            new MailReading(home.clock()),
            tasks,
            live,
            home.clock(),
            patience);
    watch = new MailWatch(accounts, connections, sync, patience);
  }

  /** Keeps a mailbox with its password. */
  MailWorld with(MailAccount account, String password) {
    home.run(() -> accounts.save(account, Optional.of(password)));
    return this;
  }

  /** Reads a mailbox and waits for the end. */
  Task read(String id) {
    long task = home.with(() -> sync.begin(id)).id();
    until(() -> !home.with(() -> tasks.find(task).orElseThrow()).state().isLive());
    return home.with(() -> tasks.find(task).orElseThrow());
  }

  List<MailRow> rows() {
    return home.with(() -> mails.page(MailFilter.ALL, Optional.empty(), 100_000));
  }

  List<String> subjects() {
    return rows().stream().map(MailRow::subject).sorted().toList();
  }

  Mail called(String subject) {
    long id =
        rows().stream()
            .filter(row -> row.subject().equals(subject))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no mail \"%s\"".formatted(subject)))
            .id();
    return home.with(() -> mails.findById(id)).orElseThrow();
  }

  MailFolder folder(String name) {
    return home.with(mails::folders).stream()
        .filter(folder -> folder.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  SyncState state(String id) {
    return home.with(() -> sync.state(id));
  }

  static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(200).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      try {
        Thread.sleep(5);
      } catch (InterruptedException stopped) {
        throw new AssertionError(stopped);
      }
    }
  }

  @Override
  public void close() {
    watch.close();
    tasks.close();
    http.close();
    home.close();
  }
}
