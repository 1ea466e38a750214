package dev.peregrine.host.mailbox;

import dev.peregrine.host.config.MailAccount;
import dev.peregrine.host.imap.MailAccounts;
import dev.peregrine.host.imap.MailException;
import dev.peregrine.host.imap.MailProbe;
import dev.peregrine.host.imap.ProbeFinding;
import dev.peregrine.host.imap.Probed;
import dev.peregrine.host.imap.ServerFolder;
import dev.peregrine.host.secrets.SecretException;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tries mailboxes with what is typed or sealed, and remembers the folders that were seen. */
final class Trials {

  private final MailAccounts accounts;
  private final MailTokens tokens;
  private final MailProbe probe;
  private final Map<String, List<ServerFolder>> seen = new ConcurrentHashMap<>();

  Trials(MailAccounts accounts, MailTokens tokens, MailProbe probe) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.probe = probe;
  }

  /**
   * Tries a mailbox.
   *
   * @param typed the password in the form; empty for the one that is sealed
   */
  Probed of(MailAccount account, String typed) throws InterruptedException {
    Probed probed = tried(account, typed);
    if (probed.isGood()) {
      seen.put(key(account.id()), probed.folders());
    }
    return probed;
  }

  private Probed tried(MailAccount account, String typed) throws InterruptedException {
    try {
      return switch (account.auth()) {
        case PASSWORD -> {
          Optional<String> password =
              typed.isEmpty()
                  ? accounts.secret(account.id(), MailAccounts.PASSWORD)
                  : Optional.of(typed);
          yield password.isEmpty()
              ? failed(ProbeFinding.NO_SECRET, "")
              : probe.probe(account, password.get());
        }
        case XOAUTH2 -> withToken(account);
      };
    } catch (SecretException notOpened) {
      return failed(ProbeFinding.NO_SECRET, notOpened.sentence());
    }
  }

  private Probed withToken(MailAccount account) throws InterruptedException {
    try {
      Probed probed = probe.probe(account, tokens.fresh(account, false));
      return probed.finding() == ProbeFinding.TOKEN_REFUSED
          ? probe.probe(account, tokens.fresh(account, true))
          : probed;
    } catch (MailException none) {
      return failed(
          none.kind() == MailException.Kind.UNREACHABLE
              ? ProbeFinding.UNAVAILABLE
              : ProbeFinding.SIGN_IN,
          none.sentence());
    }
  }

  private static Probed failed(ProbeFinding finding, String said) {
    return new Probed(finding, said, Duration.ZERO, List.of(), false);
  }

  /** The folders that were seen at the last try of this program; empty where there was none. */
  Optional<List<ServerFolder>> folders(String account) {
    return Optional.ofNullable(seen.get(key(account)));
  }

  private static String key(String account) {
    return Tenant.current().id() + " " + account;
  }
}
