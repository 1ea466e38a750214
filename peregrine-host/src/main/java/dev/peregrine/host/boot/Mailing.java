package dev.peregrine.host.boot;

import dev.peregrine.host.classifying.Classifying;
import dev.peregrine.host.contacts.Contacts;
import dev.peregrine.host.mails.Arrivals;
import dev.peregrine.host.mails.MailReading;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.matching.Matching;
import dev.peregrine.host.research.Briefs;
import dev.peregrine.host.tasks.Tasks;
import java.util.List;
import java.util.stream.Stream;

/** The mails that come back, wired over what comes after an application. */
final class Mailing {

  private static final String REST = "mail-rest";

  private final Tasks tasks;
  private final Mails mails;
  private final MailReading reading;
  private final Arrivals arrivals;
  private final Classifying classifying;
  private final MailLeads leads;
  private final Mailboxes mailboxes;
  private final Matching matching;
  private final MailViewing viewing;

  Mailing(AfterApplying.Ground ground, Contacts contacts, Briefs briefs) {
    mails = new Mails(ground.databases(), ground.live(), ground.clock());
    reading = new MailReading(ground.clock());
    arrivals = new Arrivals(mails);
    classifying =
        new Classifying(
            ground.databases(),
            ground.tasks(),
            mails,
            arrivals,
            ground.plugins(),
            ground.contexts(),
            ground.llms());
    leads = new MailLeads(ground, mails, arrivals);
    mailboxes = new Mailboxes(ground, mails, arrivals, reading);
    matching = MailMatching.over(ground, mails, arrivals, contacts, briefs);
    viewing = new MailViewing(ground, mails, arrivals, reading, mailboxes, matching);
    tasks = ground.tasks();
    tasks.register(
        REST,
        run -> {
          arrivals.lookAtTheRest(Long.parseLong(run.params()));
          return "Done.";
        });
  }

  static List<Class<?>> mappers() {
    return Stream.of(
            Mails.mappers(), Classifying.mappers(), MailLeads.mappers(), Matching.mappers())
        .<Class<?>>flatMap(List::stream)
        .toList();
  }

  /** What a program that stays does first. */
  void start() {
    long left = arrivals.newestLeft();
    if (left > 0) {
      var _ = tasks.submit(REST, "", "Look at mails that were left", Long.toString(left));
    }
    classifying.start();
  }

  Classifying classifying() {
    return classifying;
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

  Matching matching() {
    return matching;
  }

  MailViewing viewing() {
    return viewing;
  }

  Arrivals arrivals() {
    return arrivals;
  }

  MailLeads leads() {
    return leads;
  }
}
