package dev.peregrine.host.settings;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;

/** Measures the models, as a task. */
public final class SpeedRoutes implements Routes {

  private final Llms llms;

  public SpeedRoutes(Llms llms) {
    this.llms = llms;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.get(ModelsRoutes.HERE + "/speeds", this::show);
    routes.post(ModelsRoutes.HERE + "/measure", this::measure);
  }

  private void show(Visit visit) {
    visit.show(new SpeedsPart(speeds(llms, visit), visit.token()));
  }

  private void measure(Visit visit) {
    llms.measure();
    visit.go(ModelsRoutes.HERE + "#speeds", Toast.of(t("models.measuring")));
  }

  static ModelsPage.Speeds speeds(Llms llms, Visit visit) {
    return new ModelsPage.Speeds(
        !llms.measurable().isEmpty(),
        llms.isMeasuring(),
        llms.speeds().stream().map(speed -> ModelWords.speed(speed, visit.times())).toList());
  }
}
