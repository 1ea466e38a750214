package dev.peregrine.host.exports;

import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.JobEvent;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Stage;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reports of what the current tenant's person did to find work. */
public final class WorkSearches {

  /** What counts: finding and sorting postings does not. */
  private static final Set<Stage> STEPS =
      EnumSet.of(
          Stage.APPLIED,
          Stage.SURVEY,
          Stage.PHONE_SCREEN,
          Stage.INTERVIEWING,
          Stage.OFFER,
          Stage.HIRED,
          Stage.REJECTED);

  private final Jobs jobs;

  public WorkSearches(Jobs jobs) {
    this.jobs = jobs;
  }

  /**
   * The report for a period.
   *
   * @param from its first day
   * @param to its last day
   * @param zone in which days are days
   */
  public ExportRequest.WorkSearch of(
      Authority authority, Applicant applicant, LocalDate from, LocalDate to, ZoneId zone) {
    List<Long> moved =
        jobs.movedBetween(
            from.atStartOfDay(zone).toInstant(),
            to.plusDays(1).atStartOfDay(zone).toInstant(),
            STEPS);
    List<ExportRequest.Job> told =
        moved.stream()
            .flatMap(id -> jobs.findById(id).stream())
            .flatMap(WorkSearches::told)
            .toList();
    return new ExportRequest.WorkSearch(
        applicant.sender(), from, to, told, authority.columns(), authority.notes());
  }

  /** Nothing of those that were never applied for, such as what was turned down in review. */
  private static Stream<ExportRequest.Job> told(Job job) {
    ExportRequest.Job all = JobRecords.of(job, WorkSearches::counts);
    return all.history().isEmpty() ? Stream.empty() : Stream.of(all);
  }

  private static boolean counts(JobEvent event) {
    if (!event.kind().equals("moved") || event.to().isEmpty()) {
      return false;
    }
    Stage to = event.to().get();
    return STEPS.contains(to)
        && (to != Stage.REJECTED || event.from().filter(STEPS::contains).isPresent());
  }
}
