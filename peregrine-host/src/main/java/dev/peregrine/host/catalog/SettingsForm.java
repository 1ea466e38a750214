package dev.peregrine.host.catalog;

import dev.peregrine.api.Descriptor;
import dev.peregrine.api.SettingSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The form that follows from an extension's setting specifications.
 *
 * @param path point and id, as in the address
 * @param fields in the author's order
 * @param canTest whether it can be tried out
 * @param tested what a trial brought
 */
record SettingsForm(
    String path,
    String name,
    List<Field> fields,
    boolean canTest,
    String terms,
    String homepage,
    Optional<Tested> tested) {

  private static final int SHOWN_AT_ONCE = 4;

  /** What a trial brought. */
  record Tested(boolean good, String sentence, List<String> titles) {}

  /**
   * One field.
   *
   * @param kind {@code text, secret, address, whole, switch, segments, select} or {@code texts}
   */
  record Field(
      String key,
      String kind,
      String label,
      String help,
      boolean required,
      String value,
      String placeholder,
      List<SettingSpec.Option> options,
      long least,
      long most,
      String error) {

    String id() {
      return "set-" + key;
    }

    boolean isOn() {
      return value.equals("true");
    }

    String describedBy() {
      String by = help.isEmpty() ? "" : id() + "-h";
      return error.isEmpty() ? by : (by + " " + id() + "-e").strip();
    }
  }

  /**
   * The form of an extension.
   *
   * @param values what was entered or typed, by key
   * @param stored keys of stored secrets
   * @param errors by key
   */
  static SettingsForm of(
      String path,
      Descriptor descriptor,
      Map<String, String> values,
      Set<String> stored,
      Map<String, String> errors,
      boolean canTest,
      Optional<Tested> tested) {
    var fields = new ArrayList<Field>();
    for (SettingSpec spec : descriptor.about().settings()) {
      fields.add(field(spec, values, stored, errors.getOrDefault(spec.key(), "")));
    }
    return new SettingsForm(
        path,
        descriptor.about().name(),
        fields,
        canTest,
        descriptor.about().terms().orElse(""),
        descriptor
            .about()
            .homepage()
            .map(Object::toString)
            .filter(h -> h.startsWith("http"))
            .orElse(""),
        tested);
  }

  private static Field field(
      SettingSpec spec, Map<String, String> values, Set<String> stored, String error) {
    return switch (spec) {
      case SettingSpec.Text text ->
          plain(
              spec, "text", values.getOrDefault(spec.key(), ""), text.initial().orElse(""), error);
      case SettingSpec.Secret secret ->
          plain(
              secret,
              "secret",
              "",
              stored.contains(spec.key()) ? "Stored. Type to replace it" : "",
              error);
      case SettingSpec.Address address ->
          plain(
              spec,
              "address",
              values.getOrDefault(spec.key(), ""),
              address.initial().orElse(""),
              error);
      case SettingSpec.Whole whole ->
          full(
              spec,
              "whole",
              values.getOrDefault(spec.key(), Long.toString(whole.initial())),
              "",
              List.of(),
              whole.least(),
              whole.most(),
              error);
      case SettingSpec.Switch toggle ->
          plain(
              spec,
              "switch",
              values.getOrDefault(spec.key(), Boolean.toString(toggle.initial())),
              "",
              error);
      case SettingSpec.Choice choice ->
          full(
              spec,
              choice.options().size() <= SHOWN_AT_ONCE ? "segments" : "select",
              values.getOrDefault(spec.key(), choice.initial()),
              "",
              choice.options(),
              0,
              0,
              error);
      case SettingSpec.Texts texts ->
          plain(
              spec,
              "texts",
              values.getOrDefault(spec.key(), String.join("\n", texts.initial())),
              "",
              error);
    };
  }

  private static Field plain(
      SettingSpec spec, String kind, String value, String placeholder, String error) {
    return full(spec, kind, value, placeholder, List.of(), 0, 0, error);
  }

  private static Field full(
      SettingSpec spec,
      String kind,
      String value,
      String placeholder,
      List<SettingSpec.Option> options,
      long least,
      long most,
      String error) {
    return new Field(
        spec.key(),
        kind,
        spec.label(),
        spec.help(),
        spec.required(),
        value,
        placeholder,
        options,
        least,
        most,
        error);
  }

  /** The values of a form as they are stored: switches as words, texts one a line. */
  static String entered(SettingSpec spec, String typed) {
    return switch (spec) {
      case SettingSpec.Switch toggle -> Boolean.toString(!typed.isEmpty());
      case SettingSpec.Texts texts ->
          String.join(
              "\n",
              Stream.of(typed.split("\\R")).map(String::strip).filter(t -> !t.isEmpty()).toList());
      case SettingSpec.Text text -> typed;
      case SettingSpec.Secret secret -> typed;
      case SettingSpec.Address address -> typed;
      case SettingSpec.Whole whole -> typed;
      case SettingSpec.Choice choice -> typed;
    };
  }
}
