package dev.peregrine.host.mailbox;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.config.ConfigException;
import dev.peregrine.host.config.MailAccount;
import dev.peregrine.host.imap.MailAccounts;
import dev.peregrine.host.imap.MailSync;
import dev.peregrine.host.imap.SyncState;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.web.Visit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Says how it stands with reading mail, for whichever page shows it. */
public final class SyncPills {

  private final MailAccounts accounts;
  private final MailSync sync;
  private final Tasks tasks;

  public SyncPills(MailAccounts accounts, MailSync sync, Tasks tasks) {
    this.accounts = accounts;
    this.sync = sync;
    this.tasks = tasks;
  }

  /** For a page; empty where no mailbox is read. */
  public Optional<SyncPillPart> of(Visit visit) {
    return of(visit, visit.address());
  }

  Optional<SyncPillPart> of(Visit visit, String here) {
    List<MailAccount> read = read();
    if (read.isEmpty()) {
      return Optional.empty();
    }
    List<Task> live =
        tasks.active().stream().filter(task -> task.type().equals(MailSync.TASK)).toList();
    List<SyncState> states = read.stream().map(account -> sync.state(account.id())).toList();
    if (!live.isEmpty() || states.stream().anyMatch(SyncState::running)) {
      return Optional.of(part(visit, here, "running", running(live), List.of()));
    }
    List<String> problems =
        states.stream()
            .flatMap(state -> state.failed().stream())
            .map(SyncState.Failed::sentence)
            .toList();
    if (!problems.isEmpty()) {
      return Optional.of(
          part(
              visit, here, "failed", t("mailbox.pill-failed", "count", problems.size()), problems));
    }
    // What is shown is true of all of them.
    boolean all = states.stream().allMatch(state -> state.synced().isPresent());
    Optional<Instant> oldest =
        states.stream().flatMap(state -> state.synced().stream()).min(Instant::compareTo);
    String word =
        all && oldest.isPresent()
            ? t("mailbox.pill-read", "when", visit.times().momentWithin(oldest.get()))
            : t("mailbox.pill-never");
    return Optional.of(part(visit, here, "idle", word, List.of()));
  }

  /** A file with a mistake is said in the settings, not on every page. */
  private List<MailAccount> read() {
    try {
      return accounts.file().current().on();
    } catch (ConfigException broken) {
      return List.of();
    }
  }

  private static String running(List<Task> live) {
    long done = live.stream().mapToLong(Task::done).sum();
    long total = live.stream().mapToLong(Task::total).sum();
    return total > 0
        ? t("mailbox.pill-reading-of", "done", done, "total", total)
        : t("mailbox.pill-reading");
  }

  private static SyncPillPart part(
      Visit visit, String here, String kind, String word, List<String> problems) {
    return new SyncPillPart(kind, word, problems, here, visit.token());
  }
}
