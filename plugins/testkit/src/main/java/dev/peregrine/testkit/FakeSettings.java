package dev.peregrine.testkit;

import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.Settings;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The initial values of an extension's settings, and a test's values over them. */
final class FakeSettings implements Settings {

  private final List<SettingSpec> specs;
  private final Map<String, String> values;

  FakeSettings(List<SettingSpec> specs, Map<String, String> values) {
    this.specs = specs;
    this.values = Map.copyOf(values);
    for (String key : values.keySet()) {
      if (specs.stream().noneMatch(spec -> spec.key().equals(key))) {
        throw new IllegalArgumentException(
            "Setting \"%s\": not declared; there are %s."
                .formatted(key, specs.stream().map(SettingSpec::key).toList()));
      }
    }
  }

  @Override
  public Optional<String> text(String key) {
    var spec = spec(key, SettingSpec.Text.class);
    return value(key).or(spec::initial).filter(text -> !text.isBlank());
  }

  @Override
  public Optional<String> secret(String key) {
    spec(key, SettingSpec.Secret.class);
    return value(key).filter(text -> !text.isBlank());
  }

  @Override
  public Optional<URI> address(String key) {
    var spec = spec(key, SettingSpec.Address.class);
    return value(key)
        .or(spec::initial)
        .filter(text -> !text.isBlank())
        .map(text -> URI.create(text.replaceAll("/+$", "")));
  }

  @Override
  public long whole(String key) {
    var spec = spec(key, SettingSpec.Whole.class);
    return value(key).map(Long::parseLong).orElse(spec.initial());
  }

  @Override
  public boolean isOn(String key) {
    var spec = spec(key, SettingSpec.Switch.class);
    return value(key).map(Boolean::parseBoolean).orElse(spec.initial());
  }

  @Override
  public String choice(String key) {
    var spec = spec(key, SettingSpec.Choice.class);
    return value(key).orElse(spec.initial());
  }

  @Override
  public List<String> texts(String key) {
    var spec = spec(key, SettingSpec.Texts.class);
    List<String> texts =
        value(key).map(text -> Arrays.asList(text.split("[,\n]"))).orElse(spec.initial());
    var distinct = new LinkedHashSet<String>();
    texts.stream().map(String::strip).filter(text -> !text.isEmpty()).forEach(distinct::add);
    return List.copyOf(distinct);
  }

  private Optional<String> value(String key) {
    return Optional.ofNullable(values.get(key));
  }

  private <S extends SettingSpec> S spec(String key, Class<S> kind) {
    return specs.stream()
        .filter(spec -> spec.key().equals(key) && kind.isInstance(spec))
        .map(kind::cast)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Setting \"%s\": not declared as %s.".formatted(key, kind.getSimpleName())));
  }
}
