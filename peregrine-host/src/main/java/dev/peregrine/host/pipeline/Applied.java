package dev.peregrine.host.pipeline;

import java.time.Instant;

/**
 * That the person applied already.
 *
 * @param job the one they applied for: this one, or one of the same title at the same employer
 */
public record Applied(long job, String title, Instant at) {}
