package dev.peregrine.host.boot;

import dev.peregrine.host.imap.Connections;
import dev.peregrine.host.imap.MailAccounts;
import dev.peregrine.host.imap.MailProbe;
import dev.peregrine.host.imap.Patience;
import dev.peregrine.host.mailbox.MailTokens;
import dev.peregrine.host.oauth.DeviceSignIns;
import dev.peregrine.host.oauth.OAuth;
import dev.peregrine.host.oauth.OAuthProvider;
import dev.peregrine.host.oauth.OAuthUse;
import dev.peregrine.host.oauth.RegisteredClients;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;

/** What opens mailboxes, and what tries them. */
final class MailAccess {

  /** Somebody sits before the page and waits. */
  private static final Patience SHORT =
      new Patience(
          Duration.ofSeconds(10),
          Duration.ofSeconds(20),
          Patience.usual().listen(),
          Patience.usual().firstPause(),
          Patience.usual().longestPause());

  private final RegisteredClients clients;
  private final OAuth oauth;
  private final DeviceSignIns devices;
  private final MailTokens tokens;
  private final MailProbe probe;

  MailAccess(AfterApplying.Ground ground, MailAccounts accounts) {
    clients = new RegisteredClients(OAuthProvider.ALL, ground.secrets());
    oauth =
        new OAuth(
            clients,
            OAuthUse.MAIL,
            ground.secrets(),
            ground.http(),
            ground.clock(),
            new SecureRandom());
    devices = new DeviceSignIns(DeviceSignIns.MAIL, oauth, ground.tasks(), Thread::sleep);
    tokens = new MailTokens(oauth);
    probe =
        new MailProbe(
            new Connections(
                accounts, tokens, ground.http().sockets("mail"), Optional.empty(), SHORT));
  }

  OAuth oauth() {
    return oauth;
  }

  RegisteredClients clients() {
    return clients;
  }

  DeviceSignIns devices() {
    return devices;
  }

  MailTokens tokens() {
    return tokens;
  }

  MailProbe probe() {
    return probe;
  }
}
