package dev.peregrine.host.boot;

import dev.peregrine.host.digests.DigestReading;
import dev.peregrine.host.digests.DigestRoutes;
import dev.peregrine.host.intake.Intake;
import dev.peregrine.host.leads.DigestStep;
import dev.peregrine.host.leads.Digests;
import dev.peregrine.host.leads.LeadDecisions;
import dev.peregrine.host.leads.LeadStep;
import dev.peregrine.host.leads.Leads;
import dev.peregrine.host.mails.Arrivals;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.web.Routes;
import java.util.List;

/** Postings that come by mail. */
final class MailLeads {

  private final AfterApplying.Ground ground;
  private final Digests digests;
  private final Leads leads;

  MailLeads(AfterApplying.Ground ground, Mails mails, Arrivals arrivals) {
    this.ground = ground;
    digests = new Digests(ground.databases(), mails, ground.live(), ground.clock());
    arrivals.add(new DigestStep(mails, digests));
    leads = new Leads(ground.databases(), mails, ground.jobs());
    arrivals.add(new LeadStep(mails, leads, ground.scoring()::soon));
    ground.jobs().listen(new LeadDecisions(leads, mails));
  }

  static List<Class<?>> mappers() {
    return Digests.mappers();
  }

  Routes routes(Intake intake) {
    var reading = new DigestReading(ground.tasks(), digests, intake, ground.http());
    return new DigestRoutes(digests, reading, ground.jobs());
  }

  Leads leads() {
    return leads;
  }
}
