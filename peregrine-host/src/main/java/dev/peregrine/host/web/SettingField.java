package dev.peregrine.host.web;

import dev.peregrine.api.SettingSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One field of a form that follows from the settings of an extension; the template {@code
 * web/setting.jte} draws it.
 *
 * @param kind {@code text, secret, address, whole, switch, segments, select} or {@code texts}
 */
public record SettingField(
    String key,
    String kind,
    String label,
    String help,
    boolean required,
    String value,
    String placeholder,
    List<SettingSpec.Option> options,
    String error) {

  private static final int SHOWN_AT_ONCE = 4;

  public String id() {
    return "set-" + key;
  }

  public boolean isOn() {
    return value.equals("true");
  }

  /** Ids of what explains it. */
  public String describedBy() {
    String by = help.isEmpty() ? "" : id() + "-h";
    return error.isEmpty() ? by : (by + " " + id() + "-e").strip();
  }

  /**
   * The fields of a form, in the author's order.
   *
   * @param values what was entered or typed, by key
   * @param stored keys of stored secrets
   * @param errors by key
   */
  public static List<SettingField> of(
      List<SettingSpec> specs,
      Map<String, String> values,
      Set<String> stored,
      Map<String, String> errors) {
    return specs.stream()
        .map(spec -> of(spec, values, stored, errors.getOrDefault(spec.key(), "")))
        .toList();
  }

  private static SettingField of(
      SettingSpec spec, Map<String, String> values, Set<String> stored, String error) {
    String entered = values.getOrDefault(spec.key(), "");
    return switch (spec) {
      case SettingSpec.Text text -> plain(spec, "text", entered, text.initial().orElse(""), error);
      case SettingSpec.Secret secret ->
          plain(
              secret,
              "secret",
              "",
              stored.contains(spec.key()) ? "Stored. Type to replace it" : "",
              error);
      case SettingSpec.Address address ->
          plain(spec, "address", entered, address.initial().orElse(""), error);
      case SettingSpec.Whole whole ->
          plain(
              spec,
              "whole",
              values.getOrDefault(spec.key(), Long.toString(whole.initial())),
              "",
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

  private static SettingField plain(
      SettingSpec spec, String kind, String value, String placeholder, String error) {
    return full(spec, kind, value, placeholder, List.of(), error);
  }

  private static SettingField full(
      SettingSpec spec,
      String kind,
      String value,
      String placeholder,
      List<SettingSpec.Option> options,
      String error) {
    return new SettingField(
        spec.key(),
        kind,
        spec.label(),
        spec.help(),
        spec.required(),
        value,
        placeholder,
        options,
        error);
  }

  /** The values of a form as they are stored: switches as words, texts one a line. */
  public static String entered(SettingSpec spec, String typed) {
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
