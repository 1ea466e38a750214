package dev.peregrine.host.research;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of a brief's history.
 *
 * @param writer as {@link Brief#writer}
 * @param heading the one that was looked up again alone; empty for all of it
 */
public record BriefVersion(
    long id, Instant made, Optional<String> writer, Optional<Heading> heading, int claims) {}
