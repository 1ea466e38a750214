package dev.peregrine.host.mailbox;

import dev.peregrine.host.config.MailAccount;
import dev.peregrine.host.imap.MailAccounts;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Mailboxes that were taken away, for an hour, so that it can be undone. What opens them is in
 * memory then and nowhere else.
 */
final class Removed {

  private static final Duration KEPT = Duration.ofHours(1);
  private static final String REFRESH = "refresh-token";

  private record One(MailAccount account, Map<String, String> secrets, Instant until) {
    @Override
    public String toString() {
      return "One[" + account.id() + "]";
    }
  }

  private final MailAccounts accounts;
  private final InstantSource clock;
  private final Map<String, One> removed = new ConcurrentHashMap<>();

  Removed(MailAccounts accounts, InstantSource clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  /** Takes a mailbox away. */
  Optional<MailAccount> remove(String id) {
    tidy();
    var secrets = new LinkedHashMap<String, String>();
    for (String what : new String[] {MailAccounts.PASSWORD, REFRESH}) {
      accounts.secret(id, what).ifPresent(value -> secrets.put(what, value));
    }
    Optional<MailAccount> before = accounts.remove(id);
    before.ifPresent(
        account -> {
          removed.put(key(id), new One(account, secrets, clock.instant().plus(KEPT)));
          accounts.forgetSecrets(id);
        });
    return before;
  }

  /** Brings it back; empty where it is too late, or another one has its place. */
  Optional<MailAccount> undo(String id) {
    tidy();
    One one = removed.get(key(id));
    if (one == null || accounts.find(id).isPresent()) {
      return Optional.empty();
    }
    one.secrets().forEach((what, value) -> accounts.putSecret(id, what, value));
    accounts.save(one.account(), Optional.empty());
    removed.remove(key(id));
    return Optional.of(one.account());
  }

  private void tidy() {
    removed.values().removeIf(each -> !clock.instant().isBefore(each.until()));
  }

  private static String key(String id) {
    return Tenant.current().id() + " " + id;
  }
}
