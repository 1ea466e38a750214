package dev.peregrine.host.apply;

import dev.peregrine.host.injections.InjectionHint;
import dev.peregrine.host.review.Match;
import dev.peregrine.host.web.Shell;
import java.util.List;
import java.util.Optional;

/**
 * What stands around each tab of a job.
 *
 * @param facts place, pay and the like, on one line
 * @param stage in words where it is not approved (any more); empty where it is
 * @param closed a sentence where the posting is, or may be, closed; empty otherwise
 * @param closedWhy what was seen, and when
 * @param forMachines what in the posting speaks to machines
 * @param posting where the posting is read; empty where it has no address
 * @param position {@code 2 of 6 approved}; empty where it is not in the list
 * @param previous the job before it, on the same tab; empty for none
 * @param next the job after it
 * @param tabs those that are there
 * @param list the jobs beside it
 */
record Frame(
    Shell shell,
    long id,
    String title,
    String company,
    String facts,
    Match match,
    String stage,
    String closed,
    String closedWhy,
    Optional<InjectionHint> forMachines,
    String posting,
    String position,
    Optional<JobLine> previous,
    Optional<JobLine> next,
    List<Tab> tabs,
    JobList list) {

  /** A tab as the frame shows it. */
  record Tab(String title, String path, MarkPart mark, boolean here) {}

  String token() {
    return shell.token();
  }
}
