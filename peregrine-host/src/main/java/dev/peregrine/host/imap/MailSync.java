package dev.peregrine.host.imap;

import dev.peregrine.host.config.MailAccount;
import dev.peregrine.host.config.MailFolderChoice;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.mails.Arrivals;
import dev.peregrine.host.mails.FolderRole;
import dev.peregrine.host.mails.MailFolder;
import dev.peregrine.host.mails.MailReading;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.tasks.Submitted;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskFailedException;
import dev.peregrine.host.tasks.TaskRun;
import dev.peregrine.host.tasks.TaskState;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Reads the current tenant's mailboxes, each as a task of its own, several at once. Nothing on a
 * server is changed by it.
 */
public final class MailSync {

  /** The type of its tasks. */
  public static final String TASK = "mail-sync";

  private static final int TRIES = 10;
  private static final int TRIES_IN_VAIN = 3;
  private static final Duration LOOK = Duration.ofMillis(100);

  private final MailAccounts accounts;
  private final Connections connections;
  private final FolderReading reading;
  private final Mails mails;
  private final Tasks tasks;
  private final Live live;
  private final InstantSource clock;
  private final Patience patience;
  private final Map<Key, ReentrantLock> locks = new ConcurrentHashMap<>();
  private final Map<Key, SyncState.Failed> failures = new ConcurrentHashMap<>();
  private final Map<Key, Synced> lately = new ConcurrentHashMap<>();

  /** Of what somebody sees in the list of tasks. */
  private record Told(TaskRun run, AtomicInteger fresh) implements FolderReading.Progress {

    @Override
    public void fetched(long done, long total) {
      run.of(done, total);
    }

    @Override
    public void came(int more) {
      int _ = fresh.addAndGet(more);
    }
  }

  private static final FolderReading.Progress UNTOLD =
      new FolderReading.Progress() {

        @Override
        public void fetched(long done, long total) {}

        @Override
        public void came(int more) {}
      };

  private record Key(String tenant, String account) {
    static Key of(String account) {
      return new Key(Tenant.current().id(), account);
    }
  }

  public MailSync(
      MailAccounts accounts,
      Connections connections,
      Mails mails,
      Arrivals arrivals,
      MailReading reading,
      Tasks tasks,
      Live live,
      InstantSource clock,
      Patience patience) {
    this.accounts = accounts;
    this.connections = connections;
    this.reading = new FolderReading(mails, arrivals, reading, clock);
    this.mails = mails;
    this.tasks = tasks;
    this.live = live;
    this.clock = clock;
    this.patience = patience;
    tasks.register(TASK, this::run);
    accounts.onChange(this::forgetFailures);
  }

  /** Begins to read all mailboxes that are switched on. */
  public List<Submitted> beginAll() {
    return accounts.file().current().on().stream().map(this::begin).toList();
  }

  /**
   * Begins to read those that need nothing from the person first: a server that refused a password
   * may lock who repeats it.
   */
  public List<Submitted> beginDue() {
    return accounts.file().current().on().stream()
        .filter(
            account ->
                state(account.id()).failed().map(failed -> !failed.waitsForPerson()).orElse(true))
        .map(this::begin)
        .toList();
  }

