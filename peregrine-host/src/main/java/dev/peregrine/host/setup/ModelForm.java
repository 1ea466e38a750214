package dev.peregrine.host.setup;

import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.llm.LlmDescriptor;
import dev.peregrine.host.config.NamedBackend;
import java.util.List;
import java.util.Map;

/**
 * The few things that a model behind an address or a key needs. All others are under Settings.
 *
 * @param type of the backend
 * @param model as typed; empty for one that the server has
 * @param agreed whether the person agreed that what it is asked may leave their network
 * @param problem why it was not stored; empty for nothing
 */
record ModelForm(
    String type,
    String name,
    String about,
    List<Field> fields,
    String model,
    boolean agreed,
    String problem) {

  /** An address or a key; a key is never shown again, not even to who just typed it. */
  record Field(String key, String label, String help, String value, boolean secret, String error) {}

  static List<SettingSpec> asked(LlmDescriptor kind) {
    return kind.about().settings().stream()
        .filter(spec -> spec instanceof SettingSpec.Address || spec instanceof SettingSpec.Secret)
        .toList();
  }

  static ModelForm fresh(LlmDescriptor kind) {
    return typed(kind, Map.of(), "", false, Map.of());
  }

  static ModelForm typed(
      LlmDescriptor kind,
      Map<String, String> settings,
      String model,
      boolean agreed,
      Map<String, String> errors) {
    return new ModelForm(
        kind.about().id(),
        kind.about().name(),
        kind.about().summary(),
        asked(kind).stream().map(spec -> field(spec, settings, errors)).toList(),
        model.equals(NamedBackend.AUTO) ? "" : model,
        agreed,
        "");
  }

  private static Field field(
      SettingSpec spec, Map<String, String> settings, Map<String, String> errors) {
    String usual = spec instanceof SettingSpec.Address address ? address.initial().orElse("") : "";
    boolean secret = spec instanceof SettingSpec.Secret;
    return new Field(
        spec.key(),
        spec.label(),
        spec.help(),
        secret ? "" : settings.getOrDefault(spec.key(), usual),
        secret,
        errors.getOrDefault(spec.key(), ""));
  }

  ModelForm saying(String newProblem) {
    return new ModelForm(type, name, about, fields, model, agreed, newProblem);
  }
}
