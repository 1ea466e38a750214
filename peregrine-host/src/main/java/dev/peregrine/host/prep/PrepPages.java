package dev.peregrine.host.prep;

import dev.peregrine.host.applications.Applications;
import dev.peregrine.host.contacts.Contacts;
import dev.peregrine.host.debriefs.Debriefs;
import dev.peregrine.host.interviews.Interviews;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.research.Briefs;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.stories.Stories;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import java.time.InstantSource;

/** The tab of an application on which a person gets ready, the sheet for a call, the debrief. */
public final class PrepPages implements Routes {

  private final PrepRoutes prep;
  private final DebriefRoutes debrief;

  public PrepPages(
      Interviews interviews,
      Jobs jobs,
      Rounds rounds,
      Debriefs debriefs,
      Stories stories,
      Contacts contacts,
      Applications applications,
      Briefs briefs,
      InstantSource clock) {
    var views =
        new PrepViews(interviews, rounds, debriefs, stories, contacts, applications, briefs);
    this.prep = new PrepRoutes(interviews, jobs, rounds, views, clock);
    this.debrief = new DebriefRoutes(interviews, rounds, debriefs);
  }

  @Override
  public void add(RouteRegistry routes) {
    prep.add(routes);
    debrief.add(routes);
  }
}
