package dev.peregrine.host.agenda;

import dev.peregrine.api.integration.CalendarEvent;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.rounds.RoundState;
import dev.peregrine.host.rounds.Rounds;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which rounds a calendar has to show. */
final class AgendaRounds {

  private static final Duration AHEAD = Duration.ofDays(3 * 366);

  private final Rounds rounds;
  private final Jobs jobs;
  private final RoundEvents events;
  private final InstantSource clock;

  AgendaRounds(Rounds rounds, Jobs jobs, RoundEvents events, InstantSource clock) {
    this.rounds = rounds;
    this.jobs = jobs;
    this.events = events;
    this.clock = clock;
  }

  /** Those to come of applications that go on; what is over is not put any more. */
  List<Wanted> wanted(boolean proposed) {
    Instant now = clock.instant();
    var wanted = new ArrayList<Wanted>();
    for (Round round : rounds.between(now.minus(Duration.ofDays(14)), now.plus(AHEAD))) {
      if (!round.isOver(now) && isWanted(round, proposed)) {
        event(round).ifPresent(event -> wanted.add(Wanted.of(round, event)));
      }
    }
    return wanted;
  }

  private boolean isWanted(Round round, boolean proposed) {
    boolean rightState =
        round.state() == RoundState.AGREED || (proposed && round.state() == RoundState.PROPOSED);
    return rightState
        && jobs.findById(round.job())
            .map(Job::stage)
            .filter(stage -> stage != Stage.REJECTED && stage != Stage.ARCHIVED)
            .isPresent();
  }

  private Optional<CalendarEvent> event(Round round) {
    return events.of(List.of(round)).stream().findFirst();
  }

  /** The round of an event, unless it was taken away. */
  Optional<Round> findById(long round) {
    return rounds.findById(round);
  }

  /** Whether an event stays as it is, because what it was for took place. */
  boolean isPast(long round) {
    Instant now = clock.instant();
    return rounds.findById(round).filter(each -> each.isOver(now)).isPresent();
  }
}
