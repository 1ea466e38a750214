package dev.peregrine.host.tiers;

import java.util.Optional;

/** The one place in which it is decided who may use what. */
public final class Features {

  private Features() {}

  /**
   * Whether a feature may be used.
   *
   * @param tier a key such as {@code paid}; an unknown one reaches nothing that needs a tier
   * @param feature a key of {@link Feature}; an unknown one is free
   * @param ownBackend whether the person has a language model of their own, which opens what is
   *     nothing but a question to one
   */
  public static boolean canUse(String tier, String feature, boolean ownBackend) {
    Optional<Feature> known = Feature.of(feature);
    if (known.isEmpty()) {
      return true;
    }
    if (ownBackend && known.get().opensByOwnBackend()) {
      return true;
    }
    return Tier.parse(tier).filter(has -> has.reaches(known.get().least())).isPresent();
  }
}
