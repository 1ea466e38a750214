package dev.peregrine.host.setup;

import dev.peregrine.host.hardware.Findings;
import dev.peregrine.host.hardware.HardwareLook;
import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Visit;
import java.util.List;
import java.util.Optional;

/** Setup: what this machine can do, as {@code doctor} says it. */
public final class HardwareStep implements Routes {

  private static final SetupStep STEP = SetupStep.HARDWARE;

  private final Setup setup;
  private final HardwareLook look;
  private final Llms llms;

  public HardwareStep(Setup setup, HardwareLook look, Llms llms) {
    this.setup = setup;
    this.look = look;
    this.llms = llms;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.get(STEP.path(), this::show);
    routes.post(
        STEP.path(),
        visit -> {
          setup.done(STEP);
          visit.go(setup.after(STEP));
        });
    routes.post(
        STEP.path() + "/again",
        visit -> {
          look.again();
          visit.go(STEP.path());
        });
  }

  private void show(Visit visit) throws InterruptedException {
    Optional<Findings> found = look.findings();
    visit.show(
        new HardwareStepPage(
            StepFrame.of(visit, setup, STEP),
            found.isPresent() ? "" : look.step(),
            found.map(Findings::profile).orElse(""),
            found.map(Findings::reason).orElse(""),
            found.map(HardwareStep::lines).orElse(List.of()),
            found.map(all -> FoundModels.notSetUp(llms, all.models())).orElse(List.of())));
  }

  /** The profile stands above the others. */
  private static List<HardwareStepPage.Line> lines(Findings found) {
    return found.facts().stream()
        .filter(fact -> !fact.check().equals("profile"))
        .map(fact -> new HardwareStepPage.Line(fact.title(), fact.fine(), fact.sentence()))
        .toList();
  }
}
