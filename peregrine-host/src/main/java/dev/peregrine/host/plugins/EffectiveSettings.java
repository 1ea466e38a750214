package dev.peregrine.host.plugins;

import dev.peregrine.api.About;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.Settings;
import dev.peregrine.host.http.Scrubber;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Checked values over the author's initial ones. */
final class EffectiveSettings implements Settings {

  private final About about;
  private final Map<String, String> entered;

  EffectiveSettings(About about, Map<String, String> entered) {
    this.about = about;
    this.entered = Map.copyOf(entered);
  }

  @Override
  public Optional<String> text(String key) {
    return filled(key, SettingSpec.Text.class);
  }

  @Override
  public Optional<String> secret(String key) {
    return filled(key, SettingSpec.Secret.class);
  }

  @Override
  public Optional<URI> address(String key) {
    return filled(key, SettingSpec.Address.class).map(URI::create);
  }

  @Override
  public long whole(String key) {
    return Long.parseLong(value(key, SettingSpec.Whole.class));
  }

  @Override
  public boolean isOn(String key) {
    return Boolean.parseBoolean(value(key, SettingSpec.Switch.class));
  }

  @Override
  public String choice(String key) {
    return value(key, SettingSpec.Choice.class);
  }

  @Override
  public List<String> texts(String key) {
    return SettingValue.listed(value(key, SettingSpec.Texts.class));
  }

  /** The addresses that a person entered: these may lead inside. */
  List<URI> addresses() {
    return enteredOf(SettingSpec.Address.class).stream().map(URI::create).toList();
  }

  /** The lines of text that a person entered. */
  List<String> texts() {
    return enteredOf(SettingSpec.Text.class);
  }

  List<String> secrets() {
    return enteredOf(SettingSpec.Secret.class);
  }

  /** The entered values, each secret as its placeholder. */
  Map<String, String> withoutSecrets() {
    var values = new TreeMap<>(entered);
    secretsByKey().keySet().forEach(key -> values.put(key, Scrubber.placeholder(key)));
    return values;
  }

  Map<String, String> secretsByKey() {
    var secrets = new HashMap<String, String>();
    for (SettingSpec spec : about.settings()) {
      if (spec instanceof SettingSpec.Secret && entered.containsKey(spec.key())) {
        secrets.put(spec.key(), entered.getOrDefault(spec.key(), ""));
      }
    }
    return secrets;
  }

  /** The value of a secret that the extension may not even declare. */
  Optional<String> declared(String key) {
    return about.settings().stream()
            .anyMatch(spec -> spec instanceof SettingSpec.Secret && spec.key().equals(key))
        ? secret(key)
        : Optional.empty();
  }

  private List<String> enteredOf(Class<? extends SettingSpec> kind) {
    var values = new ArrayList<String>();
    for (SettingSpec spec : about.settings()) {
      String value = entered.get(spec.key());
      if (kind.isInstance(spec) && value != null) {
        values.add(value);
      }
    }
    return values;
  }

  private Optional<String> filled(String key, Class<? extends SettingSpec> kind) {
    String value = value(key, kind);
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  private String value(String key, Class<? extends SettingSpec> kind) {
    for (SettingSpec spec : about.settings()) {
      if (spec.key().equals(key) && kind.isInstance(spec)) {
        return entered.getOrDefault(key, SettingValue.initial(spec));
      }
    }
    throw new IllegalArgumentException(
        "Setting \"%s\" of \"%s\": expected a declared one of kind %s."
            .formatted(key, about.id(), kind.getSimpleName()));
  }

  /** Names no value: some are secret. */
  @Override
  public String toString() {
    return "settings of " + about.id();
  }
}
