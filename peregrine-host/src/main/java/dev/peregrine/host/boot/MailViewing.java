package dev.peregrine.host.boot;

import dev.peregrine.host.mail.AddMailRoutes;
import dev.peregrine.host.mail.MailRoutes;
import dev.peregrine.host.mail.MailUploads;
import dev.peregrine.host.mail.OneMailRoutes;
import dev.peregrine.host.mails.Arrivals;
import dev.peregrine.host.mails.MailFiles;
import dev.peregrine.host.mails.MailReading;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.matching.Matching;
import dev.peregrine.host.signals.Signals;
import dev.peregrine.host.web.Routes;
import java.util.List;

/** The pages that show every mail, and mails that come as files. */
final class MailViewing {

  private final AfterApplying.Ground ground;
  private final Mails mails;
  private final Arrivals arrivals;
  private final Mailboxes mailboxes;
  private final Matching matching;
  private final MailFiles files;
  private final MailUploads uploads;

  MailViewing(
      AfterApplying.Ground ground,
      Mails mails,
      Arrivals arrivals,
      MailReading reading,
      Mailboxes mailboxes,
      Matching matching) {
    this.ground = ground;
    this.mails = mails;
    this.arrivals = arrivals;
    this.mailboxes = mailboxes;
    this.matching = matching;
    files = new MailFiles(mails, reading, arrivals);
    uploads = new MailUploads(files, ground.tasks(), ground.clock());
  }

  MailFiles files() {
    return files;
  }

  Routes routes(Signals signals) {
    var accounts = mailboxes.accounts();
    var all =
        List.of(
            new MailRoutes(
                mails, arrivals, accounts, mailboxes.sync(), ground.jobs(), mailboxes.pills()),
            new AddMailRoutes(files, uploads, matching),
            new OneMailRoutes(mails, arrivals, signals, accounts, ground.jobs(), matching));
    return routes -> all.forEach(each -> each.add(routes));
  }
}
