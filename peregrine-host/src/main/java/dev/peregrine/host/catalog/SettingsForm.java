package dev.peregrine.host.catalog;

import dev.peregrine.api.Descriptor;
import dev.peregrine.host.web.SettingField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
    List<SettingField> fields,
    boolean canTest,
    String terms,
    String homepage,
    Optional<Tested> tested) {

  /** What a trial brought. */
  record Tested(boolean good, String sentence, List<String> titles) {}

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
    return new SettingsForm(
        path,
        descriptor.about().name(),
        SettingField.of(descriptor.about().settings(), values, stored, errors),
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
}
