package dev.peregrine.host.plugins;

import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.Settings;
import java.util.List;

/** Values of settings as text that changes with them; of secrets only whether there is one. */
public final class SettingsText {

  private SettingsText() {}

  /** A line for each; begins with a line break where there is one. */
  public static String of(List<SettingSpec> specs, Settings settings) {
    var text = new StringBuilder();
    for (SettingSpec spec : specs) {
      text.append('\n').append(spec.key()).append('=').append(value(spec, settings));
    }
    return text.toString();
  }

  private static String value(SettingSpec spec, Settings settings) {
    return switch (spec) {
      case SettingSpec.Text text -> settings.text(text.key()).orElse("");
      case SettingSpec.Secret secret -> settings.secret(secret.key()).isPresent() ? "set" : "";
      case SettingSpec.Address address ->
          settings.address(address.key()).map(Object::toString).orElse("");
      case SettingSpec.Whole whole -> Long.toString(settings.whole(whole.key()));
      case SettingSpec.Switch onOff -> Boolean.toString(settings.isOn(onOff.key()));
      case SettingSpec.Choice choice -> settings.choice(choice.key());
      case SettingSpec.Texts texts -> String.join(",", settings.texts(texts.key()));
    };
  }
}
