package dev.peregrine.host.schedules;

import java.time.Duration;

/**
 * Work that recurs.
 *
 * @param key what makes it this work: the id of its source, a colon, and more where there are
 *     several
 * @param title what it does, for a person
 * @param path of the page on which its timing is set
 * @param goesOut whether others are asked for something: then it keeps the quiet hours
 * @param jitter how much later it may begin, so that not all the world asks at the same moment
 */
public record Recurring(
    String key, String title, String path, Timing timing, boolean goesOut, Duration jitter) {}
