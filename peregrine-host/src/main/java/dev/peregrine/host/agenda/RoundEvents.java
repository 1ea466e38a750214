package dev.peregrine.host.agenda;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.integration.CalendarEvent;
import dev.peregrine.api.integration.CalendarEvent.Status;
import dev.peregrine.api.integration.CalendarEvent.When;
import dev.peregrine.host.config.CalendarFile;
import dev.peregrine.host.config.CalendarFile.Choices;
import dev.peregrine.host.config.CalendarFile.Details;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.rounds.RoundState;
import dev.peregrine.host.rounds.RoundWords;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rounds as calendars know them. */
public final class RoundEvents {

  private final Jobs jobs;
  private final CalendarFile file;

  public RoundEvents(Jobs jobs, CalendarFile file) {
    this.jobs = jobs;
    this.file = file;
  }

  /** The events of those rounds that have a date. */
  public List<CalendarEvent> of(List<Round> rounds) {
    Choices choices = file.current();
    return rounds.stream().flatMap(round -> event(round, choices).stream()).toList();
  }

  private Optional<CalendarEvent> event(Round round, Choices choices) {
    Optional<Job> job = jobs.findById(round.job());
    if (job.isEmpty() || round.start().isEmpty()) {
      return Optional.empty();
    }
    var when = new When.Timed(round.start().get(), round.length());
    var plain =
        CalendarEvent.of(round.uid(), title(round, job.get(), choices.details()), when)
            .withSequence(round.sequence())
            .withChanged(round.changed())
            .withStatus(status(round.state()))
            .withAlarms(choices.alarms().toArray(Duration[]::new));
    return Optional.of(
        choices.details() == Details.ALL
            ? plain
                .withPlace(round.place().or(() -> round.link().map(URI::toString)))
                .withLink(round.link())
                .withText(Optional.of(text(round, job.get())))
            : plain);
  }

  private static Status status(RoundState state) {
    return switch (state) {
      case PROPOSED -> Status.TENTATIVE;
      case AGREED, DONE -> Status.CONFIRMED;
      case CANCELLED -> Status.CANCELLED;
    };
  }

  private static String title(Round round, Job job, Details details) {
    Optional<String> company = job.posting().company();
    if (details == Details.BUSY) {
      return t("calendar.busy");
    }
    return company.isPresent()
        ? t("calendar.event", "what", RoundWords.what(round), "company", company.get())
        : RoundWords.what(round);
  }

  private static String text(Round round, Job job) {
    var lines = new ArrayList<String>();
    lines.add(job.posting().title());
    if (!round.people().isEmpty()) {
      lines.add(t("calendar.with", "names", String.join(", ", round.people())));
    }
    round.link().ifPresent(link -> lines.add(link.toString()));
    return String.join("\n", lines);
  }
}
