package dev.peregrine.host.exports;

import dev.peregrine.api.export.ExportRequest;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.JobEvent;
import dev.peregrine.host.pipeline.Scored;
import dev.peregrine.host.pipeline.Stage;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Jobs as exporters get them. */
public final class JobRecords {

  private JobRecords() {}

  /** A job with all that became of it; what was undone is left out. */
  public static ExportRequest.Job of(Job job) {
    return of(job, event -> true);
  }

  static ExportRequest.Job of(Job job, Predicate<JobEvent> tell) {
    List<ExportRequest.Step> history =
        job.events().stream()
            .filter(event -> !event.undone() && !event.kind().equals("undone"))
            .filter(tell)
            .map(
                event ->
                    new ExportRequest.Step(
                        event.at(), event.to().map(Stage::key).orElse(event.kind()), event.text()))
            .toList();
    return new ExportRequest.Job(
        Long.toString(job.id()),
        job.posting(),
        job.board(),
        job.stage().key(),
        job.scored().map(Scored::score),
        job.found(),
        history,
        Optional.empty());
  }
}
