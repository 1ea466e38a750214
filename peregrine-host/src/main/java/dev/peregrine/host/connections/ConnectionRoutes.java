package dev.peregrine.host.connections;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.integrations.Connection;
import dev.peregrine.host.integrations.Integrations;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.Map;
import java.util.Optional;

/** One integration: its settings, connecting it once they work, trying and disconnecting it. */
final class ConnectionRoutes implements Routes {

  static final String ONE = ConnectionsRoutes.HERE + "/{integration}";

  private final Integrations integrations;
  private final ConnectionViews views;
  private final ConnectionForm form;

  ConnectionRoutes(Integrations integrations, ConnectionViews views, ConnectionForm form) {
    this.integrations = integrations;
    this.views = views;
    this.form = form;
  }

  @Override
  public void add(RouteRegistry routes) {
    views.entries(routes.settings());
    routes.get(ONE, visit -> visit.show(views.stored(visit, named(visit), "", "")));
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

  private void connect(Visit visit) throws InterruptedException {
    Connection connection = named(visit);
    Optional<Map<String, String>> values = form.fit(visit, connection);
    if (values.isEmpty()) {
      return;
    }
    Optional<String> problem =
        ConnectionForm.problem(() -> integrations.connect(connection.key(), values.get()));
    if (problem.isPresent()) {
      form.refused(visit, connection, values.get(), problem.get());
      return;
    }
    form.drop(connection);
    visit.go(
        connection.path(),
        new Toast(
            connection.isConnected() ? t("connections.saved") : t("connections.is-connected"),
            connection.name(),
            Optional.empty()));
  }

  /** Tries what is stored. */
  private void test(Visit visit) throws InterruptedException {
    Connection connection = named(visit);
    Optional<String> problem = ConnectionForm.problem(() -> integrations.test(connection.key()));
    if (problem.isPresent()) {
      Connection now = named(visit);
      // What is kept as its trouble stands on the page already.
      boolean said = now.trouble().isPresent();
      visit.show(422, views.stored(visit, now, said ? "" : problem.get(), ""));
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
    form.drop(connection);
    visit.go(
        ConnectionsRoutes.HERE,
        new Toast(t("connections.forgotten"), connection.name(), Optional.empty()));
  }
}
