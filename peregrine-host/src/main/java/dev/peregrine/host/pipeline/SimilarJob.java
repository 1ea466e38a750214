package dev.peregrine.host.pipeline;

import dev.peregrine.host.pipeline.SimilarMapper.SimilarData;
import java.time.Instant;
import java.util.Optional;

/** A job that may be the same as another, for a person to choose. */
public record SimilarJob(
    long id,
    String title,
    Optional<String> company,
    Optional<String> place,
    String board,
    Stage stage,
    Instant found) {

  static SimilarJob of(SimilarData data) {
    return new SimilarJob(
        data.id(),
        data.title(),
        Optional.ofNullable(data.company()),
        Optional.ofNullable(data.place()),
        data.board(),
        Stage.of(data.stage()),
        Instant.ofEpochMilli(data.found()));
  }

  /** The same of a row of a list. */
  public static SimilarJob of(JobRow row) {
    return new SimilarJob(
        row.id(), row.title(), row.company(), row.place(), row.board(), row.stage(), row.found());
  }
}
