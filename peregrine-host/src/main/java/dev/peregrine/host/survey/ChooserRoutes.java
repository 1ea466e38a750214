package dev.peregrine.host.survey;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.interviews.Interviews;
import dev.peregrine.host.pipeline.JobFilter;
import dev.peregrine.host.pipeline.JobPage;
import dev.peregrine.host.pipeline.JobRow;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.review.Words;
import dev.peregrine.host.surveys.Surveys;
import dev.peregrine.host.web.Findable;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** For which application? Those that wait for a survey first. */
public final class ChooserRoutes implements Routes {

  private static final int SHOWN = 30;
  private static final List<Stage> STAGES =
      List.of(Stage.SURVEY, Stage.APPLIED, Stage.PHONE_SCREEN, Stage.INTERVIEWING, Stage.OFFER);

  private final Jobs jobs;
  private final Surveys surveys;

  public ChooserRoutes(Jobs jobs, Surveys surveys) {
    this.jobs = jobs;
    this.surveys = surveys;
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.findable(
        () -> Findable.at(Findable.Kind.PAGE, t("surveys.surveys"), "", Icon.SURVEY, "/survey"));
    routes.get("/survey", this::show);
  }

  private void show(Visit visit) {
    visit.show(
        new ChooserPage(
            visit.shell(t("surveys.surveys"), Interviews.MENU),
            STAGES.stream().map(this::group).filter(group -> !group.lines().isEmpty()).toList()));
  }

  private ChooserPage.Group group(Stage stage) {
    JobPage page = jobs.page(JobFilter.stage(stage), Optional.empty(), SHOWN);
    Map<Long, Integer> counts = surveys.count(page.rows().stream().map(JobRow::id).toList());
    long all = jobs.counts().of(stage);
    return new ChooserPage.Group(
        stage.key(),
        Words.stage(stage),
        page.rows().stream().map(row -> line(row, counts.getOrDefault(row.id(), 0))).toList(),
        all > page.rows().size() ? t("surveys.all-of", "count", all) : "");
  }

  private static ChooserPage.Line line(JobRow row, int number) {
    return new ChooserPage.Line(
        row.title(),
        row.company().orElseGet(() -> t("surveys.no-company")),
        SurveyViews.path(row.id()),
        number == 0 ? "" : t("surveys.number", "count", number));
  }
}
