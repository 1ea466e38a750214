package dev.peregrine.host.imap;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.config.MailPlan;
import dev.peregrine.host.schedules.Recurrence;
import dev.peregrine.host.schedules.Recurring;
import java.time.Duration;
import java.util.List;

/** Reads mailboxes at their times, also where no server says by itself that something came. */
public final class RecurringMail implements Recurrence {

  private static final Duration JITTER = Duration.ofMinutes(2);

  private final MailAccounts accounts;
  private final MailSync sync;

  public RecurringMail(MailAccounts accounts, MailSync sync) {
    this.accounts = accounts;
    this.sync = sync;
  }

  @Override
  public List<Recurring> current() {
    MailPlan plan = accounts.file().current();
    return plan.on().isEmpty()
        ? List.of()
        : List.of(
            new Recurring(
                "mail:all", t("schedules.mail"), "/settings/mail", plan.check(), true, JITTER));
  }

  @Override
  public void begin(List<Recurring> due) {
    var _ = sync.beginDue();
  }
}
