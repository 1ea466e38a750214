package dev.peregrine.host.setup;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.config.LicenceFile;
import dev.peregrine.host.tenancy.Gate;
import dev.peregrine.host.tiers.Entitlement;
import dev.peregrine.host.tiers.Entitlements;
import dev.peregrine.host.tiers.Feature;
import dev.peregrine.host.tiers.LicenceException;
import dev.peregrine.host.tiers.LicenceState;
import dev.peregrine.host.tiers.Licences;
import dev.peregrine.host.tiers.Tier;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.List;
import java.util.stream.Stream;

/** Setup: what each tier opens. Only a licence gives one; nobody declares it. */
public final class TierStep implements Routes {

  private static final SetupStep STEP = SetupStep.TIER;

  private final Setup setup;
  private final Licences licences;
  private final Entitlements entitlements;
  private final LicenceFile file;
  private Gate keys = Gate.OPEN;

  public TierStep(Setup setup, Licences licences, Entitlements entitlements, LicenceFile file) {
    this.setup = setup;
    this.licences = licences;
    this.entitlements = entitlements;
    this.file = file;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.get(STEP.path(), visit -> visit.show(page(visit, "", "")));
    keys = routes.gate("/settings/licence/activate");
    routes.post(STEP.path(), this::save);
  }

  private void save(Visit visit) throws InterruptedException {
    String key = visit.value("key");
    if (key.isEmpty()) {
      setup.done(STEP);
      visit.go(setup.after(STEP));
      return;
    }
    keys.pass();
    try {
      licences.activate(key);
    } catch (LicenceException refused) {
      visit.show(422, page(visit, key, String.valueOf(refused.getMessage())));
      return;
    }
    setup.done(STEP);
    visit.go(setup.after(STEP), Toast.of(t("setup.licence-active")));
  }

  private TierStepPage page(Visit visit, String typed, String problem) {
    Entitlement has = entitlements.current();
    LicenceState state = licences.state();
    return new TierStepPage(
        StepFrame.of(visit, setup, STEP),
        has.label(),
        state instanceof LicenceState.None ? "" : state.sentence(),
        keys.locked().isPresent() ? "" : file.server().getHost(),
        typed,
        problem,
        Stream.of(Tier.values()).map(tier -> line(tier, has)).toList(),
        labels(Stream.of(Feature.values()).filter(Feature::opensByOwnBackend)),
        has.ownBackend());
  }

  private static TierStepPage.Line line(Tier tier, Entitlement has) {
    Stream<Feature> opened =
        Stream.of(Feature.values())
            .filter(feature -> Entitlements.opening(feature).getFirst() == tier);
    return new TierStepPage.Line(
        tier.key(), tier.label(), tier.key().equals(has.tier()), labels(opened));
  }

  private static List<String> labels(Stream<Feature> features) {
    return features.map(Feature::label).toList();
  }
}
