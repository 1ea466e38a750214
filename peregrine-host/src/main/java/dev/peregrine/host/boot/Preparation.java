package dev.peregrine.host.boot;

import dev.peregrine.host.applications.Applications;
import dev.peregrine.host.contacts.Contacts;
import dev.peregrine.host.debriefs.Debriefs;
import dev.peregrine.host.interviews.Interviews;
import dev.peregrine.host.prep.PrepPages;
import dev.peregrine.host.prep.StoryRoutes;
import dev.peregrine.host.research.Briefs;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.stories.Stories;
import dev.peregrine.host.stories.StoryHelp;
import dev.peregrine.host.tenancy.Gate;
import dev.peregrine.host.tiers.Feature;
import dev.peregrine.host.web.Routes;
import java.util.List;
import java.util.stream.Stream;

/** What helps to get ready for an interview, wired by constructors. */
final class Preparation {

  private static final int HEARD = 20;

  private final AfterApplying.Ground ground;
  private final Gate gate;
  private final Debriefs debriefs;
  private final Stories stories;
  private final StoryHelp storyHelp;

  Preparation(AfterApplying.Ground ground) {
    this.ground = ground;
    gate = ground.entitlements().gate(Feature.INTERVIEW_PREP);
    debriefs = new Debriefs(ground.databases(), ground.live(), ground.clock());
    stories =
        new Stories(
            ground.databases(),
            ground.jobs(),
            ground.resumes(),
            debriefs,
            ground.live(),
            ground.clock());
    storyHelp =
        new StoryHelp(
            stories,
            ground.tasks(),
            ground.llms(),
            gate,
            () -> ground.people().portrait().unnamed(),
            ground.clock());
  }

  static List<Class<?>> mappers() {
    return Stream.of(Stories.mappers(), Debriefs.mappers()).flatMap(List::stream).toList();
  }

  /** What was asked in rounds that took place, the newest first. */
  List<String> heard() {
    return debriefs.recent(HEARD).stream().flatMap(one -> one.asked().stream()).distinct().toList();
  }

  Stories stories() {
    return stories;
  }

  Routes routes(
      Interviews interviews,
      Rounds rounds,
      Contacts contacts,
      Applications applications,
      Briefs briefs) {
    var pages =
        new PrepPages(
            interviews,
            ground.jobs(),
            rounds,
            debriefs,
            stories,
            contacts,
            applications,
            briefs,
            ground.clock());
    return routes -> {
      new StoryRoutes(stories, storyHelp, gate, ground.resumes()).add(routes);
      pages.add(routes);
    };
  }
}
