package dev.peregrine.host.pipeline;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a job stands, and since when.
 *
 * @param after where it stood when it was rejected, as {@link Job#rejectionStage}
 * @param ending how it ended; empty unless rejected
 */
public record Entered(
    long job, Stage stage, Optional<Stage> after, Optional<Ending> ending, Instant at) {}
