package dev.peregrine.host.reminders;

import dev.peregrine.host.config.Cadence;
import dev.peregrine.host.contacts.Direction;
import dev.peregrine.host.contacts.Touch;
import dev.peregrine.host.pipeline.NamedJob;
import dev.peregrine.host.pipeline.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How long an application has been without a sign from the employer, and what the person did about
 * it meanwhile.
 *
 * @param since the last sign from them, or the last step
 * @param asked what the person wrote since then
 * @param unanswered what they wrote last, where nobody answered
 */
record Silence(NamedJob job, Instant since, List<Touch> asked, Optional<Touch> unanswered) {

  Silence {
    asked = List.copyOf(asked);
  }

  /**
   * @param reached when it came to where it is
   * @param touches in the order in which they happened
   */
  static Silence of(NamedJob job, Instant reached, List<Touch> touches, Instant now) {
    List<Touch> past = touches.stream().filter(touch -> !touch.at().isAfter(now)).toList();
    Optional<Touch> theirs =
        past.stream().filter(touch -> touch.direction() != Direction.OUT).reduce((a, b) -> b);
    Instant since = theirs.map(Touch::at).filter(at -> at.isAfter(reached)).orElse(reached);
    List<Touch> asked =
        past.stream()
            .filter(touch -> touch.direction() == Direction.OUT && touch.at().isAfter(since))
            .toList();
    Optional<Touch> unanswered =
        past.isEmpty()
            ? Optional.empty()
            : Optional.of(past.getLast()).filter(touch -> touch.direction() == Direction.IN);
    return new Silence(job, since, asked, unanswered);
  }

  int days(Instant now) {
    return (int) Math.max(0, Duration.between(since, now).toDays());
  }

  boolean isLong(Cadence cadence, Instant now) {
    return cadence.ghosted() > 0 && unanswered.isEmpty() && days(now) >= cadence.ghosted();
  }

  /** When the person is to ask how it stands; empty for never. */
  Optional<Instant> toAsk(Cadence cadence) {
    if (unanswered.isPresent() || asked.size() >= cadence.mostFollowUps()) {
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
