package dev.peregrine.host.spoken;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;

/**
 * A time of the day that a text names between two of its letters.
 *
 * @param length where an end is named too
 */
record SaidClock(LocalTime time, Optional<Duration> length, SaidZone zone, int from, int to) {}
