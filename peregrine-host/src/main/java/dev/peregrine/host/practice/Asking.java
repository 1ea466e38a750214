package dev.peregrine.host.practice;

import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.tailoring.TailoredResume;
import dev.peregrine.host.tailoring.Tailorings;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Puts the questions that come with the program. Asks no model. */
public final class Asking {

  private final Practice practice;
  private final Jobs jobs;
  private final Tailorings tailorings;
  private final Supplier<List<String>> heard;
  private final InstantSource clock;

  /**
   * @param heard what the person was asked in rounds that took place, the newest first
   */
  public Asking(
      Practice practice,
      Jobs jobs,
      Tailorings tailorings,
      Supplier<List<String>> heard,
      InstantSource clock) {
    this.practice = practice;
    this.jobs = jobs;
    this.tailorings = tailorings;
    this.heard = heard;
    this.clock = clock;
  }

  /** What a job's questions are asked about. */
  public Material material(long job) throws InterruptedException {
    Job about =
        jobs.findById(job)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "There is no job \"%d\" (any more). Open the list of jobs again."
                            .formatted(job)));
    return new Material(
        about,
        tailorings.toSend(job).map(TailoredResume::document),
        YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)));
  }

  /**
   * Puts the next question of a session, if it wants one; where none is left, the session is over.
   */
  public Session next(Session session) throws InterruptedException {
    if (!session.wantsQuestion()) {
      return session;
    }
    Optional<Asked> next = choose(session, material(session.job()));
    if (next.isPresent()) {
      return practice.ask(session.id(), next.get(), "");
    }
    practice.end(session.id(), true);
    return practice.find(session.id()).orElse(session);
  }

  private Optional<Asked> choose(Session session, Material material) {
    return choice(session, material).next();
  }

  Choice choice(Session session, Material material) {
    return new Choice(
        QuestionBank.SHIPPED,
        session,
        material.job().posting().title(),
        material.asked(),
        practice.weakSpots(),
        heard(),
        practice.used());
  }

  /** What the person was asked in rounds that took place, the newest first. */
  List<String> heard() {
    return heard.get();
  }
}
