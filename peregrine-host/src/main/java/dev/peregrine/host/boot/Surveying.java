package dev.peregrine.host.boot;

import dev.peregrine.host.interviews.Interviews;
import dev.peregrine.host.questions.Questions;
import dev.peregrine.host.survey.AnswerRoutes;
import dev.peregrine.host.survey.ChooserRoutes;
import dev.peregrine.host.survey.SurveyRoutes;
import dev.peregrine.host.surveys.SurveyReading;
import dev.peregrine.host.surveys.SurveyWeighing;
import dev.peregrine.host.surveys.Surveys;
import dev.peregrine.host.tenancy.Gate;
import dev.peregrine.host.tiers.Feature;
import dev.peregrine.host.web.Routes;
import java.util.List;

/** The surveys of employers, wired by constructors. */
final class Surveying {

  private final AfterApplying.Ground ground;
  private final Surveys surveys;
  private final SurveyReading reading;
  private final SurveyWeighing weighing;

  Surveying(AfterApplying.Ground ground) {
    this.ground = ground;
    Gate gate = ground.entitlements().gate(Feature.SURVEY_ASSISTANT);
    surveys =
        new Surveys(
            ground.databases(),
            new Questions(ground.databases(), ground.clock()),
            ground.live(),
            ground.clock());
    weighing =
        new SurveyWeighing(
            surveys,
            ground.jobs(),
            ground.tailorings(),
            ground.tasks(),
            ground.llms(),
            gate,
            ground.people()::answerer);
    reading = new SurveyReading(surveys, ground.tasks(), ground.llms(), gate, ground.documents());
  }

  static List<Class<?>> mappers() {
    return Surveys.mappers();
  }

  Surveys surveys() {
    return surveys;
  }

  Routes routes(Interviews interviews) {
    return routes -> {
      new ChooserRoutes(ground.jobs(), surveys).add(routes);
      new SurveyRoutes(interviews, surveys, reading, weighing, ground.tailorings()).add(routes);
      new AnswerRoutes(surveys, reading, weighing, ground.tailorings()).add(routes);
    };
  }
}
