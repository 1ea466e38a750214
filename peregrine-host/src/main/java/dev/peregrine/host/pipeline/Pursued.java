package dev.peregrine.host.pipeline;

import dev.peregrine.host.pipeline.PursuedMapper.EnteredData;
import dev.peregrine.host.storage.Databases;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The jobs for which the person applied: where they stand, and how they ended. Those that were
 * turned down in review are none.
 */
public final class Pursued {

  private final Databases databases;

  Pursued(Databases databases) {
    this.databases = databases;
  }

  /** Those that stand at one of some stages, the last one that came there first. */
  public List<Entered> at(Collection<Stage> stages) {
    String keys = StoredText.strings(stages.stream().map(Stage::key).toList());
    return entered(mapper -> mapper.at(keys));
  }

  /**
   * Those that ended without being hired, the last first.
   *
   * @param after only those that ended after that stage
   * @param ending only those that ended so
   * @param most how many
   */
  public List<Entered> ended(Optional<Stage> after, Optional<Ending> ending, int most) {
    return entered(
        mapper ->
            mapper.ended(
                after.map(Stage::key).orElse(null), ending.map(Ending::key).orElse(null), most));
  }

  /** How many ended after which stage, and how. */
  public List<EndedCount> endedCounts() {
    return read(PursuedMapper::endedCounts).stream()
        .map(
            data ->
                new EndedCount(
                    Stage.of(data.after()),
                    data.ending() == null ? Ending.REJECTED : Ending.of(data.ending()),
                    data.jobs()))
        .toList();
  }

  /** All of them, those that ended among them, with what tells whose mail is about which. */
  public List<Application> applications() {
    return databases.current().read(ApplicationReading::all);
  }

  /** Rows of some jobs, by their numbers. */
  public Map<Long, JobRow> rows(Collection<Long> ids) {
    return databases.current().read(mappers -> JobLists.rows(mappers, ids)).stream()
        .collect(Collectors.toMap(JobRow::id, Function.identity()));
  }

  private List<Entered> entered(Function<PursuedMapper, List<EnteredData>> work) {
    return read(work).stream()
        .map(
            data -> {
              Stage stage = Stage.of(data.stage());
              return new Entered(
                  data.job(),
                  stage,
                  JobReading.rejectedAfter(data.after()),
                  JobReading.ending(stage, data.ending()),
                  Instant.ofEpochMilli(data.at()));
            })
        .toList();
  }

  private <T> T read(Function<PursuedMapper, T> work) {
    return databases.current().read(mappers -> work.apply(mappers.of(PursuedMapper.class)));
  }
}
