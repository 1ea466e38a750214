package dev.peregrine.host.boot;

import dev.peregrine.host.interviews.Interviews;
import dev.peregrine.host.practice.Asking;
import dev.peregrine.host.practice.Interviewer;
import dev.peregrine.host.practice.Practice;
import dev.peregrine.host.rehearsal.RehearsalRoutes;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.stories.Stories;
import dev.peregrine.host.tiers.Feature;
import dev.peregrine.host.web.Routes;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/** What interviews are practised with, wired by constructors. */
final class Rehearsal {

  private final AfterApplying.Ground ground;
  private final Practice practice;
  private final Asking asking;
  private final Interviewer interviewer;

  /**
   * @param briefs what is known of the company of a job, as text
   * @param heard what the person was asked in rounds that took place
   */
  Rehearsal(
      AfterApplying.Ground ground,
      LongFunction<Optional<String>> briefs,
      Supplier<List<String>> heard) {
    this.ground = ground;
    practice = new Practice(ground.databases(), ground.live(), ground.clock());
    asking = new Asking(practice, ground.jobs(), ground.tailorings(), heard, ground.clock());
    interviewer =
        new Interviewer(
            practice,
            asking,
            ground.llms(),
            ground.tasks(),
            ground.entitlements().gate(Feature.INTERVIEW_PREP),
            briefs,
            () -> ground.people().portrait().unnamed());
  }

  static List<Class<?>> mappers() {
    return Practice.mappers();
  }

  Practice practice() {
    return practice;
  }

  Interviewer interviewer() {
    return interviewer;
  }

  Routes routes(Interviews interviews, Rounds rounds, Stories stories) {
    return new RehearsalRoutes(
        interviews, ground.jobs(), practice, asking, interviewer, rounds, stories);
  }
}
