package dev.peregrine.host.imap;

import dev.peregrine.host.config.MailAccount;

/** Gives tokens for mailboxes whose provider wants one in the place of a password. */
@FunctionalInterface
public interface Tokens {

  /**
   * A token that the server takes now, renewed where the one before is over.
   *
   * @param refused whether the server just refused the one that this gave last
   * @throws MailException where the provider gives none; its sentence says what to do
   */
  String fresh(MailAccount account, boolean refused) throws MailException, InterruptedException;

  /** Of nobody: for where no provider is known. */
  static Tokens none() {
    return (account, refused) -> {
      throw new MailException(
          MailException.Kind.LOGIN,
          "Mailbox \"%s\" wants a sign-in at its provider, and nobody signed in yet. Sign in under Settings → Mail, or enter an app password."
              .formatted(account.name()));
    };
  }
}
