package dev.peregrine.host.research;

import dev.peregrine.host.evidence.Facts;
import dev.peregrine.host.evidence.Strength;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.Unnamed;
import dev.peregrine.host.resumes.Work;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.tailoring.Rewriting;
import dev.peregrine.host.tailoring.Tailorings;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Talking points by plain comparison: what of the résumé answers the posting best, and under which
 * of its words.
 */
public final class PlainPoints {

  private static final int MOST = 5;
  private static final int MOST_WORDS = 5;

  private final Jobs jobs;
  private final Tailorings tailorings;
  private final Supplier<Unnamed> unnamed;
  private final InstantSource clock;

  /**
   * @param unnamed the employers whom the person never names
   */
  public PlainPoints(
      Jobs jobs, Tailorings tailorings, Supplier<Unnamed> unnamed, InstantSource clock) {
    this.jobs = jobs;
    this.tailorings = tailorings;
    this.unnamed = unnamed;
    this.clock = clock;
  }

  List<TalkingPoint> of(long id) {
    Optional<Job> job = jobs.findById(id);
    Optional<Resume> lane = job.flatMap(one -> tailorings.lane(id));
    if (job.isEmpty() || lane.isEmpty()) {
      return List.of();
    }
    try {
      return of(job.get(), tailorings.document(lane.get()));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private List<TalkingPoint> of(Job job, ResumeDocument resume) {
    Facts facts = Facts.of(resume, YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)));
    Unnamed masked = unnamed.get();
    var points = new ArrayList<TalkingPoint>();
    var said = new HashSet<String>();
    for (Strength strength : Strength.of(facts, Rewriting.vacancy(job))) {
      String text = masked.in(strength.fact().text());
      if (points.size() < MOST && said.add(text)) {
        points.add(
            new TalkingPoint(
                text,
                masked.in(place(resume, strength.group())),
                strength.words().stream().limit(MOST_WORDS).collect(Collectors.joining(", ")),
                List.of(),
                false));
      }
    }
    return points;
  }

  private static String place(ResumeDocument resume, String group) {
    if (!group.startsWith("work/")) {
      return "";
    }
    Work work = resume.work().get(Integer.parseInt(group.substring("work/".length())));
    return Stream.of(work.position(), work.name())
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }
}
