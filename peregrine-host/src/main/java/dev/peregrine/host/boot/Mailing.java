package dev.peregrine.host.boot;

import dev.peregrine.host.config.MailFile;
import dev.peregrine.host.imap.MailAccounts;
import dev.peregrine.host.mail.AddMailRoutes;
import dev.peregrine.host.mail.MailRoutes;
import dev.peregrine.host.mail.MailUploads;
import dev.peregrine.host.mail.OneMailRoutes;
import dev.peregrine.host.mails.Arrivals;
import dev.peregrine.host.mails.MailFiles;
import dev.peregrine.host.mails.MailReading;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.web.Routes;
import java.util.List;

/** The mails that come back, wired over what comes after an application. */
final class Mailing {

  private final Mails mails;
  private final MailReading reading;
  private final Arrivals arrivals;
  private final MailAccounts accounts;
  private final MailFiles files;
  private final MailUploads uploads;

  Mailing(AfterApplying.Ground ground) {
    mails = new Mails(ground.databases(), ground.live(), ground.clock());
    reading = new MailReading(ground.clock());
    arrivals = new Arrivals(mails);
    files = new MailFiles(mails, reading, arrivals);
    uploads = new MailUploads(files, ground.tasks(), ground.clock());
    accounts = new MailAccounts(new MailFile(), ground.secrets(), ground.live());
  }

  static List<Class<?>> mappers() {
    return Mails.mappers();
  }

  Mails mails() {
    return mails;
  }

  MailReading reading() {
    return reading;
  }

  MailAccounts accounts() {
    return accounts;
  }

  MailFiles files() {
    return files;
  }

  /** The pages that show mails. */
  Routes pages(Jobs jobs) {
    var all =
        List.of(
            new MailRoutes(mails, arrivals, accounts, jobs),
            new AddMailRoutes(files, uploads),
            new OneMailRoutes(mails, arrivals, accounts, jobs));
    return routes -> all.forEach(each -> each.add(routes));
  }

  Arrivals arrivals() {
    return arrivals;
  }
}
