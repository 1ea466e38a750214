package dev.peregrine.host.connections;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.host.integrations.Connection;
import dev.peregrine.host.plugins.ExtensionSettings;
import dev.peregrine.host.plugins.PluginBugException;
import dev.peregrine.host.secrets.SecretException;
import dev.peregrine.host.web.SettingField;
import dev.peregrine.host.web.Visit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a person typed into the settings of an integration. */
final class ConnectionForm {

  private final ExtensionSettings settings;
  private final ConnectionViews views;
  private final Typed typed;

  ConnectionForm(ExtensionSettings settings, ConnectionViews views, Typed typed) {
    this.settings = settings;
    this.views = views;
    this.typed = typed;
  }

  /** With the secrets that were typed before; empty where it does not fit, which was shown then. */
  Optional<Map<String, String>> fit(Visit visit, Connection connection) {
    var entered = new LinkedHashMap<String, String>();
    for (SettingSpec spec : connection.descriptor().about().settings()) {
      entered.put(spec.key(), SettingField.entered(spec, visit.value(spec.key())));
    }
    Map<String, String> values = typed.completed(connection.key(), entered);
    Map<String, String> errors = settings.check(connection.descriptor(), values);
    if (!errors.isEmpty()) {
      again(visit, connection, values, errors, "");
      return Optional.empty();
    }
    return Optional.of(values);
  }

  /** Keeps it untried; false where it does not fit, which was shown then. */
  boolean saved(Visit visit, Connection connection) {
    Optional<Map<String, String>> values = fit(visit, connection);
    if (values.isEmpty()) {
      return false;
    }
    try {
      settings.save(connection.descriptor(), values.get());
      typed.drop(connection.key());
      return true;
    } catch (SecretException closed) {
      refused(visit, connection, values.get(), closed.sentence());
      return false;
    }
  }

  /** Shows it once more, with what is wrong about all of it. */
  void refused(Visit visit, Connection connection, Map<String, String> values, String problem) {
    again(visit, connection, values, Map.of(), problem);
  }

  private void again(
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
    visit.show(422, views.typed(visit, connection, values, errors, problem));
  }

  void drop(Connection connection) {
    typed.drop(connection.key());
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
}
