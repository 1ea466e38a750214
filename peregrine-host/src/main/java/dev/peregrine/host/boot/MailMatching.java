package dev.peregrine.host.boot;

import dev.peregrine.host.contacts.Contacts;
import dev.peregrine.host.contacts.MailNotes;
import dev.peregrine.host.mails.Arrivals;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.matching.MatchAgain;
import dev.peregrine.host.matching.Matching;
import dev.peregrine.host.research.Briefs;

/** What finds out where mails belong, wired. */
final class MailMatching {

  private MailMatching() {}

  static Matching over(
      AfterApplying.Ground ground,
      Mails mails,
      Arrivals arrivals,
      Contacts contacts,
      Briefs briefs) {
    var matching =
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
    return matching;
  }
}
