package dev.peregrine.host.calendar;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.host.config.CalendarFile;
import dev.peregrine.host.exports.DocumentName;
import dev.peregrine.host.exports.Exports;
import dev.peregrine.host.exports.Written;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.rounds.RoundWords;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** A round as a calendar file. */
public final class RoundFileRoutes implements Routes {

  static final String MEDIA_TYPE = "text/calendar;charset=utf-8";

  private final Jobs jobs;
  private final Rounds rounds;
  private final CalendarEvents events;

  public RoundFileRoutes(Jobs jobs, Rounds rounds, Exports exports, CalendarFile file) {
    this.jobs = jobs;
    this.rounds = rounds;
    this.events = new CalendarEvents(jobs, exports, file);
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.get("/interviews/{id}/rounds/{round}/calendar.ics", this::give);
  }

  private void give(Visit visit) throws InterruptedException {
    Round round = RoundRoutes.round(visit, rounds);
    if (round.start().isEmpty()) {
      visit.go(RoundsPage.path(round.job()), Toast.of(t("calendar.needs-date")));
      return;
    }
    try {
      Written written =
          events.write(
              events.of(List.of(round)), Optional.empty(), visit.times(), name(visit, round));
      visit.keep(written.name(), MEDIA_TYPE, written.bytes());
    } catch (ExtensionException why) {
      visit.go(RoundsPage.path(round.job()), Toast.of(String.valueOf(why.getMessage())));
    }
  }

  private DocumentName name(Visit visit, Round round) {
    Job job =
        jobs.findById(round.job())
            .orElseThrow(() -> new NoSuchPageException("job", Long.toString(round.job())));
    return new DocumentName(
        "{document}_{company}_{date}",
        RoundWords.what(round),
        "",
        job.posting().company().orElse(""),
        job.posting().title(),
        round.start().map(ZonedDateTime::toLocalDate).orElse(visit.times().today()));
  }
}
