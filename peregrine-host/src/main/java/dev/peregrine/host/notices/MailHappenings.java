package dev.peregrine.host.notices;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.integration.Notice.Event;
import dev.peregrine.api.integration.Notice.Priority;
import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.signals.Signal;
import dev.peregrine.host.signals.Signals;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What employers write of an interview or an offer, until the person decides on it. */
public final class MailHappenings implements Happenings {

  // A mailbox that is read for the first time brings mails of months.
  private static final Duration NEW = Duration.ofDays(3);

  private final Signals signals;
  private final Jobs jobs;
  private final Event event;
  private final Set<MailLabel> labels;

  private MailHappenings(Signals signals, Jobs jobs, Event event, Set<MailLabel> labels) {
    this.signals = signals;
    this.jobs = jobs;
    this.event = event;
    this.labels = labels;
  }

  /** Those that propose or move an interview. */
  public static MailHappenings interviews(Signals signals, Jobs jobs) {
    return new MailHappenings(
        signals,
        jobs,
        Event.INTERVIEW_PROPOSED,
        Set.of(MailLabel.INTERVIEW_SCHEDULED, MailLabel.EVENT_RESCHEDULED));
  }

  /** Those that make an offer. */
  public static MailHappenings offers(Signals signals, Jobs jobs) {
    return new MailHappenings(
        signals, jobs, Event.OFFER_RECEIVED, Set.of(MailLabel.OFFER_RECEIVED));
  }

  @Override
  public Event event() {
    return event;
  }

  @Override
  public List<Happening> standing(ZonedDateTime now) {
    Instant since = now.toInstant().minus(NEW);
    return signals.all().stream()
        .filter(signal -> signal.sure() && labels.contains(signal.label()))
        .filter(signal -> signal.received().isAfter(since))
        .sorted(Comparator.comparing(Signal::received))
        .map(this::happening)
        .toList();
  }

  private Happening happening(Signal signal) {
    String who =
        jobs.findById(signal.job())
            .map(job -> job.posting().company().orElse(job.posting().title()))
            .orElse("");
    return Happening.of(
            "mail:" + signal.mail(),
            event,
            title(signal.label(), who),
            signal.subject(),
            "/interviews/" + signal.job(),
            signal.received())
        .withPriority(
            signal.label() == MailLabel.EVENT_RESCHEDULED ? Priority.URGENT : Priority.NORMAL)
        .withFacts(
            Map.of(
                "job_id",
                Long.toString(signal.job()),
                "company",
                who,
                "mail_id",
                Long.toString(signal.mail())));
  }

  private static String title(MailLabel label, String who) {
    return switch (label) {
      case OFFER_RECEIVED -> t("notices.offer", "who", who);
      case EVENT_RESCHEDULED -> t("notices.moved", "who", who);
      case INTERVIEW_SCHEDULED,
          POSITIVE_RESPONSE,
          SURVEY_RECEIVED,
          REJECTED,
          NEUTRAL,
          DIGEST,
          APPLICATION_RECEIVED,
          UNRELATED ->
          t("notices.interview", "who", who);
    };
  }
}
