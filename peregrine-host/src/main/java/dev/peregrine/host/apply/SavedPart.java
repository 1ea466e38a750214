package dev.peregrine.host.apply;

import java.util.List;

/**
 * How an answer is stored.
 *
 * @param seen the version that the next save is made from
 * @param said how long it is, and that it is saved
 * @param over whether it is too long
 * @param doubts what the résumé does not bear out, a sentence each
 * @param theirs what another window saved meanwhile; empty where none did
 * @param answer to copy; empty for nothing
 */
record SavedPart(
    long id,
    int seen,
    String said,
    boolean over,
    List<String> doubts,
    String theirs,
    String answer) {}
