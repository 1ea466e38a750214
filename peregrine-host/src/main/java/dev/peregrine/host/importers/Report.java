package dev.peregrine.host.importers;

import java.util.List;

/**
 * What bringing a list does, or would do.
 *
 * @param rows how many it has
 * @param fresh jobs that come
 * @param further jobs that are here already and go on to a further stage
 * @param same jobs that are here already, and nothing is to be done
 * @param twice rows that tell of a job of an earlier row
 * @param left rows that are no jobs
 * @param stages where the jobs stand, those that come and those that go further
 * @param why what is wrong with the rows that are left out
 * @param odd what could not be taken as it stands
 * @param unnoted jobs that are here already, whose notes have no place
 * @param more rows beyond what is read at once
 */
public record Report(
    int rows,
    int fresh,
    int further,
    int same,
    int twice,
    int left,
    List<Count> stages,
    List<Lines> why,
    List<Count> odd,
    int unnoted,
    long more) {

  /** How many of something. */
  public record Count(String what, int n) {}

  /**
   * Rows with the same fault.
   *
   * @param first the numbers of the first ones
   */
  public record Lines(String what, int n, List<Integer> first) {}

  public Report {
    stages = List.copyOf(stages);
    why = List.copyOf(why);
    odd = List.copyOf(odd);
  }

  /** Whether nothing would change. */
  public boolean isNothing() {
    return fresh + further == 0;
  }
}
