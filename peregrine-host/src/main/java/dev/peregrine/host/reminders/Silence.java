package dev.peregrine.host.reminders;

import dev.peregrine.host.config.Cadence;
import dev.peregrine.host.contacts.Direction;
import dev.peregrine.host.contacts.Touch;
import dev.peregrine.host.pipeline.NamedJob;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.rounds.Round;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How long an application has been without a sign from the employer, and what the person did about
 * it meanwhile.
 *
 * @param since the last sign from them, or the last step
 * @param isMeeting whether a round with a date is to come, so that nothing is to be asked
 * @param asked what the person wrote since then
 * @param unanswered what they wrote last, where nobody answered
 */
record Silence(
    NamedJob job, Instant since, boolean isMeeting, List<Touch> asked, Optional<Touch> unanswered) {

  Silence {
    asked = List.copyOf(asked);
  }

  /**
   * @param reached when it came to where it is
   * @param touches in the order in which they happened
   * @param needsNone whether the person said that what they wrote then needs no answer
   */
  static Silence of(
      NamedJob job,
      Instant reached,
      List<Touch> touches,
      List<Round> rounds,
      Predicate<Touch> needsNone,
      Instant now) {
    List<Touch> past = touches.stream().filter(touch -> !touch.at().isAfter(now)).toList();
    Optional<Touch> theirs =
        past.stream().filter(touch -> touch.direction() != Direction.OUT).reduce((a, b) -> b);
    // An answer begins a silence of its own: they are asked about it, however late it was.
    Optional<Instant> answered =
        theirs
            .filter(touch -> touch.direction() == Direction.IN)
            .flatMap(
                touch -> past.stream().filter(each -> each.at().isAfter(touch.at())).findFirst())
            .map(Touch::at);
    Stream<Instant> met =
        rounds.stream()
            .filter(round -> round.isOver(now))
            .flatMap(round -> round.end().stream())
            .map(ZonedDateTime::toInstant)
            .filter(end -> !end.isAfter(now));
    Instant since =
        Stream.of(Stream.of(reached), theirs.map(Touch::at).stream(), answered.stream(), met)
            .flatMap(each -> each)
            .max(Comparator.naturalOrder())
            .orElse(reached);
    boolean isMeeting =
        rounds.stream()
            .anyMatch(
                round -> round.state().isOpen() && round.start().isPresent() && !round.isOver(now));
    List<Touch> asked =
        past.stream()
            .filter(touch -> touch.direction() == Direction.OUT && touch.at().isAfter(since))
            .toList();
    Optional<Touch> unanswered =
        past.isEmpty()
            ? Optional.empty()
            : Optional.of(past.getLast())
                .filter(touch -> touch.direction() == Direction.IN && !needsNone.test(touch));
    return new Silence(job, since, isMeeting, asked, unanswered);
  }

  int days(Instant now) {
    return (int) Math.max(0, Duration.between(since, now).toDays());
  }

  boolean isLong(Cadence cadence, Instant now) {
    return cadence.ghosted() > 0
        && unanswered.isEmpty()
        && !isMeeting
        && days(now) >= cadence.ghosted();
  }

  /** When the person is to ask how it stands; empty for never. */
  Optional<Instant> toAsk(Cadence cadence) {
    if (unanswered.isPresent() || isMeeting || asked.size() >= cadence.mostFollowUps()) {
      return Optional.empty();
    }
    int first = job.stage() == Stage.APPLIED ? cadence.followUp() : cadence.inTalks();
    int days = asked.isEmpty() ? first : cadence.again();
    Instant from = asked.isEmpty() ? since : asked.getLast().at();
    return days == 0 ? Optional.empty() : Optional.of(from.plus(Duration.ofDays(days)));
  }

  /** When the person is to answer; empty for never. */
  Optional<Instant> toAnswer(Cadence cadence) {
    return unanswered
        .filter(touch -> cadence.reply() > 0)
        .map(touch -> touch.at().plus(Duration.ofDays(cadence.reply())));
  }
}
