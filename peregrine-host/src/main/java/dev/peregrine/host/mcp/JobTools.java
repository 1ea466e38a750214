package dev.peregrine.host.mcp;

import dev.peregrine.api.RemoteMode;
import dev.peregrine.host.mcp.Tool.Effect;
import dev.peregrine.host.pipeline.Counts;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.JobFilter;
import dev.peregrine.host.pipeline.JobPage;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.programs.Scope;
import dev.peregrine.host.rounds.Rounds;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Looking at jobs. */
final class JobTools {

  private static final int USUAL = 20;
  private static final int MOST = 100;

  private final Jobs jobs;
  private final Rounds rounds;

  JobTools(Jobs jobs, Rounds rounds) {
    this.jobs = jobs;
    this.rounds = rounds;
  }

  List<Tool<?, ?>> all() {
    return List.of(
        new Tool<>(
            "search_jobs",
            "Search jobs",
            "Lists stored jobs, the best match first. Searches what Peregrine has found already; "
                + "to look for new ones use find_new_jobs.",
            Scope.READ,
            Effect.LOOKS,
            Search.class,
            Hits.class,
            this::search),
        new Tool<>(
            "get_job",
            "Read a job",
            "Everything about one job: the posting's text, the match score with its reasons and "
                + "gaps, where it stands, what happened to it, and interviews.",
            Scope.READ,
            Effect.LOOKS,
            Which.class,
            JobSheet.class,
            this::get),
        new Tool<>(
            "list_stages",
            "Count jobs by stage",
            "The stages through which a job goes, and how many jobs stand at each.",
            Scope.READ,
            Effect.LOOKS,
            Nothing.class,
            Stages.class,
            nothing -> stages()));
  }

  /** In which order. */
  enum Order {
    BEST_MATCH,
    NEWEST,
    COMPANY
  }

  record Search(
      @Says(
              "Words all of which the posting has; \"a phrase\" in quotes and -word to leave out work too.")
          Optional<String> words,
      @Says("Only at this stage; pending are those that wait for the person's review.")
          Optional<Stage> stage,
      @Says("Match score at least, 0 to 100.") Optional<Integer> minScore,
      Optional<RemoteMode> remote,
      @Says("Posted at most so many days ago.") Optional<Integer> maxAgeDays,
      @Says("Id of the board that has it.") Optional<String> board,
      @Says("best_match where not given.") Optional<Order> order,
      @Says("How many, 1 to 100; 20 where not given.") Optional<Integer> limit,
      @Says("next_cursor of the page before, with everything else as it was.")
          Optional<String> cursor) {

    JobFilter filter() {
      JobFilter all = JobFilter.all();
      return new JobFilter(
          stage,
          false,
          words,
          remote.map(Set::of).orElse(Set.of()),
          board,
          minScore.map(OptionalInt::of).orElse(OptionalInt.empty()),
          maxAgeDays.map(OptionalInt::of).orElse(OptionalInt.empty()),
          all.minAnnualPay(),
          all.hiddenBy(),
          JobFilter.Order.valueOf(order.orElse(Order.BEST_MATCH).name()));
    }
  }

  record Hits(
      List<JobLine> jobs,
      @Says("How many there are in all; left out where that would take long to count.")
          Optional<Long> total,
      @Says("For the next page; left out on the last.") Optional<String> nextCursor) {}

  private Hits search(Search search) {
    JobPage page =
        jobs.page(
            search.filter(), search.cursor(), Math.clamp(search.limit().orElse(USUAL), 1, MOST));
    return new Hits(
        page.rows().stream().map(JobLine::of).toList(),
        Optional.of(page.total()).filter(total -> total >= 0),
        page.next());
  }

  record Which(@Says("The job's number, as from search_jobs.") long job) {}

  private JobSheet get(Which which) {
    Job job = jobs.findById(which.job()).orElseThrow(() -> ToolException.noJob(which.job()));
    return JobSheet.of(job, rounds.of(job.id()));
  }

  record StageCount(Stage stage, long jobs) {}

  record Stages(
      @Says("In the order in which a job goes through them.") List<StageCount> stages,
      @Says("How many jobs a rule of the person hides; they are in no stage here.") long hidden) {}

  private Stages stages() {
    Counts counts = jobs.counts();
    return new Stages(
        Arrays.stream(Stage.values())
            .map(stage -> new StageCount(stage, counts.of(stage)))
            .toList(),
        counts.hidden());
  }
}
