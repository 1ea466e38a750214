package dev.peregrine.host.signals;

import dev.peregrine.host.invitations.Invitation;
import dev.peregrine.host.invitations.InvitationException;
import dev.peregrine.host.invitations.Invitations;
import dev.peregrine.host.mails.Mail;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The invitations that a mail carries. */
final class MailInvitations {

  private static final int MOST = 5;

  private MailInvitations() {}

  /** Those that can be read, each event once, at most 5. */
  static List<Invitation> of(Mail mail, ZoneId here) {
    var all = new ArrayList<Invitation>();
    for (String calendar : mail.message().calendar()) {
      try {
        for (Invitation each : Invitations.read(calendar, here)) {
          boolean isNew = all.stream().noneMatch(other -> other.uid().equals(each.uid()));
          if (isNew && all.size() < MOST) {
            all.add(each);
          }
        }
      } catch (InvitationException notOne) {
        // the mail's page says that it carries a calendar file; there is nothing to propose
      }
    }
    return all;
  }
}
