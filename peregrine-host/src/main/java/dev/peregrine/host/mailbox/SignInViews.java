package dev.peregrine.host.mailbox;

import dev.peregrine.host.config.MailAccount;
import dev.peregrine.host.oauth.DeviceSignIn;
import dev.peregrine.host.oauth.DeviceSignIns;
import dev.peregrine.host.oauth.OAuth;
import dev.peregrine.host.oauth.OAuthClient;
import dev.peregrine.host.oauth.OAuthProvider;
import dev.peregrine.host.secrets.SecretException;
import dev.peregrine.host.web.Visit;
import java.net.URI;
import java.util.Optional;

/** Makes the part of a mailbox's page that is about signing in at its provider. */
final class SignInViews {

  static final String BACK = "/settings/mail-signed-in";

  private final OAuth oauth;
  private final DeviceSignIns devices;

  SignInViews(OAuth oauth, DeviceSignIns devices) {
    this.oauth = oauth;
    this.devices = devices;
  }

  /** Who gives tokens for a mailbox; empty where it is opened with a password. */
  Optional<OAuthProvider> provider(MailAccount account) {
    return account.auth() == MailAccount.Auth.XOAUTH2
        ? account.provider().flatMap(key -> Preset.of(key).oauth()).flatMap(oauth::provider)
        : Optional.empty();
  }

  Optional<MailboxPage.SignIn> of(Visit visit, MailAccount account) {
    return provider(account).map(provider -> of(visit, account, provider, "", ""));
  }

  /**
   * @param link where to go on; empty before the person asked for it
   * @param problem what went wrong; empty for nothing
   */
  MailboxPage.SignIn of(
      Visit visit, MailAccount account, OAuthProvider provider, String link, String problem) {
    Optional<DeviceSignIn> waiting = devices.waiting(account.id());
    String wrong = problem;
    Optional<OAuthClient> client = Optional.empty();
    try {
      client = oauth.client(provider.key());
    } catch (SecretException notOpened) {
      wrong = notOpened.sentence();
    }
    return new MailboxPage.SignIn(
        provider.name(),
        provider.key(),
        oauth.isSignedIn(account.id()),
        client.map(OAuthClient::id).orElse(""),
        client.filter(known -> !known.secret().isEmpty()).isPresent(),
        provider.device().isPresent() ? "" : back(visit).toString(),
        link,
        waiting.map(DeviceSignIn::userCode).orElse(""),
        waiting.map(DeviceSignIn::page).map(URI::toString).orElse(""),
        waiting.map(DeviceSignIn::page).map(URI::getHost).orElse(""),
        provider.device().isPresent(),
        wrong);
  }

  /** Where the provider sends the browser. */
  static URI back(Visit visit) {
    return URI.create(visit.root() + BACK);
  }
}
