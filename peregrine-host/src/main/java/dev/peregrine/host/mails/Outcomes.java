package dev.peregrine.host.mails;

import dev.peregrine.api.mail.MailLabel;
import java.util.Optional;
import java.util.Set;

/** Says what became of a mail, from what is known of it. */
final class Outcomes {

  private static final Set<MailLabel> WITHOUT_DECISION =
      Set.of(MailLabel.NEUTRAL, MailLabel.APPLICATION_RECEIVED);

  private Outcomes() {}

  static Outcome of(
      boolean unreadable,
      boolean copy,
      boolean own,
      Optional<Judged> judged,
      boolean belongs,
      boolean settled) {
    if (unreadable) {
      return Outcome.UNREADABLE;
    }
    if (copy) {
      return Outcome.COPY;
    }
    if (own) {
      return belongs ? Outcome.MATCHED : Outcome.OWN;
    }
    if (settled) {
      return Outcome.DONE;
    }
    if (judged.isEmpty()) {
      return Outcome.NEW;
    }
    MailLabel label = judged.get().label();
    if (judged.get().confidence() < Judged.SURE) {
      return Outcome.UNCERTAIN;
    }
    if (label == MailLabel.UNRELATED) {
      return belongs ? Outcome.MATCHED : Outcome.NOT_JOB_MAIL;
    }
    if (label == MailLabel.DIGEST) {
      return Outcome.DIGEST;
    }
    if (WITHOUT_DECISION.contains(label)) {
      return belongs ? Outcome.MATCHED : Outcome.UNMATCHED;
    }
    return Outcome.WAITING;
  }
}
