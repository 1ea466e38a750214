package dev.peregrine.api;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The values of an extension's settings for one tenant and one call. The host implements it.
 *
 * <p>Each method takes the key of a {@link SettingSpec} of the fitting kind that the descriptor
 * declares, and answers the person's value or else the initial one. Values were checked against
 * their specification before the call, so an extension need not check them again.
 *
 * <p><b>Threads:</b> immutable.
 *
 * <p><b>Failure:</b> {@link IllegalArgumentException} for a key that is not declared or is of
 * another kind: a bug of the extension, reported as one.
 *
 * @since 0.1
 */
public interface Settings {

  /** Value of a {@link SettingSpec.Text}; empty where neither the person nor the author set one. */
  Optional<String> text(String key);

  /** Value of a {@link SettingSpec.Secret}. Never log it, never put it into an error text. */
  Optional<String> secret(String key);

  /** Value of a {@link SettingSpec.Address}, without a slash at its end. */
  Optional<URI> address(String key);

  /** Value of a {@link SettingSpec.Whole}. */
  long whole(String key);

  /** Value of a {@link SettingSpec.Switch}. */
  boolean isOn(String key);

  /** Value of a {@link SettingSpec.Choice}: the option's value, not its label. */
  String choice(String key);

  /** Value of a {@link SettingSpec.Texts}: without blanks and duplicates, in the person's order. */
  List<String> texts(String key);
}
