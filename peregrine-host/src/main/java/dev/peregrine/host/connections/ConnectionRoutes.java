package dev.peregrine.host.connections;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.host.integrations.Connection;
import dev.peregrine.host.integrations.Integrations;
import dev.peregrine.host.plugins.ExtensionSettings;
import dev.peregrine.host.plugins.PluginBugException;
import dev.peregrine.host.secrets.SecretException;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingField;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One integration: its settings, connecting it once they work, trying and disconnecting it. */
final class ConnectionRoutes implements Routes {

  static final String ONE = ConnectionsRoutes.HERE + "/{integration}";

  private final Integrations integrations;
  private final ExtensionSettings settings;
  private final ConnectionViews views;
  private final Typed typed;

  ConnectionRoutes(
      Integrations integrations, ExtensionSettings settings, ConnectionViews views, Typed typed) {
    this.integrations = integrations;
    this.settings = settings;
    this.views = views;
    this.typed = typed;
  }

  @Override
  public void add(RouteRegistry routes) {
    views.entries(routes.settings());
    routes.get(ONE, visit -> visit.show(views.stored(visit, named(visit), "")));
    routes.post(ONE, this::connect);
    routes.post(ONE + "/test", this::test);
    routes.post(ONE + "/disconnect", this::disconnect);
    routes.post(ONE + "/undo", this::undo);
    routes.post(ONE + "/forget", this::forget);
  }

  private Connection named(Visit visit) {
    return named(integrations, visit);
  }

  static Connection named(Integrations integrations, Visit visit) {
    String id = visit.part("integration");
    return integrations
        .byKey(Connection.key(id))
        .orElseThrow(() -> new NoSuchPageException("integration", id));
  }

  /** What was typed, with the secrets that were typed before. */
  private Map<String, String> values(Visit visit, Connection connection) {
    var values = new LinkedHashMap<String, String>();
    for (SettingSpec spec : connection.descriptor().about().settings()) {
      values.put(spec.key(), SettingField.entered(spec, visit.value(spec.key())));
    }
    return typed.completed(connection.key(), values);
  }

  private void connect(Visit visit) throws InterruptedException {
    Connection connection = named(visit);
    Map<String, String> values = values(visit, connection);
    Map<String, String> errors = settings.check(connection.descriptor(), values);
    if (!errors.isEmpty()) {
      refused(visit, connection, values, errors, "");
      return;
    }
    Optional<String> problem = problem(() -> integrations.connect(connection.key(), values));
    if (problem.isPresent()) {
      refused(visit, connection, values, Map.of(), problem.get());
      return;
    }
    typed.drop(connection.key());
    visit.go(
        connection.path(),
        new Toast(
            connection.isConnected() ? t("connections.saved") : t("connections.is-connected"),
            connection.name(),
            Optional.empty()));
  }

  private void refused(
      Visit visit,
      Connection connection,
      Map<String, String> values,
      Map<String, String> errors,
      String problem) {
    typed.keep(
        connection.key(),
        values,
        connection.descriptor().about().settings().stream()
            .filter(SettingSpec.Secret.class::isInstance)
            .map(SettingSpec::key)
            .collect(Collectors.toSet()));
    visit.show(422, views.page(visit, connection, values, errors, problem));
  }

  /** Something that is asked of an integration. */
  @FunctionalInterface
  interface Try {
    String go() throws ExtensionException, InterruptedException;
  }

  /** Why it did not work; empty where it did. */
  static Optional<String> problem(Try attempt) throws InterruptedException {
    try {
      String _ = attempt.go();
      return Optional.empty();
    } catch (ExtensionException | PluginBugException failed) {
      return Optional.of(String.valueOf(failed.getMessage()));
    } catch (SecretException closed) {
      return Optional.of(closed.sentence());
    }
  }

  /** Tries what is stored. */
  private void test(Visit visit) throws InterruptedException {
    Connection connection = named(visit);
    Optional<String> problem = problem(() -> integrations.test(connection.key()));
    if (problem.isPresent()) {
      Connection now = named(visit);
      // What is kept as its trouble stands on the page already.
      boolean said = now.trouble().isPresent();
      visit.show(422, views.stored(visit, now, said ? "" : problem.get()));
      return;
    }
    visit.go(
        connection.path(), new Toast(t("connections.works"), connection.name(), Optional.empty()));
  }

  private void disconnect(Visit visit) {
    Connection connection = named(visit);
    integrations.disconnect(connection.key());
    visit.go(
        ConnectionsRoutes.HERE,
        Toast.undoable(
            t("connections.disconnected"), connection.name(), connection.path() + "/undo"));
  }

  private void undo(Visit visit) {
    Connection connection = named(visit);
    boolean back = integrations.undo(connection.key());
    visit.go(
        back ? connection.path() : ConnectionsRoutes.HERE,
        back
            ? new Toast(t("connections.is-connected"), connection.name(), Optional.empty())
            : Toast.of(t("connections.too-late")));
  }

  private void forget(Visit visit) {
    Connection connection = named(visit);
    integrations.forget(connection.key());
    typed.drop(connection.key());
    visit.go(
        ConnectionsRoutes.HERE,
        new Toast(t("connections.forgotten"), connection.name(), Optional.empty()));
  }
}
