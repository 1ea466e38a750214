package dev.peregrine.host.rest;

import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.programs.Scope;
import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.rounds.RoundKind;
import dev.peregrine.host.rounds.RoundNotes;
import dev.peregrine.host.rounds.RoundOutcome;
import dev.peregrine.host.rounds.RoundPlan;
import dev.peregrine.host.rounds.RoundState;
import dev.peregrine.host.rounds.Rounds;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;

/** Rounds: who talks with whom, when and where. */
final class RoundOperations {

  private static final int FAR = 365;

  private final Jobs jobs;
  private final Rounds rounds;
  private final InstantSource clock;

  RoundOperations(Jobs jobs, Rounds rounds, InstantSource clock) {
    this.jobs = jobs;
    this.rounds = rounds;
    this.clock = clock;
  }

  record RoundView(
      long id,
      long job,
      RoundKind kind,
      Optional<String> title,
      @Meaning("The moment.") Optional<Instant> starts,
      @Meaning("The clock on the wall where it was agreed.") Optional<LocalDateTime> localStart,
      @Meaning("Where it was agreed, such as Europe/Berlin.") Optional<String> zone,
      long minutes,
      Optional<String> place,
      @Meaning("Of a video call.") Optional<URI> link,
      List<String> people,
      RoundState state,
      @Meaning("What the employer said afterwards.") RoundOutcome outcome,
      @Meaning("Name it when you change the round.") int version) {

    static RoundView of(Round round) {
      return new RoundView(
          round.id(),
          round.job(),
          round.kind(),
          round.title(),
          round.start().map(ZonedDateTime::toInstant),
          round.start().map(ZonedDateTime::toLocalDateTime),
          round.start().map(start -> start.getZone().getId()),
          round.length().toMinutes(),
          round.place(),
          round.link(),
          round.people(),
          round.state(),
          round.outcome(),
          round.version());
    }
  }

  record RoundList(List<RoundView> items) {}

  record NewRound(
      RoundKind kind,
      Optional<String> title,
      @Meaning("The clock on the wall, such as 2026-03-17T10:00; nothing while it is open.")
          Optional<LocalDateTime> localStart,
      @Meaning("Such as Europe/Berlin; needed with local_start.") Optional<String> zone,
      @Meaning("Where clocks go back, an hour comes twice: true means the second one.")
          Optional<Boolean> secondHour,
      @Meaning("What is usual for its kind, where it is left out.") Optional<Integer> minutes,
      Optional<String> place,
      Optional<URI> link,
      Optional<List<String>> people,
      @Meaning("agreed with a start, else proposed, where it is left out.")
          Optional<RoundState> state,
      Optional<RoundOutcome> outcome) {}

  record ChangedRound(
      @Meaning("The version that you saw. If it is another by now, nothing is changed.")
          int version,
      @Meaning("The round as it is to be: what is left out goes back to what is usual.")
          NewRound round) {}

  record Notes(
      @Meaning("What you noted of the round.") String text,
      @Meaning("0 while there is nothing.") int version,
      Optional<Instant> changed) {

    static Notes of(RoundNotes notes) {
      return new Notes(notes.text(), notes.version(), notes.changed());
    }
  }

  record NewNotes(
      @Meaning("The version that you saw; 0 where there was nothing.") int version, String text) {}

  List<Operation<?, ?>> all() {
    return List.of(
        Operation.get(
            Topic.ROUNDS,
            "listRounds",
            "/rounds",
            "Lists rounds with a date; those of the next year where nothing is said.",
            List.of(
                Parameter.moment("from", "Not before; now where it is left out."),
                Parameter.moment("until", "Before; a year after from where it is left out.")),
            RoundList.class,
            this::between),
        Operation.get(
            Topic.ROUNDS,
            "listRoundsOfJob",
            "/jobs/{job}/rounds",
            "Lists all rounds of a job.",
            List.of(),
            RoundList.class,
            asked -> list(rounds.of(JobOperations.job(jobs, asked).id()))),
        Operation.get(
            Topic.ROUNDS,
            "getRound",
            "/rounds/{round}",
            "Gives a round.",
            List.of(),
            RoundView.class,
            asked -> RoundView.of(round(asked))),
        Operation.post(
            Topic.ROUNDS,
            Scope.WRITE,
            "addRound",
            "/jobs/{job}/rounds",
            "Enters a round. Nobody is invited.",
            NewRound.class,
            List.of(201),
            RoundView.class,
            this::add),
        Operation.put(
            Topic.ROUNDS,
            "changeRound",
            "/rounds/{round}",
            "Changes a round, if it is still the version that you saw.",
            ChangedRound.class,
            RoundView.class,
            this::change),
        Operation.get(
            Topic.ROUNDS,
            "getRoundNotes",
            "/rounds/{round}/notes",
            "Gives what was noted of a round.",
            List.of(),
            Notes.class,
            asked -> Notes.of(rounds.notes(round(asked).id()))),
        Operation.put(
            Topic.ROUNDS,
            "saveRoundNotes",
            "/rounds/{round}/notes",
            "Saves what was noted of a round, if it is still the version that you saw.",
            NewNotes.class,
            Notes.class,
            this::saveNotes));
  }

