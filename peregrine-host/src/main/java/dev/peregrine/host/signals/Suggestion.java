package dev.peregrine.host.signals;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.host.pipeline.Stage;
import java.util.List;
import java.util.Optional;

/**
 * Where an application would go by what a mail says.
 *
 * @param to {@link Stage#REJECTED} where they said no
 * @param reopens whether the application is over, so that this takes it up again
 */
public record Suggestion(Stage to, boolean reopens) {

  private static final List<Stage> WAY =
      List.of(
          Stage.PENDING,
          Stage.APPROVED,
          Stage.APPLIED,
          Stage.SURVEY,
          Stage.PHONE_SCREEN,
          Stage.INTERVIEWING,
          Stage.OFFER,
          Stage.HIRED);

  /** What a label suggests; nothing where the application is as far already. */
  public static Optional<Suggestion> of(MailLabel label, Stage now) {
    boolean over = !WAY.contains(now);
    return switch (label) {
      case INTERVIEW_SCHEDULED, POSITIVE_RESPONSE ->
          now == Stage.PHONE_SCREEN
              ? Optional.of(new Suggestion(Stage.INTERVIEWING, false))
              : onwards(Stage.PHONE_SCREEN, now);
      case SURVEY_RECEIVED -> onwards(Stage.SURVEY, now);
      case OFFER_RECEIVED -> onwards(Stage.OFFER, now);
      case REJECTED ->
          over || now == Stage.HIRED
              ? Optional.empty()
              : Optional.of(new Suggestion(Stage.REJECTED, false));
      case NEUTRAL, EVENT_RESCHEDULED, DIGEST, APPLICATION_RECEIVED, UNRELATED -> Optional.empty();
    };
  }

  /** Never back: who wants that moves it themselves. */
  private static Optional<Suggestion> onwards(Stage to, Stage now) {
    boolean over = !WAY.contains(now);
    return over || WAY.indexOf(now) < WAY.indexOf(to)
        ? Optional.of(new Suggestion(to, over))
        : Optional.empty();
  }
}
