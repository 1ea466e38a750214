package dev.peregrine.host.boot;

import dev.peregrine.host.config.MailFile;
import dev.peregrine.host.contacts.Contacts;
import dev.peregrine.host.contacts.MailNotes;
import dev.peregrine.host.imap.MailAccounts;
import dev.peregrine.host.mails.Arrivals;
import dev.peregrine.host.mails.MailReading;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.matching.MatchAgain;
import dev.peregrine.host.matching.Matching;
import dev.peregrine.host.research.Briefs;
import java.util.List;
import java.util.stream.Stream;

/** The mails that come back, wired over what comes after an application. */
final class Mailing {

  private final Mails mails;
  private final MailReading reading;
  private final Arrivals arrivals;
  private final MailLeads leads;
  private final MailAccounts accounts;
  private final Matching matching;

  Mailing(AfterApplying.Ground ground, Contacts contacts, Briefs briefs) {
    mails = new Mails(ground.databases(), ground.live(), ground.clock());
    reading = new MailReading(ground.clock());
    arrivals = new Arrivals(mails);
    leads = new MailLeads(ground, mails, arrivals);
    accounts = new MailAccounts(new MailFile(), ground.secrets(), ground.live());
    matching =
        new Matching(
            ground.databases(),
            mails,
            arrivals,
            ground.jobs(),
            contacts,
            new MailNotes(ground.databases(), ground.live(), ground.clock()),
            briefs::sites,
            ground.clock());
    ground.jobs().listen(new MatchAgain(matching, ground.tasks()));
  }

  static List<Class<?>> mappers() {
    return Stream.of(Mails.mappers(), MailLeads.mappers(), Matching.mappers())
        .flatMap(List::stream)
        .toList();
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

  Matching matching() {
    return matching;
  }

  Arrivals arrivals() {
    return arrivals;
  }

  MailLeads leads() {
    return leads;
  }
}
