package dev.peregrine.host.backup;

import dev.peregrine.host.config.BackupFile;
import dev.peregrine.host.config.BackupFile.Schedule;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.secrets.SecretException;
import dev.peregrine.host.secrets.SecretStore;
import dev.peregrine.host.storage.DatabaseFiles;
import dev.peregrine.host.tasks.Submitted;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskFailedException;
import dev.peregrine.host.tasks.TaskRun;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Gate;
import dev.peregrine.host.tenancy.Tenant;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Backups in the background: made now or on schedule, and restores from a page. */
public final class BackupTasks {

  /** The type of the task that makes one. */
  public static final String MAKE = "backup";

  /** The type of the task that restores one. */
  public static final String RESTORE = "restore";

  private static final Logger LOG = LoggerFactory.getLogger(BackupTasks.class);

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Tasks tasks;
  private final PluginRuntime plugins;
  private final SecretStore secrets;
  private final DatabaseFiles databases;
  private final String version;
  private final InstantSource clock;
  private final Gate restoring;
  private final Anew anew;
  private final BackupFile file = new BackupFile();

  // Passphrases live in memory only, and only until the task has taken them.
  private final Map<String, Passphrase> passphrases = new ConcurrentHashMap<>();
  private final AtomicLong locks = new AtomicLong();

  /** What a task is told; the passphrase is not in it. */
  record Params(String name, boolean plugins, boolean scheduled, boolean portable, String lock) {}

  /**
   * @param restoring before restoring and before deleting everything
   * @param anew puts a prepared restore in place
   */
  public BackupTasks(
      Tasks tasks,
      PluginRuntime plugins,
      SecretStore secrets,
      DatabaseFiles databases,
      Gate restoring,
      String version,
      InstantSource clock,
      Anew anew) {
    this.tasks = tasks;
    this.plugins = plugins;
    this.secrets = secrets;
    this.databases = databases;
    this.version = version;
    this.clock = clock;
    this.restoring = restoring;
    this.anew = anew;
    tasks.register(MAKE, this::make);
    tasks.register(RESTORE, restoring, this::restore);
  }

  /** The current tenant's backups. */
  public Backups backups() {
    return new Backups(Tenant.current().home(), databases, version, clock);
  }

  /** Whether databases are encrypted, so that only this server can restore a backup as it is. */
  boolean areEncrypted() {
    return databases.areEncrypted();
  }

  /** The plugins that are installed. */
  public List<Backups.Plugin> installed() {
    return plugins.plugins().stream()
        .map(
            plugin ->
                new Backups.Plugin(
                    plugin.id(), plugin.version(), plugin.sha256(), plugin.shipped()))
        .toList();
  }

  /** Makes a backup now, in the caller's thread. */
  public Backups.Made make(Path target, BackupPlan plan, Progress progress) {
    Map<String, String> values = plan.passphrase().isPresent() ? secrets.entered() : Map.of();
    return backups().make(target, plan, installed(), values, progress);
  }

  /** Seals the secrets that a restore brought. */
  public void sealRestored() {
    try {
      backups().handOverSecrets(secrets::putAll);
    } catch (BackupException | SecretException notNow) {
      LOG.error("The keys and passwords of the restored backup are not stored yet.", notNow);
    }
  }

  /** Has a backup made now, unless one is being made. */
  Submitted makeNow(BackupPlan plan) {
    return make(plan, false);
  }

  private Submitted make(BackupPlan plan, boolean scheduled) {
    var params =
        new Params("", plan.withPlugins(), scheduled, plan.portable(), lock(plan.passphrase()));
    return tasks.submit(MAKE, "", "Make a backup", JSON.writeValueAsString(params));
  }

  /** Has a backup checked, unpacked and put in place, for which Peregrine begins anew. */
  Submitted restoreNow(String name, String lock) {
    restoring.pass();
    var params = new Params(name, false, false, false, lock);
    return tasks.submit(RESTORE, "", "Restore " + name, JSON.writeValueAsString(params));
  }

