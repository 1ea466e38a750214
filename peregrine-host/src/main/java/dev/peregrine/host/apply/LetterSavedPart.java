package dev.peregrine.host.apply;

/**
 * What a save says.
 *
 * @param said how many words, and when it was saved
 * @param seen the number that the next save is made from
 * @param aside the number of what this window left beside; 0 for nothing
 * @param overtaken a sentence where another window saved meanwhile; empty otherwise
 * @param problem a sentence where nothing was saved; empty otherwise
 * @param again whether it takes the place of one that is on the page
 */
record LetterSavedPart(
    long job,
    String said,
    int seen,
    int aside,
    String overtaken,
    String problem,
    boolean again,
    String token) {}
