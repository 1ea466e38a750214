package dev.peregrine.host.setup;

import dev.peregrine.host.tiers.Entitlements;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;

/** Setup: a language model, or none. */
public final class InferenceStep implements Routes {

  private static final SetupStep STEP = SetupStep.INFERENCE;

  private final Setup setup;
  private final Entitlements entitlements;

  public InferenceStep(Setup setup, Entitlements entitlements) {
    this.setup = setup;
    this.entitlements = entitlements;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.get(
        STEP.path(),
        visit ->
            visit.show(
                new InferenceStepPage(
                    StepFrame.of(visit, setup, STEP), entitlements.current().ownBackend())));
    routes.post(
        STEP.path(),
        visit -> {
          setup.done(STEP);
          visit.go(setup.after(STEP));
        });
  }
}