  /** Keeps a passphrase for a task that follows. */
  String lock(Optional<Passphrase> passphrase) {
    if (passphrase.isEmpty()) {
      return "";
    }
    String lock = Long.toString(locks.incrementAndGet());
    passphrases.put(whose(lock), passphrase.get());
    return lock;
  }

  /** A number that another tenant names opens nothing. */
  private static String whose(String lock) {
    return Tenant.current().id() + " " + lock;
  }

  private Optional<Passphrase> unlock(Params params) throws TaskFailedException {
    if (params.lock().isEmpty()) {
      return Optional.empty();
    }
    Passphrase kept = passphrases.remove(whose(params.lock()));
    if (kept == null) {
      throw new TaskFailedException(
          "The passphrase was forgotten, as it is never stored. Enter it again under Settings → Backup.");
    }
    return Optional.of(kept);
  }

  /** The one that is being made or restored. */
  Optional<Task> running() {
    return tasks.active().stream().filter(BackupTasks::isOurs).findFirst();
  }

  /** The last one that ended. */
  Optional<Task> last() {
    return tasks.recent(30).stream()
        .filter(task -> isOurs(task) && !task.state().isLive())
        .findFirst();
  }

  private static boolean isOurs(Task task) {
    return task.type().equals(MAKE) || task.type().equals(RESTORE);
  }

  private String make(TaskRun run) throws TaskFailedException {
    Params params = JSON.readValue(run.params(), Params.class);
    Backups backups = backups();
    try {
      Optional<Passphrase> passphrase = unlock(params);
      Path target = backups.newFile(params.scheduled());
      Backups.Made made =
          make(
              target,
              new BackupPlan(passphrase, params.plugins(), params.portable()),
              telling(run));
      if (params.scheduled()) {
        backups.tidy(schedule().keep());
      }
      return sentence(made, passphrase.isPresent());
    } catch (BackupException | SecretException failed) {
      throw new TaskFailedException(String.valueOf(failed.getMessage()));
    }
  }

  /** What was made, and what is not in it. */
  public static String sentence(Backups.Made made, boolean encrypted) {
    var text =
        new StringBuilder(
            "%s, %s, %s%s."
                .formatted(
                    made.file().getFileName(),
                    Sizes.words(made.bytes()),
                    Sizes.counted(made.files(), "file"),
                    encrypted ? ", encrypted, with keys and passwords" : ""));
    if (!encrypted) {
      text.append(" Keys and passwords are not in it");
      text.append(
          made.leftOut().isEmpty()
              ? "."
              : ", nor %s.".formatted(String.join(", ", made.leftOut())));
    }
    if (!made.unfit().isEmpty()) {
      text.append(
          " Left out because of their names: %s.".formatted(String.join(", ", made.unfit())));
    }
    return text.toString();
  }

  private String restore(TaskRun run) throws TaskFailedException {
    Params params = JSON.readValue(run.params(), Params.class);
    Backups backups = backups();
    try {
      backups.prepare(backups.named(params.name()), unlock(params), telling(run));
    } catch (BackupException failed) {
      throw new TaskFailedException(failed.sentence());
    }
    anew.begin();
    return "Checked and unpacked. Peregrine starts again with it.";
  }

  /**
   * Has everything deleted, for which Peregrine starts again.
   *
   * @return what could not be deleted, as a sentence
   */
  Optional<String> deleteEverything() {
    restoring.pass();
    backups().erasure().plan();
    // Their values go with the home; the key may be elsewhere.
    Optional<String> left = anew.forgetKey();
    anew.begin();
    return left;
  }

  private static Progress telling(TaskRun run) {
    return new Progress() {
      @Override
      public void step(String text) {
        run.step(text);
      }

      @Override
      public void of(long done, long total) {
        run.of(done, total);
      }
    };
  }

  /** When backups are made. */
  Schedule schedule() {
    return file.schedule();
  }

  void schedule(Schedule schedule) {
    file.save(schedule);
  }

  /** Has the backup made that is due. */
  void makeScheduled() {
    make(BackupPlan.usual(), true);
  }
}
