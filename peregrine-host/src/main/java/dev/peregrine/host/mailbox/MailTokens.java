package dev.peregrine.host.mailbox;

import dev.peregrine.host.config.MailAccount;
import dev.peregrine.host.imap.MailException;
import dev.peregrine.host.imap.Tokens;
import dev.peregrine.host.oauth.OAuth;
import dev.peregrine.host.oauth.OAuthException;

/** Tokens of those at whom the person signed in. */
public final class MailTokens implements Tokens {

  private final OAuth oauth;

  public MailTokens(OAuth oauth) {
    this.oauth = oauth;
  }

  @Override
  public String fresh(MailAccount account, boolean refused)
      throws MailException, InterruptedException {
    if (refused) {
      oauth.refused(account.id());
    }
    try {
      return oauth.token(provider(account), account.id());
    } catch (OAuthException none) {
      throw new MailException(
          none.kind() == OAuthException.Kind.UNREACHABLE
              ? MailException.Kind.UNREACHABLE
              : MailException.Kind.LOGIN,
          String.valueOf(none.getMessage()),
          none);
    }
  }

  /** Key of who gives tokens for a mailbox. */
  static String provider(MailAccount account) throws MailException {
    String preset = account.provider().orElse("");
    return Preset.of(preset)
        .oauth()
        .orElseThrow(
            () ->
                new MailException(
                    MailException.Kind.LOGIN,
                    "Mailbox \"%s\" is to be opened with a sign-in, which is there for Google and Microsoft only. Choose its provider under Settings → Mail, or enter a password."
                        .formatted(account.name())));
  }
}
