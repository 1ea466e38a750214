package dev.peregrine.llm.wire;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Settings;
import java.util.Optional;

/** The key of the setting {@code api-key}. */
public final class ApiKey {

  private ApiKey() {}

  /**
   * The key, if there is one.
   *
   * @throws ExtensionException {@code BAD_SETTINGS} where it cannot be one
   */
  public static Optional<String> of(Settings settings) throws ExtensionException {
    Optional<String> key = settings.secret("api-key").map(String::strip);
    if (key.isPresent() && !key.get().matches("[\\x21-\\x7e]+")) {
      throw new ExtensionException(
          Kind.BAD_SETTINGS,
          "The key has blanks or letters that no key has. Copy it once more from where you got it.");
    }
    return key;
  }
}
