package dev.peregrine.host.intake;

import java.util.List;
import java.util.stream.Stream;

/**
 * What became of postings that a person brought.
 *
 * @param jobs those that are in the list now, the new ones and those that were there
 * @param isNew how many of them are new
 * @param tasks those that still read a page
 * @param skipped a sentence for each that could not be taken
 */
public record Added(List<Long> jobs, int isNew, List<Long> tasks, List<String> skipped) {

  public Added {
    jobs = List.copyOf(jobs);
    tasks = List.copyOf(tasks);
    skipped = List.copyOf(skipped);
  }

  /** Both together. */
  Added and(Added other) {
    return new Added(
        both(jobs, other.jobs),
        isNew + other.isNew,
        both(tasks, other.tasks),
        both(skipped, other.skipped));
  }

  private static <T> List<T> both(List<T> one, List<T> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }
}
