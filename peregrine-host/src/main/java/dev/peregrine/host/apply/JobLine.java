package dev.peregrine.host.apply;

import dev.peregrine.host.review.Match;

/**
 * An approved job in the list beside the workspace.
 *
 * @param facts place and pay, on one line
 * @param closed a tag where the posting is, or may be, closed; empty otherwise
 * @param hasLetter whether a letter was begun
 * @param path to it, on the tab that is open
 */
record JobLine(
    long id,
    String title,
    String company,
    String facts,
    Match match,
    String closed,
    boolean hasLetter,
    String path,
    boolean here) {}
