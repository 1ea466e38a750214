package dev.peregrine.host.leads;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.api.mail.MailMessage;
import dev.peregrine.host.mails.Judged;
import dev.peregrine.host.mails.Mail;
import dev.peregrine.host.mails.MailStep;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.mails.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes postings of mails in which somebody offers a position for which nobody applied. */
public final class LeadStep implements MailStep {

  private static final Set<Outcome> NOT_LOOKED_AT =
      Set.of(Outcome.COPY, Outcome.UNREADABLE, Outcome.OWN, Outcome.DONE);

  /** What may be an approach whatever a classifier took it for. */
  private static final Set<MailLabel> MAY_BE =
      Set.of(
          MailLabel.POSITIVE_RESPONSE,
          MailLabel.INTERVIEW_SCHEDULED,
          MailLabel.NEUTRAL,
          MailLabel.UNRELATED);

  private static final double SURE = 0.6;

  private final Mails mails;
  private final Leads leads;
  private final Runnable added;

  /**
   * @param added is told when there are new postings
   */
  public LeadStep(Mails mails, Leads leads, Runnable added) {
    this.mails = mails;
    this.leads = leads;
    this.added = added;
  }

  @Override
  public Turn turn() {
    return Turn.FOLLOW;
  }

  @Override
  public void over(List<Long> ids) {
    boolean some = false;
    for (Mail mail : mails.byIds(ids)) {
      Optional<LeadFacts> facts = facts(mail);
      if (facts.isPresent() && !isAnswer(mail)) {
        some |= leads.add(mail, facts.get()).isPresent();
      }
    }
    if (some) {
      added.run();
    }
  }

  /** Where the person wrote first, it is about something of theirs. */
  private boolean isAnswer(Mail mail) {
    return mails.ofThread(mail.thread()).stream()
        .filter(id -> id != mail.id())
        .findFirst()
        .flatMap(mails::findById)
        .filter(first -> first.own() && !first.received().isAfter(mail.received()))
        .isPresent();
  }

  /** What a mail says of a position, if it offers one. */
  static Optional<LeadFacts> facts(Mail mail) {
    if (mail.own()
        || mail.belonging().isPresent()
        || NOT_LOOKED_AT.contains(mail.outcome())
        || DigestStep.isDigest(mail)
        || !isApproach(mail)) {
      return Optional.empty();
    }
    LeadFacts facts = LeadReading.of(mail.message());
    return facts.title().isPresent() || facts.company().isPresent()
        ? Optional.of(facts)
        : Optional.empty();
  }

  private static boolean isApproach(Mail mail) {
    Optional<Judged> judged = mail.judged();
    MailMessage message = mail.message();
    if (judged.filter(Judged::isSaid).isPresent()) {
      return judged.get().label() == MailLabel.POSITIVE_RESPONSE;
    }
    boolean sure = judged.filter(each -> each.confidence() >= SURE).isPresent();
    if (sure && !MAY_BE.contains(judged.get().label())) {
      return false;
    }
    if (ApproachWords.isOfOwnApplication(message) || ApproachWords.isToMany(message)) {
      return false;
    }
    boolean positive = sure && judged.get().label() == MailLabel.POSITIVE_RESPONSE;
    int wordings = ApproachWords.count(message);
    return wordings >= 2 || (wordings == 1 && (positive || LeadReading.title(message).isPresent()));
  }
}
