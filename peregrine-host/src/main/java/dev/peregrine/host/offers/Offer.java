package dev.peregrine.host.offers;

import java.time.Instant;

/**
 * An offer for a job.
 *
 * @param version names this wording, for {@link Offers#save} and {@link Offers#undo}
 */
public record Offer(long job, long version, Instant at, Terms terms) {}
