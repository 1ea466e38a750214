package dev.peregrine.host.sessions;

import java.time.Instant;

/**
 * A session that was given to somebody elsewhere and whose signature was checked.
 *
 * @param user who it is: a UUID as it is usually written
 * @param role what else they are where they signed in; empty where nothing is said
 * @param expires when it is over
 * @param mark tells this session from every other one and says nothing of it
 */
public record Session(String user, String role, Instant expires, String mark) implements Verdict {}
