package dev.peregrine.host.boot;

import dev.peregrine.host.config.MailFile;
import dev.peregrine.host.imap.Connections;
import dev.peregrine.host.imap.MailAccounts;
import dev.peregrine.host.imap.MailSync;
import dev.peregrine.host.imap.MailWatch;
import dev.peregrine.host.imap.Patience;
import dev.peregrine.host.imap.RecurringMail;
import dev.peregrine.host.mailbox.SyncPills;
import dev.peregrine.host.mails.Arrivals;
import dev.peregrine.host.mails.MailReading;
import dev.peregrine.host.mails.Mails;
import java.util.Optional;

/** What reads mailboxes on servers, wired over where mails are kept. */
final class Mailboxes {

  private final MailAccounts accounts;
  private final MailAccess access;
  private final Connections connections;
  private final MailSync sync;
  private final MailWatch watch;
  private final SyncPills pills;

  Mailboxes(AfterApplying.Ground ground, Mails mails, Arrivals arrivals, MailReading reading) {
    accounts = new MailAccounts(new MailFile(), ground.secrets(), ground.live());
    access = new MailAccess(ground, accounts);
    connections =
        new Connections(
            accounts,
            access.tokens(),
            ground.http().sockets("mail"),
            Optional.empty(),
            Patience.usual());
    sync =
        new MailSync(
            accounts,
            connections,
            mails,
            arrivals,
            reading,
            ground.tasks(),
            ground.live(),
            ground.clock(),
            Patience.usual());
    pills = new SyncPills(accounts, sync, ground.tasks());
    watch = new MailWatch(accounts, connections, sync, Patience.usual());
    ground.schedules().register(new RecurringMail(accounts, sync));
  }

  MailAccounts accounts() {
    return accounts;
  }

  MailAccess access() {
    return access;
  }

  Connections connections() {
    return connections;
  }

  MailSync sync() {
    return sync;
  }

  SyncPills pills() {
    return pills;
  }

  MailWatch watch() {
    return watch;
  }
}
