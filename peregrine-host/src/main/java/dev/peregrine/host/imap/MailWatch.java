package dev.peregrine.host.imap;

import dev.peregrine.host.config.ConfigException;
import dev.peregrine.host.config.MailAccount;
import dev.peregrine.host.config.MailFolderChoice;
import dev.peregrine.host.config.MailPlan;
import dev.peregrine.host.mails.FolderRole;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens at servers, so that new mails come at once: a connection and a virtual thread for each
 * folder. Whoever changes mailboxes calls {@link #refresh}, as does somebody now and then, since
 * the file can be edited by hand.
 */
public final class MailWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(MailWatch.class);

  /** Providers count connections, and the program needs one more to read the rest. */
  private static final int MOST_FOLDERS = 3;

  private final MailAccounts accounts;
  private final Connections connections;
  private final MailSync sync;
  private final Patience patience;
  private final Map<Place, Watcher> watchers = new ConcurrentHashMap<>();
  private volatile boolean listening;
  private volatile boolean closed;

  private record Place(String tenant, String account, String folder) {}

  public MailWatch(
      MailAccounts accounts, Connections connections, MailSync sync, Patience patience) {
    this.accounts = accounts;
    this.connections = connections;
    this.sync = sync;
    this.patience = patience;
    accounts.onChange(this::changed);
  }

  /** Begins to listen for the current tenant; before it, nobody does. */
  public void start() {
    listening = true;
    refresh();
  }

  /** No longer listens for the current tenant, until somebody calls {@link #refresh} for them. */
  public void leave() {
    stop(Tenant.current().id());
  }

  /** A password may have changed, which no file says: all are asked anew. */
  private void changed() {
    if (listening) {
      stop(Tenant.current().id());
      refresh();
    }
  }

  /** Listens where the current tenant wants it, and nowhere else. */
  public synchronized void refresh() {
    if (!listening || closed) {
      return;
    }
    MailPlan plan;
    try {
      plan = accounts.file().current();
    } catch (ConfigException mistake) {
      // It is said on pages; until it is corrected, nobody knows what is wanted.
      return;
    }
    var wanted = new LinkedHashMap<Place, MailAccount>();
    if (plan.watch()) {
      for (MailAccount account : plan.on()) {
        folders(account.folders())
            .keySet()
            .forEach(
                folder ->
                    wanted.put(new Place(Tenant.current().id(), account.id(), folder), account));
      }
    }
    watchers.forEach(
        (place, watcher) -> {
          if (place.tenant().equals(Tenant.current().id())
              && !watcher.account.equals(wanted.get(place))) {
            watchers.remove(place);
            watcher.stop();
          }
        });
    wanted.forEach(
        (place, account) -> {
          if (!watchers.containsKey(place)) {
            var watcher =
                new Watcher(
                    account,
                    place.folder(),
                    folders(account.folders()).getOrDefault(place.folder(), FolderRole.CHOSEN));
            watchers.put(place, watcher);
            watcher.start();
          }
        });
  }

  /** Which folders are listened to: what comes in, not what the person wrote. */
  static Map<String, FolderRole> folders(MailFolderChoice choice) {
    var folders = new LinkedHashMap<String, FolderRole>();
    MailSync.planned(choice, List.of())
        .forEach(
            (name, role) -> {
              if (role != FolderRole.SENT && folders.size() < MOST_FOLDERS) {
                folders.put(name, role);
              }
            });
    return folders;
  }

  /** How many folders are listened to at this moment. */
  public int listening() {
    return (int) watchers.values().stream().filter(watcher -> watcher.listens).count();
  }

  private synchronized void stop(String tenant) {
    watchers.forEach(
        (place, watcher) -> {
          if (place.tenant().equals(tenant)) {
            watchers.remove(place);
            watcher.stop();
          }
        });
  }

  @Override
  public void close() {
    closed = true;
    List.copyOf(watchers.values()).forEach(Watcher::stop);
    for (Watcher watcher : List.copyOf(watchers.values())) {
      watcher.join();
    }
    watchers.clear();
  }

  private final class Watcher {

    private final MailAccount account;
    private final String folder;
    private final FolderRole role;
    private final AtomicReference<@Nullable Connection> connection = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean stopped;
    private volatile boolean listens;

    Watcher(MailAccount account, String folder, FolderRole role) {
      this.account = account;
      this.folder = folder;
      this.role = role;
      this.thread =
          Thread.ofVirtual()
              .name("mail-watch-" + account.id())
              .unstarted(Tenant.carry(this::watch));
    }

    void start() {
      thread.start();
    }

    void stop() {
      stopped = true;
      thread.interrupt();
      Connection open = connection.get();
      if (open != null) {
        open.cut();
      }
    }

    void join() {
      try {
        boolean _ = thread.join(Duration.ofSeconds(5));
      } catch (InterruptedException hurry) {
        Thread.currentThread().interrupt();
      }
    }

    private void watch() {
      Duration pause = patience.firstPause();
      while (!stopped) {
        boolean listened = false;
        try {
          listened = once();
          if (!listened) {
            // The server cannot tell; the schedule looks.
            return;
          }
        } catch (InterruptedException stopping) {
          return;
        } catch (MailException failed) {
          if (stopped) {
            return;
          }
          sync.failed(account, failed);
          if (isForPerson(failed)) {
            return;
          }
          listened = listens;
          LOG.info(
              "Mailbox {}: the connection that listens broke ({})", account.id(), failed.kind());
        } catch (RuntimeException broken) {
          LOG.warn("Mailbox {}: listening failed", account.id(), broken);
        } finally {
          listens = false;
        }
        pause = listened ? patience.firstPause() : longer(pause);
        try {
          Thread.sleep(pause);
        } catch (InterruptedException stopping) {
          return;
        }
      }
    }

    private Duration longer(Duration pause) {
      Duration longer = pause.multipliedBy(2);
      return longer.compareTo(patience.longestPause()) > 0 ? patience.longestPause() : longer;
    }

    private static boolean isForPerson(MailException failed) {
      return switch (failed.kind()) {
        case LOGIN, INSECURE, FOLDER -> true;
        case UNREACHABLE, BUSY, BROKEN -> false;
      };
    }

    /** Listens until it is stopped or the connection breaks; false where the server cannot tell. */
    private boolean once() throws MailException, InterruptedException {
      sync.first(account);
      try (Connection open = connections.open(account)) {
        connection.set(open);
        if (!open.can("IDLE")) {
          return false;
        }
        try (OpenFolder looked = open.open(folder)) {
          sync.read(account, looked, role);
          while (!stopped) {
            listens = true;
            if (looked.listen(patience.listen(), patience.answer(), open::cut)) {
              sync.read(account, looked, role);
            }
          }
        }
        return true;
      } finally {
        connection.set(null);
      }
    }
  }
}
