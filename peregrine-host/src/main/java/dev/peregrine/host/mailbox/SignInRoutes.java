package dev.peregrine.host.mailbox;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.config.MailAccount;
import dev.peregrine.host.imap.MailAccounts;
import dev.peregrine.host.oauth.DeviceSignIn;
import dev.peregrine.host.oauth.DeviceSignIns;
import dev.peregrine.host.oauth.OAuth;
import dev.peregrine.host.oauth.OAuthClient;
import dev.peregrine.host.oauth.OAuthException;
import dev.peregrine.host.oauth.OAuthProvider;
import dev.peregrine.host.oauth.RegisteredClients;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.net.URI;
import java.util.Optional;

/** Signing in at Google or Microsoft, with the person's own client. */
final class SignInRoutes implements Routes {

  private static final String ONE = MailSettingsRoutes.HERE + "/{account}";

  private final MailAccounts accounts;
  private final OAuth oauth;
  private final RegisteredClients clients;
  private final DeviceSignIns devices;
  private final SignInViews signIns;
  private final MailboxViews views;

  SignInRoutes(
      MailAccounts accounts,
      OAuth oauth,
      RegisteredClients clients,
      DeviceSignIns devices,
      SignInViews signIns,
      MailboxViews views) {
    this.accounts = accounts;
    this.oauth = oauth;
    this.clients = clients;
    this.devices = devices;
    this.signIns = signIns;
    this.views = views;
    devices.whenDone(this::signedIn);
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.get(SignInViews.BACK, this::back);
    routes.post(SignInViews.BACK, this::pasted);
    routes.post(ONE + "/client", this::client);
    routes.post(ONE + "/sign-in", this::begin);
    routes.post(ONE + "/sign-out", this::signOut);
  }

  private MailAccount account(Visit visit) {
    String id = visit.part("account");
    return accounts
        .find(id)
        .filter(account -> signIns.provider(account).isPresent())
        .orElseThrow(() -> new NoSuchPageException("mailbox", id));
  }

  private OAuthProvider provider(MailAccount account) {
    return signIns.provider(account).orElseThrow();
  }

  private static String here(String account) {
    return MailSettingsRoutes.HERE + "/" + account;
  }

  private void client(Visit visit) {
    MailAccount account = account(visit);
    OAuthProvider provider = provider(account);
    String id = visit.value("client-id");
    if (id.isEmpty() || id.length() > 300 || id.contains(" ")) {
      problem(visit, account, t("mailbox.no-client", "typed", id));
      return;
    }
    clients.keep(provider.key(), new OAuthClient(id, visit.value("client-secret")));
    begin(visit, account);
  }

  private void begin(Visit visit) {
    begin(visit, account(visit));
  }

  private void begin(Visit visit, MailAccount account) {
    OAuthProvider provider = provider(account);
    try {
      if (provider.device().isPresent()) {
        DeviceSignIn _ = devices.begin(provider.key(), account.id());
        visit.go(here(account.id()) + "#sign-in");
        return;
      }
      URI link =
          oauth.begin(provider.key(), account.id(), account.address(), SignInViews.back(visit));
      visit.show(
          views.signIn(visit, account, signIns.of(visit, account, provider, link.toString(), "")));
    } catch (OAuthException refused) {
      problem(visit, account, String.valueOf(refused.getMessage()));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void problem(Visit visit, MailAccount account, String sentence) {
    visit.show(
        422,
        views.signIn(visit, account, signIns.of(visit, account, provider(account), "", sentence)));
  }

  /** The provider sent the browser back. What proves that we asked is in the state. */
  private void back(Visit visit) throws InterruptedException {
    finish(
        visit, () -> oauth.finish(visit.value("state"), visit.value("code"), visit.value("error")));
  }

  /** The same where the browser could not come back by itself: the address it shows is pasted. */
  private void pasted(Visit visit) throws InterruptedException {
    finish(visit, () -> oauth.finish(visit.value("address")));
  }

  /** What ends a sign-in. */
  @FunctionalInterface
  private interface Ending {
    String account() throws OAuthException, InterruptedException;
  }

  private void finish(Visit visit, Ending ending) throws InterruptedException {
    try {
      String id = ending.account();
      signedIn(id);
      visit.go(here(id), Toast.of(t("mailbox.signed-in")));
    } catch (OAuthException refused) {
      visit.go(MailSettingsRoutes.HERE, Toast.of(String.valueOf(refused.getMessage())));
    }
  }

  /** A mailbox that waited for its sign-in is read from now on. */
  private void signedIn(String id) {
    accounts.find(id).ifPresent(account -> accounts.save(account.withOn(true), Optional.empty()));
  }

  private void signOut(Visit visit) {
    MailAccount account = account(visit);
    oauth.forget(account.id());
    visit.go(here(account.id()), Toast.of(t("mailbox.signed-out")));
  }
}
