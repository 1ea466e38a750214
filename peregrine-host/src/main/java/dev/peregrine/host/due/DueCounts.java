package dev.peregrine.host.due;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many wait to be fetched.
 *
 * @param people for whom something is noted
 * @param overdue whose moment has passed
 * @param fetching who are fetched just now
 * @param first the earliest moment; nothing where nobody waits
 */
public record DueCounts(long people, long overdue, long fetching, @Nullable Instant first) {}
