package dev.peregrine.host.pipeline;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to a job.
 *
 * @param at when it happened
 * @param told when it was told; the same unless the person said that it happened at another time
 * @param kind {@code entered, hidden, shown, moved} or {@code undone}
 * @param text the same as a short sentence
 * @param undone whether it was taken back later
 */
public record JobEvent(
    long id,
    Instant at,
    Instant told,
    String kind,
    String text,
    Optional<Stage> from,
    Optional<Stage> to,
    Optional<String> reason,
    boolean undone) {}
