package dev.peregrine.host.imap;

import dev.peregrine.host.config.MailAccount;
import dev.peregrine.host.config.MailFile;
import dev.peregrine.host.config.MailPlan;
import dev.peregrine.host.live.Live;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.secrets.SecretStore;
import dev.peregrine.host.tenancy.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The current tenant's mailboxes, and what opens them, which is sealed. Whoever reads them hears
 * when they change.
 */
public final class MailAccounts {

  /** What the secret of a password is called. */
  public static final String PASSWORD = "password";

  private final MailFile file;
  private final SecretStore secrets;
  private final Live live;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  public MailAccounts(MailFile file, SecretStore secrets, Live live) {
    this.file = file;
    this.secrets = secrets;
    this.live = live;
  }

  /** Calls somebody after a change, for the tenant whose mailboxes changed. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** The file, for what else stands in it. */
  public MailFile file() {
    return file;
  }

  /**
   * All mailboxes, also those that are switched off.
   *
   * @throws dev.peregrine.host.config.ConfigException where the file cannot be read and never could
   */
  public List<MailAccount> list() {
    return file.current().accounts();
  }

  /** The mailbox of that id. */
  public Optional<MailAccount> find(String id) {
    return file.current().find(id);
  }

  /**
   * Keeps a mailbox in the place of the one of its id, or as a new one.
   *
   * @param password in the place of the one before; empty leaves that
   * @throws dev.peregrine.host.config.ConfigException where the file has a mistake, which is then
   *     left alone, or cannot be written
   * @throws dev.peregrine.host.secrets.SecretException where the password cannot be sealed; then
   *     nothing was kept
   */
  public void save(MailAccount account, Optional<String> password) {
    // First what may fail without leaving half of it.
    password.ifPresent(value -> putSecret(account.id(), PASSWORD, value));
    MailPlan _ = file.change(plan -> plan.with(account));
    changed();
  }

  /**
   * Takes a mailbox away. What opens it stays sealed until {@link #forgetSecrets}, so that this can
   * be undone by {@link #save}; its mails stay until {@link Mails#forget}.
   *
   * @return what it was
   */
  public Optional<MailAccount> remove(String id) {
    Optional<MailAccount> before = find(id);
    if (before.isPresent()) {
      MailPlan _ = file.change(plan -> plan.without(id));
      changed();
    }
    return before;
  }

  /**
   * Something that opens a mailbox.
   *
   * @param what {@link #PASSWORD}, or the name of a token
   */
  public Optional<String> secret(String id, String what) {
    return secrets.value(secretName(id, what));
  }

  /** Whether there is such a secret; needs no key. */
  public boolean hasSecret(String id, String what) {
    return secrets.isSet(secretName(id, what));
  }

  /** Seals something that opens a mailbox. */
  public void putSecret(String id, String what, String value) {
    secrets.put(secretName(id, what), value);
  }

  /** Forgets all that opens a mailbox. */
  public void forgetSecrets(String id) {
    secrets.names().stream()
        .filter(name -> name.startsWith(secretName(id, "")))
        .toList()
        .forEach(secrets::remove);
  }

  /** What a secret of a mailbox is called among all. */
  public static String secretName(String id, String what) {
    return "mail/" + id + "/" + what;
  }

  /** Tells those who read mailboxes that one of them has to be looked at anew. */
  public void changed() {
    live.changed(Tenant.current().id(), Mails.TOPIC);
    listeners.forEach(Runnable::run);
  }
}
