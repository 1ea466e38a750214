package dev.peregrine.host.pipeline;

import dev.peregrine.api.scoring.Score;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * The score of a job, who gave it and when.
 *
 * @param resume the one of several résumés that it was made from
 */
public record Scored(String scorer, Score score, Instant at, OptionalLong resume) {}
