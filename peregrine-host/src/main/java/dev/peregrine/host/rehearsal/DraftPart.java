package dev.peregrine.host.rehearsal;

/**
 * How what is typed is stored.
 *
 * @param seen the version that the next save is made from
 * @param theirs what another window saved; empty for nothing
 */
record DraftPart(long turn, int seen, String said, String theirs) {}
