package dev.peregrine.host.leads;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.host.mails.Judged;
import dev.peregrine.host.mails.Mail;
import dev.peregrine.host.mails.MailStep;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.mails.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts mails that list postings into the list of digests. */
public final class DigestStep implements MailStep {

  private static final Set<Outcome> NOT_LOOKED_AT =
      Set.of(Outcome.COPY, Outcome.UNREADABLE, Outcome.OWN, Outcome.DONE);

  /** So many postings are a list, whatever else a board writes. */
  private static final int A_LIST = 3;

  private final Mails mails;
  private final Digests digests;

  public DigestStep(Mails mails, Digests digests) {
    this.mails = mails;
    this.digests = digests;
  }

  @Override
  public Turn turn() {
    return Turn.FOLLOW;
  }

  @Override
  public void over(List<Long> ids) {
    Map<Long, Instant> found =
        mails.byIds(ids).stream()
            .filter(DigestStep::isDigest)
            .collect(Collectors.toMap(Mail::id, Mail::received));
    if (!found.isEmpty()) {
      digests.add(found);
    }
  }

  /** Whether a mail lists postings: it is labelled so, or a board that sends such lists sent it. */
  static boolean isDigest(Mail mail) {
    if (mail.own() || NOT_LOOKED_AT.contains(mail.outcome())) {
      return false;
    }
    boolean labelled =
        mail.judged().filter(judged -> judged.label() == MailLabel.DIGEST).isPresent();
    if (labelled || mail.judged().filter(Judged::isSaid).isPresent()) {
      return labelled;
    }
    Optional<AlertSender> sender = AlertSender.of(mail.message());
    return sender.isPresent()
        && AlertLinks.of(mail.message()).postings().size()
            >= (sender.get().sendsOnlyLists(mail.message()) ? 1 : A_LIST);
  }
}
