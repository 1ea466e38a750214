package dev.peregrine.host.apply;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.liveness.Liveness;
import dev.peregrine.host.liveness.Opening;
import dev.peregrine.host.pipeline.JobFilter;
import dev.peregrine.host.pipeline.JobPage;
import dev.peregrine.host.pipeline.JobRow;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.review.Match;
import dev.peregrine.host.review.Words;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the list of approved jobs. */
final class JobLists {

  private static final int MOST = 100;
  private static final int MANY = 6;
  private static final int LONGEST_QUERY = 200;

  private final Jobs jobs;
  private final Liveness liveness;

  JobLists(Jobs jobs, Liveness liveness) {
    this.jobs = jobs;
    this.liveness = liveness;
  }

  /**
   * The list.
   *
   * @param typed words to search for; empty for all
   * @param here the job that is open; -1 for none
   * @param tab the tab on which another one opens
   * @param withLetter which of some jobs have a letter
   */
  JobList of(
      String typed, long here, String tab, Function<Collection<Long>, Set<Long>> withLetter) {
    String query = typed.substring(0, Math.min(typed.length(), LONGEST_QUERY));
    JobFilter filter = JobFilter.stage(Stage.APPROVED);
    JobPage page =
        jobs.page(query.isEmpty() ? filter : filter.withWords(query), Optional.empty(), MOST);
    long total = jobs.counts().of(Stage.APPROVED);
    List<Long> ids = page.rows().stream().map(JobRow::id).toList();
    Set<Long> letters = withLetter.apply(ids);
    Map<Long, Opening> openings = liveness.of(ids);
    return new JobList(
        page.rows().stream()
            .map(
                row ->
                    line(
                        row,
                        here,
                        address(row.id(), tab, query),
                        letters.contains(row.id()),
                        Optional.ofNullable(openings.get(row.id()))))
            .toList(),
        query,
        total,
        total > MANY || !query.isEmpty(),
        query.isEmpty() ? Math.max(total - ids.size(), 0) : 0);
  }

  private static JobLine line(
      JobRow row, long here, String path, boolean hasLetter, Optional<Opening> opening) {
    return new JobLine(
        row.id(),
        row.title(),
        row.company().orElseGet(() -> t("apply.no-company")),
        Stream.of(
                Words.place(row.place(), row.remote()),
                row.salary().isEmpty() ? "" : Words.pay(row.salary()))
            .filter(said -> !said.isEmpty())
            .collect(Collectors.joining(" · ")),
        Match.of(row.score(), row.unscorable()),
        Words.closed(opening),
        hasLetter,
        path,
        row.id() == here);
  }

  /** A job's tab, within the same search. */
  static String address(long job, String tab, String query) {
    String path = tab.isEmpty() ? "/apply/" + job : "/apply/%d/%s".formatted(job, tab);
    return query.isEmpty() ? path : path + "?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
  }
}
