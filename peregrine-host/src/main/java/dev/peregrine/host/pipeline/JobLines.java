package dev.peregrine.host.pipeline;

import dev.peregrine.api.Place;
import dev.peregrine.host.pipeline.JobLineMapper.LineData;
import dev.peregrine.host.storage.Databases;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Many jobs at once, for those who tell others of them. */
public final class JobLines {

  private final Databases databases;

  JobLines(Databases databases) {
    this.databases = databases;
  }

  /**
   * Those at some stages that no rule hid, by their numbers. Of those that ended only the ones for
   * which the person applied.
   *
   * @param after the number of the last one of the page before; 0 for the first page
   */
  public List<JobLine> at(Collection<Stage> stages, long after, int most) {
    String keys = StoredText.strings(stages.stream().map(Stage::key).toList());
    return databases
        .current()
        .read(mappers -> mappers.of(JobLineMapper.class).at(keys, after, most))
        .stream()
        .map(JobLines::line)
        .toList();
  }

  private static JobLine line(LineData data) {
    Stage stage = Stage.of(data.stage());
    return new JobLine(
        data.id(),
        data.title(),
        Optional.ofNullable(data.company()),
        StoredText.places(data.places()).stream().map(Place::text).toList(),
        JobReading.remote(data.remote()),
        new SalaryData(
                data.salaryMin(),
                data.salaryMax(),
                data.salaryCurrency(),
                data.salaryPeriod(),
                data.salaryOrigin())
            .salary(),
        URI.create(data.url()),
        data.board(),
        stage,
        JobReading.ending(stage, data.ending()),
        Optional.ofNullable(data.score()),
        data.gaps() == null ? List.of() : StoredText.strings(data.gaps()),
        Optional.ofNullable(data.posted()).map(LocalDate::ofEpochDay),
        Instant.ofEpochMilli(data.found()));
  }
}
