package dev.peregrine.host.interviews;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.JobEvent;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Visit;
import java.util.List;

/** What happened to an application, step by step. */
public final class TimelineRoutes implements Routes {

  private final Interviews interviews;

  public TimelineRoutes(Interviews interviews) {
    this.interviews = interviews;
  }

  @Override
  public void add(RouteRegistry routes) {
    interviews.tab(new InterviewTab("", () -> t("interviews.timeline"), 10, job -> ""));
    routes.get("/interviews/{id}", this::show);
  }

  private void show(Visit visit) {
    Job job = interviews.job(visit);
    Times times = visit.times();
    List<JobEvent> events = job.events().reversed();
    visit.show(
        new TimelinePage(
            interviews.frame(visit, job, ""),
            events.stream()
                .map(
                    event ->
                        new TimelinePage.Line(
                            event.undone()
                                ? t("interviews.was-undone", "what", event.text())
                                : event.text(),
                            times.moment(event.at()),
                            event.at().equals(event.told()) ? "" : times.day(event.told()),
                            event == events.getFirst()))
                .toList()));
  }
}
