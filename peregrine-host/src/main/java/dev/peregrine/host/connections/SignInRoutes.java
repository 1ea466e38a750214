package dev.peregrine.host.connections;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.integrations.Connection;
import dev.peregrine.host.integrations.Integrations;
import dev.peregrine.host.oauth.DeviceSignIn;
import dev.peregrine.host.oauth.DeviceSignIns;
import dev.peregrine.host.oauth.OAuth;
import dev.peregrine.host.oauth.OAuthException;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Signing in at the service of an integration, which is connected then by itself. */
final class SignInRoutes implements Routes {

  private static final String ONE = ConnectionRoutes.ONE;

  private final Integrations integrations;
  private final OAuth oauth;
  private final DeviceSignIns devices;
  private final SignInViews signIns;
  private final ConnectionViews views;
  private final ConnectionForm form;

  SignInRoutes(
      Integrations integrations,
      OAuth oauth,
      DeviceSignIns devices,
      SignInViews signIns,
      ConnectionViews views,
      ConnectionForm form) {
    this.integrations = integrations;
    this.oauth = oauth;
    this.devices = devices;
    this.signIns = signIns;
    this.views = views;
    this.form = form;
    devices.whenDone(this::signedInElsewhere);
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.get(SignInViews.BACK, this::back);
    routes.post(SignInViews.BACK, this::pasted);
    routes.post(ONE + "/sign-in", this::begin);
    routes.post(ONE + "/sign-out", this::signOut);
  }

  private Connection named(Visit visit) {
    Connection connection = ConnectionRoutes.named(integrations, visit);
    if (connection.descriptor().signIn().isEmpty()) {
      throw new NoSuchPageException("sign-in", connection.id());
    }
    return connection;
  }

  /** Keeps what stands in the form, where it was sent along, and begins. */
  private void begin(Visit visit) throws InterruptedException {
    Connection connection = named(visit);
    if (visit.has("form") && !form.saved(visit, connection)) {
      return;
    }
    String id = connection.id();
    signIns.clear(id);
    if (connection.locked().isPresent()) {
      refused(visit, connection, connection.locked().get().sentence());
      return;
    }
    try {
      boolean codes = connection.descriptor().signIn().flatMap(how -> how.device()).isPresent();
      if (codes && !visit.has("browser")) {
        DeviceSignIn _ = devices.begin(id, id);
        visit.go(connection.path() + "#sign-in");
        return;
      }
      URI link = oauth.begin(id, id, "", SignInViews.back(visit));
      visit.show(views.stored(visit, connection, "", link.toString()));
    } catch (OAuthException refused) {
      refused(visit, connection, String.valueOf(refused.getMessage()));
    }
  }

  private void refused(Visit visit, Connection connection, String sentence) {
    signIns.problem(connection.id(), sentence);
    visit.show(422, views.stored(visit, connection, "", ""));
  }

  /** The service sent the browser back. What proves that we asked is in the state. */
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
      boolean connected = connect(id);
      visit.go(
          integrations
              .byKey(Connection.key(id))
              .map(Connection::path)
              .orElse(ConnectionsRoutes.HERE),
          Toast.of(connected ? t("connections.signed-in") : t("connections.signed-in-not-yet")));
    } catch (OAuthException refused) {
      visit.go(ConnectionsRoutes.HERE, Toast.of(String.valueOf(refused.getMessage())));
    }
  }

  /** Whoever signed in wanted it connected. */
  private boolean connect(String id) throws InterruptedException {
    String key = Connection.key(id);
    signIns.clear(id);
    Optional<String> problem = ConnectionForm.problem(() -> integrations.connect(key, Map.of()));
    problem.ifPresent(sentence -> signIns.problem(id, sentence));
    return problem.isEmpty();
  }

  private void signedInElsewhere(String id) {
    try {
      boolean _ = connect(id);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void signOut(Visit visit) {
    Connection connection = named(visit);
    oauth.forget(connection.id());
    visit.go(
        connection.path(),
        new Toast(t("connections.signed-out"), connection.name(), Optional.empty()));
  }
}