  private Round round(Asked asked) {
    long id = asked.id("round");
    return rounds.findById(id).orElseThrow(() -> Refusal.none("Round", id));
  }

  private static RoundList list(List<Round> found) {
    return new RoundList(found.stream().map(RoundView::of).toList());
  }

  private RoundList between(Asked asked) {
    Instant from = asked.moment("from").orElseGet(clock::instant);
    Instant until = asked.moment("until").orElseGet(() -> from.plus(FAR, ChronoUnit.DAYS));
    return list(rounds.between(from, until));
  }

  private Result<RoundView> add(Asked asked, NewRound said) {
    Job job = JobOperations.job(jobs, asked);
    Round added = rounds.add(job.id(), plan(said));
    return Result.created(RoundView.of(added), "/rounds/" + added.id());
  }

  private Result<RoundView> change(Asked asked, ChangedRound said) {
    Round before = round(asked);
    RoundPlan plan = plan(said.round()).withThanks(before.thanks());
    return switch (rounds.save(before.id(), said.version(), plan)) {
      case Rounds.Saving.Done done -> Result.of(RoundView.of(done.round()));
      case Rounds.Saving.Overtaken overtaken ->
          throw Refusal.stale(
                  "Round \"%d\" is at version %d by now. Look at it again, then change it."
                      .formatted(before.id(), overtaken.inUse().version()))
              .with("version", overtaken.inUse().version());
      case Rounds.Saving.Gone _ -> throw Refusal.none("Round", before.id());
    };
  }

  private static RoundPlan plan(NewRound said) {
    RoundPlan usual = RoundPlan.of(said.kind());
    Optional<ZonedDateTime> start = said.localStart().map(local -> start(local, said));
    try {
      return new RoundPlan(
          said.kind(),
          said.title(),
          start,
          said.minutes().map(Duration::ofMinutes).orElse(usual.length()),
          said.place(),
          said.link(),
          said.people().orElseGet(List::of),
          said.state().orElse(start.isPresent() ? RoundState.AGREED : RoundState.PROPOSED),
          said.outcome().orElse(RoundOutcome.OPEN),
          usual.thanks());
    } catch (IllegalArgumentException wrong) {
      throw Refusal.invalid(String.valueOf(wrong.getMessage()));
    }
  }

  private static ZonedDateTime start(LocalDateTime local, NewRound said) {
    ZoneId zone = zone(said.zone());
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    if (change != null && change.isGap()) {
      throw Refusal.invalid(
          "local_start is \"%s\", which does not exist in %s: clocks go forward from %s to %s."
              .formatted(
                  local,
                  zone,
                  change.getDateTimeBefore().toLocalTime(),
                  change.getDateTimeAfter().toLocalTime()));
    }
    if (change != null && said.secondHour().isEmpty()) {
      throw Refusal.invalid(
          "local_start is \"%s\", which comes twice in %s. Say which one with second_hour."
              .formatted(local, zone));
    }
    ZonedDateTime first = local.atZone(zone);
    return said.secondHour().orElse(false) ? first.withLaterOffsetAtOverlap() : first;
  }

  private static ZoneId zone(Optional<String> named) {
    try {
      return named
          .map(ZoneId::of)
          .orElseThrow(
              () -> Refusal.invalid("zone is missing, expected one such as Europe/Berlin."));
    } catch (DateTimeException unknown) {
      throw Refusal.invalid(
          "zone is \"%s\", expected one such as Europe/Berlin.".formatted(named.orElse("")));
    }
  }

  private Result<Notes> saveNotes(Asked asked, NewNotes said) {
    Round round = round(asked);
    RoundNotes.Saving saving;
    try {
      saving = rounds.saveNotes(round.id(), said.text(), said.version());
    } catch (IllegalArgumentException tooLong) {
      throw Refusal.invalid(String.valueOf(tooLong.getMessage()));
    }
    return switch (saving) {
      case RoundNotes.Saving.Done done -> Result.of(Notes.of(done.notes()));
      case RoundNotes.Saving.Overtaken overtaken ->
          throw Refusal.stale(
                  "The notes are at version %d by now. Look at them again, then save."
                      .formatted(overtaken.inUse().version()))
              .with("version", overtaken.inUse().version());
    };
  }
}
