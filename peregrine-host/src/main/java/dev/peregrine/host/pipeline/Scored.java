package dev.peregrine.host.pipeline;

import dev.peregrine.api.scoring.Score;
import java.time.Instant;

/** The score of a job, who gave it and when. */
public record Scored(String scorer, Score score, Instant at) {}
