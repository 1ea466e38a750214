package dev.peregrine.host.pipeline;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to a job.
 *
 * @param kind {@code entered, hidden, shown, moved} or {@code undone}
 * @param text the same as a short sentence
 * @param undone whether it was taken back later
 */
public record JobEvent(
    long id,
    Instant at,
    String kind,
    String text,
    Optional<Stage> from,
    Optional<Stage> to,
    Optional<String> reason,
    boolean undone) {}
