package dev.peregrine.host.notices;

import java.time.Instant;
import java.util.Optional;

/**
 * A target that does not take notices.
 *
 * @param since the first time that it did not
 * @param failures how often in a row
 * @param until when it is tried again; empty where that is the person's to say
 * @param problem a sentence for the person
 */
public record Trouble(
    String target, Instant since, int failures, Optional<Instant> until, String problem) {}
