package dev.peregrine.host.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The time that is counted.
 *
 * @param since what was found, or sent, from then on
 * @param early how long an application without an answer says nothing yet
 * @param zone whose days these are
 */
public record JourneySpan(Instant since, Instant now, Duration early, ZoneId zone) {}
