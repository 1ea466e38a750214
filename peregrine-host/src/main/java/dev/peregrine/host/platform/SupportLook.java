package dev.peregrine.host.platform;

import java.time.Instant;

/**
 * One look of support.
 *
 * @param staff who
 * @param page at what
 */
public record SupportLook(long id, String staff, String page, String ticketRef, Instant at) {}
