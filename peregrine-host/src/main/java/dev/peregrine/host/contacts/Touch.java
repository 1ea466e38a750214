package dev.peregrine.host.contacts;

import java.time.Instant;

/** That somebody was in touch about a job, and when. */
public record Touch(long job, Direction direction, Instant at, String who) {}
