package dev.peregrine.host.people;

/**
 * How a draft is stored; drawn anew with each save.
 *
 * @param here the address of the draft
 * @param seen the version that the form was drawn from
 * @param said how it is
 * @param overtaken what another window did; empty for nothing
 * @param mail where the person's own mail program is opened with it
 * @param isLong whether it is too long to be handed over so
 * @param text to be copied
 */
record DraftSavedPart(
    String here,
    int seen,
    String said,
    String overtaken,
    String mail,
    boolean isLong,
    String text) {}
