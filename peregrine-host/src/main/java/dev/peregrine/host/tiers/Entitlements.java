package dev.peregrine.host.tiers;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.config.LicenceFile;
import dev.peregrine.host.plugins.ExtensionGates;
import dev.peregrine.host.tenancy.Gate;
import dev.peregrine.host.tenancy.Locked;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What the current tenant may use, and the gates before it. */
public final class Entitlements implements ExtensionGates {

  private final Licences licences;
  private final LicenceFile file;
  private final boolean developerMode;
  private final BooleanSupplier ownBackend;
  private final TierSource elsewhere;

  /**
   * @param developerMode whether the configuration may name the tier
   * @param ownBackend whether the current tenant has a language model of its own that is switched
   *     on; one that only sees pictures does not count
   * @param elsewhere asked first
   */
  public Entitlements(
      Licences licences,
      LicenceFile file,
      boolean developerMode,
      BooleanSupplier ownBackend,
      TierSource elsewhere) {
    this.licences = licences;
    this.file = file;
    this.developerMode = developerMode;
    this.ownBackend = ownBackend;
    this.elsewhere = elsewhere;
  }

  /** What the current tenant has. */
  public Entitlement current() {
    boolean own = ownBackend.getAsBoolean();
    return elsewhere
        .granted()
        .map(granted -> new Entitlement(granted.tier(), granted.origin(), own))
        .orElseGet(() -> licensed(own));
  }

  private Entitlement licensed(boolean own) {
    Optional<String> chosen = developerMode ? file.developerTier() : Optional.empty();
    if (chosen.isPresent()) {
      return new Entitlement(chosen.get(), Entitlement.Origin.DEVELOPER, own);
    }
    return licences
        .state()
        .tier()
        .map(tier -> new Entitlement(tier, Entitlement.Origin.LICENCE, own))
        .orElse(new Entitlement(Tier.FREE.key(), Entitlement.Origin.NONE, own));
  }

  /** Whether the configuration may name the tier. */
  public boolean developerMode() {
    return developerMode;
  }

  /** The gate before a feature, for routes, tasks and commands. */
  public Gate gate(Feature feature) {
    return () -> {
      Entitlement has = current();
      return has.allows(feature) ? Optional.empty() : Optional.of(locked(feature, has));
    };
  }

  @Override
  public Gate extension(String key) {
    return Feature.ofExtension(key).map(this::gate).orElse(Gate.OPEN);
  }

  /** The tiers that open a feature to a person without a model of their own, the least first. */
  public static List<Tier> opening(Feature feature) {
    return List.of(Tier.values()).stream()
        .filter(tier -> Features.canUse(tier.key(), feature.key(), false))
        .toList();
  }

  private static Locked locked(Feature feature, Entitlement has) {
    String tier = opening(feature).getFirst().label();
    String key = feature.opensByOwnBackend() ? "tiers.opens-own" : "tiers.opens";
    return new Locked(feature.label(), feature.does(), t(key, "tier", tier, "has", has.label()));
  }
}
