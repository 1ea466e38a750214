package dev.peregrine.host.boot;

import dev.peregrine.host.prep.StoryRoutes;
import dev.peregrine.host.stories.Stories;
import dev.peregrine.host.stories.StoryHelp;
import dev.peregrine.host.tenancy.Gate;
import dev.peregrine.host.tiers.Feature;
import dev.peregrine.host.web.Routes;
import java.util.List;
import java.util.stream.Stream;

/** What helps to get ready for an interview, wired by constructors. */
final class Preparation {

  private final AfterApplying.Ground ground;
  private final Gate gate;
  private final Stories stories;
  private final StoryHelp storyHelp;

  Preparation(AfterApplying.Ground ground) {
    this.ground = ground;
    gate = ground.entitlements().gate(Feature.INTERVIEW_PREP);
    stories =
        new Stories(
            ground.databases(), ground.jobs(), ground.resumes(), ground.live(), ground.clock());
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
    return Stream.of(Stories.mappers()).flatMap(List::stream).toList();
  }

  Stories stories() {
    return stories;
  }

  Routes storyRoutes() {
    return new StoryRoutes(stories, storyHelp, gate, ground.resumes());
  }
}
