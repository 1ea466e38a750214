package dev.peregrine.host.interviews;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.Posting;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.review.Words;
import dev.peregrine.host.rounds.Rounds;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the {@link Frame} around each tab of an application. The tabs register themselves. */
public final class Interviews {

  /** The menu entry that the pages belong to. */
  public static final String MENU = "interviews";

  private final Jobs jobs;
  private final List<InterviewTab> tabs = new ArrayList<>();

  private final Rounds rounds;

  public Interviews(Jobs jobs, Rounds rounds) {
    this.jobs = jobs;
    this.rounds = rounds;
  }

  /** Adds a tab; called while the routes are added. */
  public void tab(InterviewTab tab) {
    tabs.add(tab);
    tabs.sort(Comparator.comparingInt(InterviewTab::order));
  }

  /** Whether a tab of that key is there, for links that lead to it. */
  public boolean has(String key) {
    return tabs.stream().anyMatch(tab -> tab.key().equals(key));
  }

  /** The address of an application. */
  public static String path(long job) {
    return "/interviews/" + job;
  }

  /** The job in the path {@code /interviews/{id}/…}. */
  public Job job(Visit visit) {
    long id = visit.id("id");
    return jobs.findById(id).orElseThrow(() -> new NoSuchPageException("job", Long.toString(id)));
  }

  /**
   * What stands around a tab.
   *
   * @param tab the key of the one that is open
   */
  public Frame frame(Visit visit, Job job, String tab) {
    Posting posting = job.posting();
    return new Frame(
        visit.shell(posting.title(), MENU),
        job.id(),
        posting.title(),
        posting.company().orElseGet(() -> t("interviews.no-company")),
        facts(posting),
        StageWords.said(job.stage(), job.rejectionStage(), job.ending()),
        StageWords.kind(job.stage()),
        since(job, visit.times()),
        Optional.ofNullable(rounds.next(List.of(job.id())).get(job.id()))
            .map(round -> NextDates.of(round, visit.times())),
        MoveChoices.of(job.stage(), job.ending()),
        tabs.stream()
            .map(
                each ->
                    new Frame.Tab(
                        each.title().get(),
                        each.path(job.id()),
                        each.state().apply(job.id()),
                        each.key().equals(tab)))
            .toList());
  }

  private String since(Job job, Times times) {
    Map<Stage, Instant> stamps = jobs.stamps(List.of(job.id())).getOrDefault(job.id(), Map.of());
    Instant at = stamps.get(job.stage());
    return at == null ? "" : t("interviews.since", "day", times.day(at));
  }

  private static String facts(Posting posting) {
    return Stream.of(
            Words.place(posting.places(), posting.remote()),
            posting.salary().isEmpty() ? "" : Words.pay(posting.salary()))
        .filter(said -> !said.isEmpty())
        .collect(Collectors.joining(" · "));
  }
}
