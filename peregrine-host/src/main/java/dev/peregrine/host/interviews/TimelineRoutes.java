package dev.peregrine.host.interviews;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.JobEvent;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.review.Words;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happened to an application, step by step, and correcting when it did. */
public final class TimelineRoutes implements Routes {

  private final Interviews interviews;
  private final Jobs jobs;

  /** What was typed into which line, and why it was not stored. */
  private record Refused(long event, String typed, String why) {}

  public TimelineRoutes(Interviews interviews, Jobs jobs) {
    this.interviews = interviews;
    this.jobs = jobs;
  }

  @Override
  public void add(RouteRegistry routes) {
    interviews.tab(new InterviewTab("", () -> t("interviews.timeline"), 10, job -> ""));
    routes.get("/interviews/{id}", this::show);
    routes.post("/interviews/{id}/times", this::correct);
    routes.post("/interviews/{id}/times/undo", this::undo);
  }

  private void show(Visit visit) {
    Job job = interviews.job(visit);
    if (job.id() != visit.id("id")) {
      visit.go(Interviews.path(job.id())); // the one that it was joined with
      return;
    }
    visit.show(page(visit, job, Optional.empty()));
  }

  private void correct(Visit visit) {
    Job job = interviews.job(visit);
    long event = visit.number("event").orElse(-1);
    try {
      if (job.events().stream().noneMatch(each -> each.id() == event)) {
        throw new IllegalArgumentException(t("interviews.no-step"));
      }
      long correction = jobs.times().correct(event, moment(visit));
      String here = Interviews.path(job.id());
      visit.go(
          here,
          correction == 0
              ? Toast.of(t("interviews.time-as-before"))
              : Toast.undoable(
                  t("interviews.time-corrected"),
                  "",
                  here + "/times/undo?correction=" + correction));
    } catch (IllegalArgumentException why) {
      var refused = new Refused(event, visit.value("at"), String.valueOf(why.getMessage()));
      visit.show(422, page(visit, job, Optional.of(refused)));
    }
  }

  /** An empty field means when it was told. */
  private static Optional<Instant> moment(Visit visit) {
    String typed = visit.value("at");
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDateTime.parse(typed).atZone(visit.times().zone()).toInstant());
    } catch (DateTimeException notATime) {
      throw new IllegalArgumentException(t("interviews.no-day", "text", typed), notATime);
    }
  }

  private void undo(Visit visit) {
    Job job = interviews.job(visit);
    boolean back = jobs.times().undo(visit.number("correction").orElse(-1)).isPresent();
    visit.go(
        Interviews.path(job.id()),
        Toast.of(back ? t("interviews.time-back") : t("interviews.nothing-to-undo")));
  }

  private TimelinePage page(Visit visit, Job job, Optional<Refused> refused) {
    Times times = visit.times();
    List<JobEvent> events = job.events().reversed();
    return new TimelinePage(
        interviews.frame(visit, job, ""),
        stamps(jobs.stamps(List.of(job.id())).getOrDefault(job.id(), Map.of()), times),
        events.stream().map(event -> line(event, events, times, refused)).toList(),
        refused.map(Refused::why));
  }

  private static TimelinePage.Line line(
      JobEvent event, List<JobEvent> all, Times times, Optional<Refused> refused) {
    boolean correctable = event.kind().equals("moved") && !event.undone();
    Optional<Refused> here = refused.filter(each -> each.event() == event.id());
    return new TimelinePage.Line(
        text(event),
        times.moment(event.at()),
        event.at().equals(event.told()) ? "" : times.day(event.told()),
        event == all.getFirst(),
        correctable ? event.id() : -1,
        here.map(Refused::typed)
            .orElseGet(
                () ->
                    LocalDateTime.ofInstant(event.at(), times.zone())
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString()),
        here.isPresent());
  }

  private static String text(JobEvent event) {
    String said =
        event
            .reason()
            .filter(reason -> !event.text().contains(reason))
            .map(reason -> event.text() + ": " + reason)
            .orElseGet(event::text);
    return event.undone() ? t("interviews.was-undone", "what", said) : said;
  }

  private static List<TimelinePage.Stamp> stamps(Map<Stage, Instant> entered, Times times) {
    List<Map.Entry<Stage, Instant>> steps =
        entered.entrySet().stream()
            .filter(step -> step.getKey() != Stage.PENDING && step.getKey() != Stage.ARCHIVED)
            .sorted(Map.Entry.<Stage, Instant>comparingByValue().thenComparing(Map.Entry::getKey))
            .toList();
    List<TimelinePage.Stamp> stamps = new ArrayList<>();
    for (int at = 0; at < steps.size(); at++) {
      Map.Entry<Stage, Instant> step = steps.get(at);
      String took =
          at + 1 < steps.size()
              ? t(
                  "interviews.took",
                  "days",
                  Duration.between(step.getValue(), steps.get(at + 1).getValue()).toDays())
              : "";
      stamps.add(
          new TimelinePage.Stamp(Words.stage(step.getKey()), times.day(step.getValue()), took));
    }
    return stamps;
  }
}
