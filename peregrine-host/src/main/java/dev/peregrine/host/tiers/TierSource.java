package dev.peregrine.host.tiers;

import java.util.Optional;

/** Says which tier the current tenant has where no licence says it. */
@FunctionalInterface
public interface TierSource {

  /** Nobody but a licence says it. */
  TierSource LICENCE = Optional::empty;

  /**
   * What the tenant has, and where that comes from; empty leaves it to their licence. Asked for
   * nearly every request, so it does not wait for anybody.
   */
  Optional<Granted> granted();

  /**
   * A tier that somebody has.
   *
   * @param tier a key such as {@code paid}; an unknown one opens nothing
   * @param origin where it comes from
   */
  record Granted(String tier, Entitlement.Origin origin) {}
}
