package dev.peregrine.host.mailbox;

import dev.peregrine.host.imap.MailAccounts;
import dev.peregrine.host.imap.MailProbe;
import dev.peregrine.host.imap.MailSync;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.oauth.DeviceSignIns;
import dev.peregrine.host.oauth.OAuth;
import dev.peregrine.host.oauth.RegisteredClients;
import dev.peregrine.host.schedules.Schedules;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import java.time.InstantSource;

/** All pages about mailboxes. */
public final class MailboxPages implements Routes {

  private final MailSettingsRoutes list;
  private final MailboxRoutes one;
  private final SignInRoutes signIn;

  public MailboxPages(
      MailAccounts accounts,
      Mails mails,
      MailTokens tokens,
      MailProbe probe,
      OAuth oauth,
      RegisteredClients clients,
      DeviceSignIns devices,
      MailSync sync,
      SyncPills pills,
      Schedules schedules,
      InstantSource clock) {
    var trials = new Trials(accounts, tokens, probe);
    var signIns = new SignInViews(oauth, devices);
    var views = new MailboxViews(accounts, trials, signIns);
    list = new MailSettingsRoutes(accounts, sync, pills, schedules);
    one = new MailboxRoutes(accounts, mails, trials, views, new Removed(accounts, clock));
    signIn = new SignInRoutes(accounts, oauth, clients, devices, signIns, views);
  }

  @Override
  public void add(RouteRegistry routes) {
    list.add(routes);
    one.add(routes);
    signIn.add(routes);
  }
}
