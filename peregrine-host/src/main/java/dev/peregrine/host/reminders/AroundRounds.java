package dev.peregrine.host.reminders;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.config.Cadence;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.NamedJob;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.reminders.Reminder.Kind;
import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.rounds.RoundState;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.web.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is to be done before and after a round. */
final class AroundRounds implements ReminderSource {

  private static final Set<Stage> UNDER_WAY =
      Set.of(Stage.APPLIED, Stage.SURVEY, Stage.PHONE_SCREEN, Stage.INTERVIEWING, Stage.OFFER);

  private static final int MOST = 5_000;
  private static final Duration BEFORE = Duration.ofHours(36);

  /** Thanks that come later are odd. */
  private static final Duration AFTER = Duration.ofDays(10);

  private final Jobs jobs;
  private final Rounds rounds;
  private final Supplier<Cadence> cadence;

  AroundRounds(Jobs jobs, Rounds rounds, Supplier<Cadence> cadence) {
    this.jobs = jobs;
    this.rounds = rounds;
    this.cadence = cadence;
  }

  @Override
  public List<Reminder> due(ZonedDateTime now) {
    Instant moment = now.toInstant();
    List<Round> near = rounds.between(moment.minus(AFTER), moment.plus(BEFORE));
    if (near.isEmpty()) {
      return List.of();
    }
    int within = cadence.get().thanks();
    Map<Long, NamedJob> named =
        jobs.at(UNDER_WAY, MOST).stream()
            .collect(Collectors.toMap(NamedJob::id, Function.identity()));
    var times = new Times(moment, now.getZone());
    return near.stream()
        .filter(round -> named.containsKey(round.job()))
        .flatMap(
            round -> {
              NamedJob job = named.get(round.job());
              return job == null
                  ? Stream.empty()
                  : Stream.of(prepare(round, job, times), thank(round, job, within, times))
                      .flatMap(Optional::stream);
            })
        .toList();
  }

  private static Optional<Reminder> prepare(Round round, NamedJob job, Times times) {
    return round
        .start()
        .map(ZonedDateTime::toInstant)
        .filter(start -> round.state() == RoundState.AGREED && start.isAfter(times.now()))
        .map(
            start ->
                new Reminder(
                    "prepare:%d:%d".formatted(round.id(), start.toEpochMilli()),
                    Kind.PREPARE,
                    OptionalLong.of(job.id()),
                    t("reminders.prepare", "who", Silences.employer(job)),
                    t("reminders.round-at", "when", times.coming(start), "title", job.title()),
                    t("reminders.look"),
                    "/interviews/%d/prep".formatted(job.id()),
                    start.minus(BEFORE),
                    15));
  }

  private static Optional<Reminder> thank(Round round, NamedJob job, int within, Times times) {
    boolean owed =
        within > 0
            && round.thanks().wanted()
            && round.thanks().sent().isEmpty()
            && round.isOver(times.now());
    return round
        .end()
        .map(ZonedDateTime::toInstant)
        .filter(end -> owed && !end.plus(Duration.ofDays(within - 1L)).isAfter(times.now()))
        .map(
            end ->
                new Reminder(
                    "thanks:%d:%d".formatted(round.id(), end.toEpochMilli()),
                    Kind.THANKS,
                    OptionalLong.of(job.id()),
                    t("reminders.thank", "who", people(round, job)),
                    t("reminders.round-at", "when", times.day(end), "title", job.title()),
                    t("reminders.draft"),
                    "/interviews/%d/people?draft=thanks#draft".formatted(job.id()),
                    end,
                    5));
  }

  private static String people(Round round, NamedJob job) {
    return round.people().isEmpty() ? Silences.employer(job) : String.join(", ", round.people());
  }
}
