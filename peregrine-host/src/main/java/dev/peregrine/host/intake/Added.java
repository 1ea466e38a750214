package dev.peregrine.host.intake;

import java.util.List;

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
}
