package dev.peregrine.host.boot;

import dev.peregrine.host.briefs.BriefRoutes;
import dev.peregrine.host.config.ResearchFile;
import dev.peregrine.host.interviews.Interviews;
import dev.peregrine.host.person.People;
import dev.peregrine.host.research.BriefWriter;
import dev.peregrine.host.research.Briefs;
import dev.peregrine.host.research.Heading;
import dev.peregrine.host.research.PlainPoints;
import dev.peregrine.host.research.PointsWriter;
import dev.peregrine.host.research.Research;
import dev.peregrine.host.research.ResearchPlaces;
import dev.peregrine.host.settings.ResearchRoutes;
import dev.peregrine.host.tiers.Feature;
import dev.peregrine.host.web.Routes;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What is known of employers, wired. */
final class Researching {

  private final AfterApplying.Ground ground;
  private final ResearchFile file = new ResearchFile();
  private final ResearchPlaces places;
  private final Briefs briefs;
  private final BriefWriter writer;
  private final Research research;

  Researching(AfterApplying.Ground ground) {
    this.ground = ground;
    places =
        new ResearchPlaces(
            ground.http(), file, ground.services(), ground.secrets(), ground.clock());
    briefs =
        new Briefs(
            ground.databases(),
            ground.jobs(),
            new PlainPoints(
                ground.jobs(),
                ground.tailorings(),
                () -> ground.people().portrait().unnamed(),
                ground.clock()),
            ground.live());
    writer = new BriefWriter(ground.llms(), ground.entitlements().gate(Feature.COMPANY_RESEARCH));
    research =
        new Research(
            briefs,
            places,
            ground.jobs(),
            ground.tasks(),
            () -> ifWanted(ground.people()),
            writer,
            new PointsWriter(
                ground.llms(),
                ground.tailorings(),
                () -> ground.people().portrait().unnamed(),
                ground.clock()),
            ground.clock());
    ground.jobs().listen(research::moved);
  }

  static List<Class<?>> mappers() {
    return Briefs.mappers();
  }

  private static Set<Heading> ifWanted(People people) {
    Set<Heading> wanted = EnumSet.noneOf(Heading.class);
    if (people.asksAboutAccessibility()) {
      wanted.add(Heading.ACCESSIBILITY);
    }
    if (people.asksAboutQueerPeople()) {
      wanted.add(Heading.INCLUSION);
    }
    return wanted;
  }

  Routes routes(Interviews interviews) {
    return new BriefRoutes(interviews, ground.jobs(), briefs, research);
  }

  Routes settings() {
    return new ResearchRoutes(file, places, ground.secrets());
  }

  ResearchFile file() {
    return file;
  }

  Briefs briefs() {
    return briefs;
  }

  Research research() {
    return research;
  }
}
