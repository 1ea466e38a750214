package dev.peregrine.host.tracking;

import java.time.Instant;

/**
 * Something that happened to a row elsewhere.
 *
 * @param what added, changed, archived, failed, read, conflict, settled or gone
 * @param detail a line each: what a column said and says, or why it failed
 */
public record LogEntry(long id, long job, Instant at, String what, String detail) {}
