package dev.peregrine.host.llm;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.llm.LlmBackend;
import dev.peregrine.host.config.NamedBackend;
import dev.peregrine.host.plugins.Extension;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.secrets.SecretException;
import dev.peregrine.host.secrets.SecretStore;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts together what the person set up, its sealed keys, and the plugin that runs it. */
final class Backends {

  private final PluginRuntime plugins;
  private final SecretStore secrets;

  Backends(PluginRuntime plugins, SecretStore secrets) {
    this.plugins = plugins;
    this.secrets = secrets;
  }

  List<Extension<LlmBackend>> kinds() {
    return plugins.extensions(LlmBackend.class);
  }

  Optional<Extension<LlmBackend>> kind(String type) {
    return plugins.find(LlmBackend.class, type);
  }

  /**
   * The backend for a call.
   *
   * @param typed secrets that were typed and are not stored yet
   * @throws ExtensionException {@code BAD_SETTINGS} with a sentence for the person
   */
  Backend of(NamedBackend named, Extension<LlmBackend> kind, Map<String, String> typed)
      throws ExtensionException {
    var values = new HashMap<>(named.settings());
    for (SettingSpec spec : kind.descriptor().about().settings()) {
      if (spec instanceof SettingSpec.Secret) {
        secret(named, spec.key(), typed)
            .ifPresentOrElse(
                value -> values.put(spec.key(), value), () -> values.remove(spec.key()));
      }
    }
    return new Backend(named, kind, values);
  }

  private Optional<String> secret(NamedBackend named, String key, Map<String, String> typed)
      throws ExtensionException {
    String name = secretName(named.name(), key);
    String fresh = typed.getOrDefault(key, "").strip();
    String written = named.settings().getOrDefault(key, "");
    try {
      if (!fresh.isEmpty()) {
        return Optional.of(secrets.resolved(name, fresh));
      }
      if (written.isEmpty()) {
        return secrets.value(name);
      }
      if (SecretStore.variableIn(written).isPresent()) {
        return Optional.of(secrets.resolved(name, written));
      }
    } catch (SecretException closed) {
      throw new ExtensionException(Kind.BAD_SETTINGS, closed.sentence(), closed);
    }
    throw new ExtensionException(
        Kind.BAD_SETTINGS,
        "\"%s\" of backend \"%s\" stands in config/llm.yaml in clear. Take it out there and enter it under Settings → Models, or write ${NAME} for a variable of the environment."
            .formatted(key, named.name()));
  }

  /** Keys of the secrets that a backend has, sealed or as a variable. */
  Set<String> secretsOf(NamedBackend named) {
    var keys = new HashSet<String>();
    String prefix = secretName(named.name(), "");
    for (String name : secrets.names()) {
      if (name.startsWith(prefix)) {
        keys.add(name.substring(prefix.length()));
      }
    }
    named
        .settings()
        .forEach((key, value) -> SecretStore.variableIn(value).ifPresent(v -> keys.add(key)));
    return keys;
  }

  void seal(String backend, Map<String, String> typed) {
    var sealed = new HashMap<String, String>();
    typed.forEach(
        (key, value) -> {
          if (!value.isBlank()) {
            sealed.put(secretName(backend, key), value);
          }
        });
    secrets.putAll(sealed);
  }

  void forget(NamedBackend named) {
    String prefix = secretName(named.name(), "");
    secrets.names().stream().filter(name -> name.startsWith(prefix)).forEach(secrets::remove);
  }

  private static String secretName(String backend, String key) {
    return "llm/" + backend + "/" + key;
  }
}
