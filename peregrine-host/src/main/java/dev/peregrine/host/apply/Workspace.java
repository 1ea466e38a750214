package dev.peregrine.host.apply;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.Posting;
import dev.peregrine.host.injections.InjectionHint;
import dev.peregrine.host.intake.Intake;
import dev.peregrine.host.liveness.Liveness;
import dev.peregrine.host.liveness.Opening;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Scored;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.review.Match;
import dev.peregrine.host.review.Words;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.Visit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes the {@link Frame} around each tab. The tabs register themselves at the start. */
public final class Workspace {

  /** The menu entry that the pages belong to. */
  static final String MENU = "apply";

  private final Jobs jobs;
  private final Liveness liveness;
  private final JobLists lists;
  private final List<ApplyTab> tabs = new ArrayList<>();
  private Function<Collection<Long>, Set<Long>> withLetter = ids -> Set.of();

  public Workspace(Jobs jobs, Liveness liveness) {
    this.jobs = jobs;
    this.liveness = liveness;
    this.lists = new JobLists(jobs, liveness);
  }

  /** Adds a tab; called while the routes are added. */
  void tab(ApplyTab tab) {
    tabs.add(tab);
    tabs.sort(Comparator.comparingInt(ApplyTab::order));
  }

  /** The keys of the tabs that are there. */
  List<String> keys() {
    return tabs.stream().map(ApplyTab::key).toList();
  }

  /** Says which of some jobs have a letter, for the ticks in the list; must be quick. */
  void letters(Function<Collection<Long>, Set<Long>> newWithLetter) {
    withLetter = newWithLetter;
  }

  /** The job in the path {@code /apply/{id}/…}. */
  Job job(Visit visit) {
    long id = visit.id("id");
    return jobs.findById(id).orElseThrow(() -> new NoSuchPageException("job", Long.toString(id)));
  }

  /** The approved jobs, as they are beside a job or alone. */
  JobList list(Visit visit, long here, String tab) {
    return lists.of(visit.value("q"), here, tab, withLetter);
  }

  /**
   * What stands around a tab.
   *
   * @param tab the key of the one that is open
   */
  Frame frame(Visit visit, Job job, String tab) {
    Posting posting = job.posting();
    JobList list = list(visit, job.id(), tab);
    List<JobLine> lines = list.lines();
    OptionalInt at = IntStream.range(0, lines.size()).filter(i -> lines.get(i).here()).findFirst();
    Optional<Opening> opening = liveness.of(job.id());
    return new Frame(
        visit.shell(posting.title(), MENU).styled("", "wide"),
        job.id(),
        posting.title(),
        posting.company().orElseGet(() -> t("apply.no-company")),
        facts(posting),
        Match.of(job.scored().map(Scored::score)),
        job.stage() == Stage.APPROVED ? "" : Words.stage(job.stage()),
        closed(opening),
        opening.map(seen -> seen.evidence() + " " + visit.times().moment(seen.at())).orElse(""),
        InjectionHint.of(posting),
        Intake.isWithoutAddress(posting) ? "" : posting.url().toString(),
        at.isPresent()
            ? t("apply.position", "number", at.getAsInt() + 1, "total", lines.size())
            : "",
        at.stream().boxed().filter(i -> i > 0).map(i -> lines.get(i - 1)).findFirst(),
        at.stream()
            .boxed()
            .filter(i -> i + 1 < lines.size())
            .map(i -> lines.get(i + 1))
            .findFirst(),
        tabs.stream()
            .map(
                each ->
                    new Frame.Tab(
                        each.title().get(),
                        JobLists.address(job.id(), each.key(), list.query()),
                        new MarkPart(each.key(), each.state().apply(job.id()), false),
                        each.key().equals(tab)))
            .toList(),
        list);
  }

  private static String facts(Posting posting) {
    return Stream.of(
            Words.place(posting.places(), posting.remote()),
            posting.salary().isEmpty() ? "" : Words.pay(posting.salary()),
            Words.types(posting.employmentTypes()).orElse(""))
        .filter(said -> !said.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private static String closed(Optional<Opening> opening) {
    return opening
        .map(
            seen ->
                switch (seen.state()) {
                  case CLOSED -> t("apply.is-closed");
                  case PROBABLY_CLOSED -> t("apply.is-probably-closed");
                  case OPEN, UNCERTAIN -> "";
                })
        .orElse("");
  }
}
