package dev.peregrine.host.prep;

import dev.peregrine.host.applications.Applications;
import dev.peregrine.host.contacts.Contacts;
import dev.peregrine.host.debriefs.Debriefs;
import dev.peregrine.host.interviews.Interviews;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.stories.Stories;
import dev.peregrine.host.tailoring.Tailorings;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;

/** The tab of an application on which a person gets ready, the sheet for a call, the debrief. */
public final class PrepPages implements Routes {

  private final PrepRoutes prep;
  private final DebriefRoutes debrief;

  public PrepPages(
      Interviews interviews,
      Rounds rounds,
      Debriefs debriefs,
      Stories stories,
      Contacts contacts,
      Applications applications,
      Tailorings tailorings) {
    var views =
        new PrepViews(interviews, rounds, debriefs, stories, contacts, applications, tailorings);
    this.prep = new PrepRoutes(interviews, rounds, views);
    this.debrief = new DebriefRoutes(interviews, rounds, debriefs);
  }

  @Override
  public void add(RouteRegistry routes) {
    prep.add(routes);
    debrief.add(routes);
  }
}
