package dev.peregrine.host.pipeline;

import java.util.List;

/**
 * Some of all stored jobs, evenly spread; all of them where there are few.
 *
 * @param all how many are stored, hidden ones included
 * @param mark another once jobs came or went
 */
public record JobSample(long all, String mark, List<JobToScore> jobs) {

  public JobSample {
    jobs = List.copyOf(jobs);
  }
}
