package dev.peregrine.host.practice;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A practice interview.
 *
 * @param ended when the person ended it, or answered the last question
 * @param turns in order
 */
public record Session(
    long id, long job, SessionPlan plan, Instant made, Optional<Instant> ended, List<Turn> turns) {

  public Session {
    turns = List.copyOf(turns);
  }

  /** The one that is asked now, or was last. */
  public Optional<Turn> last() {
    return turns.isEmpty() ? Optional.empty() : Optional.of(turns.getLast());
  }

  public Optional<Turn> turn(long id) {
    return turns.stream().filter(turn -> turn.id() == id).findFirst();
  }

  /** Whether the next question can be put. */
  public boolean wantsQuestion() {
    return ended.isEmpty()
        && turns.size() < plan.questions()
        && last().map(Turn::isOver).orElse(true);
  }

  /** Whether all was asked, and nothing is left to do. */
  public boolean isThrough() {
    return turns.size() >= plan.questions() && last().map(Turn::isOver).orElse(true);
  }

  /** How many were answered. */
  public long answered() {
    return turns.stream()
        .filter(turn -> turn.state() == Turn.State.ANSWERED || turn.state() == Turn.State.RATED)
        .count();
  }

  /** The mean level of each criterion, over all answers that were rated. */
  public Map<Criterion, Double> means() {
    var means = new EnumMap<Criterion, Double>(Criterion.class);
    for (Criterion criterion : Criterion.values()) {
      turns.stream()
          .flatMap(turn -> turn.rating().stream())
          .flatMap(rating -> rating.points().stream())
          .filter(point -> point.criterion() == criterion)
          .mapToInt(Rating.Point::level)
          .average()
          .ifPresent(mean -> means.put(criterion, mean));
    }
    return means;
  }
}
