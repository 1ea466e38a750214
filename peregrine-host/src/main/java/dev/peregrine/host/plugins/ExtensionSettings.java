package dev.peregrine.host.plugins;

import dev.peregrine.api.Descriptor;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Settings;
import java.util.Map;
import java.util.Set;

/** The current tenant's values of extensions' settings. */
public final class ExtensionSettings {

  /**
   * The values for one call: overrides before the person's values before the author's initial ones.
   *
   * @throws ExtensionException {@code BAD_SETTINGS} with a sentence for the person where a required
   *     value is missing or a value does not fit
   */
  public Settings of(Descriptor descriptor, Map<String, String> overrides)
      throws ExtensionException {
    throw new UnsupportedOperationException("not yet");
  }

  /**
   * What is wrong with values that a person entered, by key; empty when nothing is. An empty secret
   * means the stored one.
   */
  public Map<String, String> check(Descriptor descriptor, Map<String, String> values) {
    return Map.of();
  }

  /**
   * Saves checked values; keys that are not named keep theirs, an empty value goes back to the
   * initial one, an empty secret keeps the stored one.
   */
  public void save(Descriptor descriptor, Map<String, String> values) {}

  /** Forgets a value, also a secret. */
  public void forget(Descriptor descriptor, String key) {}

  /** What the person entered, for the form; secrets are left out. */
  public Map<String, String> entered(Descriptor descriptor) {
    return Map.of();
  }

  /** Keys of the secrets that are stored. */
  public Set<String> secrets(Descriptor descriptor) {
    return Set.of();
  }
}
