package dev.peregrine.api.mail;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a mail means for an application. The keys are stored, written by {@code mail classify
 * --json} and read from labelled files; they never change.
 *
 * @since 0.1
 */
public enum MailLabel {
  /** An invitation to an interview or call, with a time or the wish to find one. */
  INTERVIEW_SCHEDULED,
  /** An offer of employment. */
  OFFER_RECEIVED,
  /** The employer does not go on. */
  REJECTED,
  /** Interest without an appointment: questions, next steps, a recruiter's approach. */
  POSITIVE_RESPONSE,
  /** A questionnaire, test or task to do. */
  SURVEY_RECEIVED,
  /** About an application, but without news. */
  NEUTRAL,
  /** An appointment gets another time, or is called off to find one. */
  EVENT_RESCHEDULED,
  /** A list of postings: job alerts, newsletters of boards. */
  DIGEST,
  /** The employer's confirmation that an application arrived. */
  APPLICATION_RECEIVED,
  /** Nothing to do with an application. */
  UNRELATED;

  private static final Map<String, MailLabel> BY_KEY =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(MailLabel::key, Function.identity()));

  /** The name for storage and programs, such as {@code interview_scheduled}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The label of a key; case and blanks around it do not matter. */
  public static Optional<MailLabel> of(String key) {
    return Optional.ofNullable(BY_KEY.get(key.strip().toLowerCase(Locale.ROOT)));
  }
}
