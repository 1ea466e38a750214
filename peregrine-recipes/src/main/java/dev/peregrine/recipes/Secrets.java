package dev.peregrine.recipes;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.SettingSpec;
import java.util.List;

/** The keys that a person entered for a board. */
final class Secrets {

  /** Shorter ones would take parts out of ordinary words. */
  private static final int SHORTEST = 6;

  private Secrets() {}

  /** What must not stand in a posting. */
  static List<String> of(Recipe recipe, Asked asked) {
    return recipe.descriptor().about().settings().stream()
        .filter(SettingSpec.Secret.class::isInstance)
        .flatMap(spec -> asked.texts(new Spot.Asked(spec.key())).stream())
        .filter(secret -> secret.length() >= SHORTEST)
        .toList();
  }

  /**
   * @throws ExtensionException {@code BAD_SETTINGS} where one is missing without which no call
   *     works
   */
  static void check(Recipe recipe, Asked asked) throws ExtensionException {
    for (SettingSpec spec : recipe.descriptor().about().settings()) {
      if (spec.required() && asked.texts(new Spot.Asked(spec.key())).isEmpty()) {
        throw new ExtensionException(
            Kind.BAD_SETTINGS,
            "\"%s\" is missing. Enter it in the settings of %s."
                .formatted(spec.label(), recipe.descriptor().about().name()));
      }
    }
  }
}
