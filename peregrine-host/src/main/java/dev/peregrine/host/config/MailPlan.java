package dev.peregrine.host.config;

import dev.peregrine.host.schedules.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which mailboxes are read, and when.
 *
 * @param accounts in the file's order
 * @param check when all of them are looked at
 * @param watch whether the program hears of new mails at once, where a server says so
 */
public record MailPlan(List<MailAccount> accounts, Timing check, boolean watch) {

  /** No mailbox. */
  public static final MailPlan NONE = new MailPlan(List.of(), new Timing.Hourly(1), true);

  public MailPlan {
    accounts = List.copyOf(accounts);
  }

  /** The account of that id. */
  public Optional<MailAccount> find(String id) {
    return accounts.stream().filter(account -> account.id().equals(id)).findFirst();
  }

  /** Those that are read. */
  public List<MailAccount> on() {
    return accounts.stream().filter(MailAccount::on).toList();
  }

  /** This with an account in the place of the one of its id, or as the last one. */
  public MailPlan with(MailAccount account) {
    var after = new ArrayList<>(accounts);
    int place = accounts.stream().map(MailAccount::id).toList().indexOf(account.id());
    if (place >= 0) {
      after.set(place, account);
    } else {
      after.add(account);
    }
    return new MailPlan(after, check, watch);
  }

  /** This without that account. */
  public MailPlan without(String id) {
    return new MailPlan(
        accounts.stream().filter(account -> !account.id().equals(id)).toList(), check, watch);
  }

  public MailPlan withCheck(Timing newCheck) {
    return new MailPlan(accounts, newCheck, watch);
  }

  public MailPlan withWatch(boolean newWatch) {
    return new MailPlan(accounts, check, newWatch);
  }
}
