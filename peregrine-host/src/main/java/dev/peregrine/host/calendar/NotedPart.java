package dev.peregrine.host.calendar;

/**
 * How the notes of a round are stored.
 *
 * @param seen the version that the next save is made from
 * @param said when they were saved
 * @param theirs what another window saved meanwhile; empty where none did
 */
record NotedPart(long id, int seen, String said, String theirs) {}
