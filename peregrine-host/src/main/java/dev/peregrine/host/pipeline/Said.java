package dev.peregrine.host.pipeline;

import java.util.List;
import java.util.Optional;

/**
 * What a board says otherwise than the job does.
 *
 * @param title where it is another one; so with company and place
 * @param salary whether it names another salary, or one where the job has none
 * @param shared how much of both texts is the same, in hundredths; empty where one is missing
 * @param onlyThere sentences that the job's text does not have, the first few
 * @param leftOut how many of the job's sentences are not there
 */
public record Said(
    Optional<String> title,
    Optional<String> company,
    Optional<String> place,
    boolean salary,
    Optional<Integer> shared,
    List<String> onlyThere,
    int leftOut) {

  public Said {
    onlyThere = List.copyOf(onlyThere);
  }
}