  /**
   * Begins to read a mailbox, unless it is being read already.
   *
   * @throws IllegalArgumentException with a sentence, where there is none of that id
   */
  public Submitted begin(String id) {
    return begin(
        accounts
            .find(id)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Mailbox \"%s\": there is none of that name, expected one of %s."
                            .formatted(
                                id,
                                String.join(
                                    ", ",
                                    accounts.list().stream().map(MailAccount::id).toList())))));
  }

  private Submitted begin(MailAccount account) {
    return tasks.submit(TASK, account.id(), "Reading mail: " + account.name(), account.id());
  }

  /** How it stands with a mailbox. */
  public SyncState state(String id) {
    List<MailFolder> folders =
        mails.folders().stream().filter(folder -> folder.account().equals(id)).toList();
    Optional<Instant> synced =
        folders.stream().map(MailFolder::synced).flatMap(Optional::stream).max(Instant::compareTo);
    Key key = Key.of(id);
    boolean running =
        Optional.ofNullable(locks.get(key)).map(ReentrantLock::isLocked).orElse(false);
    return new SyncState(running, synced, Optional.ofNullable(failures.get(key)));
  }

  /** What came of reading a mailbox the last time in this program, where that went well. */
  public Optional<Synced> lately(String id) {
    return Optional.ofNullable(lately.get(Key.of(id)));
  }

  private void forgetFailures() {
    String tenant = Tenant.current().id();
    failures.keySet().removeIf(key -> key.tenant().equals(tenant));
  }

  private String run(TaskRun run) throws TaskFailedException, InterruptedException {
    MailAccount account =
        accounts
            .find(run.params())
            .orElseThrow(
                () ->
                    new TaskFailedException(
                        "Mailbox \"%s\" is not there any more.".formatted(run.params())));
    try {
      return sync(account, run).sentence();
    } catch (MailException failed) {
      throw new TaskFailedException(failed.sentence(), failed);
    }
  }

  /** Reads a mailbox whole. */
  private Synced sync(MailAccount account, TaskRun run) throws MailException, InterruptedException {
    ReentrantLock lock = lock(account);
    lock.lockInterruptibly();
    try {
      told();
      Synced synced = withPatience(account, run);
      lately.put(Key.of(account.id()), synced);
      failures.remove(Key.of(account.id()));
      return synced;
    } catch (MailException failed) {
      failed(account, failed);
      throw failed;
    } finally {
      lock.unlock();
      told();
    }
  }

  private Synced withPatience(MailAccount account, TaskRun run)
      throws MailException, InterruptedException {
    var pause = patience.firstPause();
    var fresh = new AtomicInteger();
    int inVain = 0;
    for (int tries = 1; ; tries++) {
      long achieved = reading.achieved();
      try {
        return once(account, run, fresh);
      } catch (MailException failed) {
        inVain = reading.achieved() == achieved ? inVain + 1 : 1;
        // Who is cut off goes on where they were; what the server says on purpose is not argued
        // with.
        if (failed.kind() != MailException.Kind.UNREACHABLE
            || inVain == TRIES_IN_VAIN
            || tries == TRIES) {
          throw failed;
        }
        run.step("The connection broke; trying again.");
        Thread.sleep(pause);
        pause = inVain > 1 ? pause.multipliedBy(2) : patience.firstPause();
      }
    }
  }

  private Synced once(MailAccount account, TaskRun run, AtomicInteger fresh)
      throws MailException, InterruptedException {
    run.step("Connecting to " + account.server().host());
    var problems = new ArrayList<String>();
    int gone = 0;
    long held = 0;
    int read = 0;
    try (Connection connection = connections.open(account)) {
      for (Map.Entry<String, FolderRole> each :
          planned(account.folders(), connection.folders()).entrySet()) {
        run.step("Folder " + each.getKey());
        try (OpenFolder open = connection.open(each.getKey())) {
          FolderReading.Outcome outcome =
              reading.read(
                  account,
                  open,
                  folder(account, each.getKey(), each.getValue()),
                  new Told(run, fresh));
          gone += outcome.gone();
          held += outcome.held();
          read++;
        } catch (MailException failed) {
          if (failed.kind() != MailException.Kind.FOLDER) {
            throw failed;
          }
          problems.add(failed.sentence());
        }
      }
    } catch (MailException failed) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw failed;
    }
    if (read == 0 && !problems.isEmpty()) {
      throw new MailException(MailException.Kind.FOLDER, String.join(" ", problems));
    }
    return new Synced(fresh.get(), gone, held, read, problems);
  }

  /** Which folders are read, as what. */
  static Map<String, FolderRole> planned(MailFolderChoice choice, List<ServerFolder> there) {
    var planned = new LinkedHashMap<String, FolderRole>();
    choice
        .chosen()
        .forEach(
            name ->
                planned.put(
                    ServerFolder.isInbox(name) ? "INBOX" : name,
                    ServerFolder.isInbox(name) ? FolderRole.INBOX : FolderRole.CHOSEN));
    choice.todo().ifPresent(name -> planned.put(name, FolderRole.TODO));
    choice.forwarded().ifPresent(name -> planned.put(name, FolderRole.FORWARDED));
    ServerFolder.sent(there, choice).ifPresent(name -> planned.put(name, FolderRole.SENT));
    return planned;
  }

  private MailFolder folder(MailAccount account, String name, FolderRole role) {
    return mails.folder(account.id(), name, role);
  }

  /** The first time takes long: the person sees it as a task, and whoever listens waits for it. */
  void first(MailAccount account) throws InterruptedException {
    if (state(account.id()).synced().isEmpty()) {
      long task = begin(account).id();
      while (tasks.find(task).map(Task::state).map(TaskState::isLive).orElse(false)) {
        Thread.sleep(LOOK);
      }
    }
  }

  /** Reads what is new in one folder that is open already. */
  void read(MailAccount account, OpenFolder open, FolderRole role)
      throws MailException, InterruptedException {
    ReentrantLock lock = lock(account);
    lock.lockInterruptibly();
    try {
      var _ = reading.read(account, open, folder(account, open.name(), role), UNTOLD);
      if (failures.remove(Key.of(account.id())) != null) {
        told();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Notes why a mailbox could not be read. */
  void failed(MailAccount account, MailException why) {
    failures.put(
        Key.of(account.id()), new SyncState.Failed(why.kind(), why.sentence(), clock.instant()));
    told();
  }

  private ReentrantLock lock(MailAccount account) {
    return locks.computeIfAbsent(Key.of(account.id()), key -> new ReentrantLock());
  }

  private void told() {
    live.changed(Tenant.current().id(), Mails.TOPIC);
  }
}
