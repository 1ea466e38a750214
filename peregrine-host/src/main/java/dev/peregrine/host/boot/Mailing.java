package dev.peregrine.host.boot;

import dev.peregrine.host.mails.Arrivals;
import dev.peregrine.host.mails.MailReading;
import dev.peregrine.host.mails.Mails;
import java.util.List;
import java.util.stream.Stream;

/** The mails that come back, wired over what comes after an application. */
final class Mailing {

  private final Mails mails;
  private final MailReading reading;
  private final Arrivals arrivals;
  private final MailLeads leads;
  private final Mailboxes mailboxes;

  Mailing(AfterApplying.Ground ground) {
    mails = new Mails(ground.databases(), ground.live(), ground.clock());
    reading = new MailReading(ground.clock());
    arrivals = new Arrivals(mails);
    leads = new MailLeads(ground, mails, arrivals);
    mailboxes = new Mailboxes(ground, mails, arrivals, reading);
  }

  static List<Class<?>> mappers() {
    return Stream.concat(Mails.mappers().stream(), MailLeads.mappers().stream()).toList();
  }

  Mails mails() {
    return mails;
  }

  MailReading reading() {
    return reading;
  }

  Mailboxes mailboxes() {
    return mailboxes;
  }

  Arrivals arrivals() {
    return arrivals;
  }

  MailLeads leads() {
    return leads;
  }
}
