package dev.peregrine.host.contacts;

/**
 * A line of the log of a job.
 *
 * @param version grows with each save
 */
public record LogEntry(long id, long job, Said said, int version) {}
