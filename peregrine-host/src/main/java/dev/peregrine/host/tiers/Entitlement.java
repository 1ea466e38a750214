package dev.peregrine.host.tiers;

/**
 * What the current tenant has.
 *
 * @param tier a key such as {@code paid}, as the licence says it
 * @param origin where that comes from
 * @param ownBackend whether there is a language model of one's own
 */
public record Entitlement(String tier, Origin origin, boolean ownBackend) {

  /** Where a tier comes from. */
  public enum Origin {
    /** The configuration, which counts in developer mode only. */
    DEVELOPER,
    LICENCE,
    /** A subscription that is kept elsewhere. */
    SUBSCRIPTION,
    /** Chosen by the person to try it, where everybody may. */
    TRIED,
    /** Nothing says more than free. */
    NONE
  }

  /** Whether it may use a feature. */
  public boolean allows(Feature feature) {
    return Features.canUse(tier, feature.key(), ownBackend);
  }

  /** The tier as pages write it. */
  public String label() {
    return Tier.parse(tier).map(Tier::label).orElse("an unknown tier");
  }
}
