package dev.peregrine.host.contacts;

import java.time.Instant;

/**
 * That somebody was in touch about a job, and when.
 *
 * @param isMail whether a mail says so, which may be one that no person wrote or waits behind
 */
public record Touch(long job, Direction direction, Instant at, String who, boolean isMail) {}
