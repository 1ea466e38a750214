package dev.peregrine.host.pipeline;

import java.util.List;

/**
 * One decision over one or many jobs, which can be undone as one.
 *
 * @param id 0 if nothing was to be changed
 * @param jobs those that changed
 * @param to where they stand now
 * @param from where each stood before, in the order of {@code jobs}
 * @param label for a person: {@code Rejected UX Writer, Bankhaus Lau} or {@code Approved 3 jobs}
 */
public record Move(long id, List<Long> jobs, Stage to, List<Stage> from, String label) {

  public Move {
    jobs = List.copyOf(jobs);
    from = List.copyOf(from);
  }
}
