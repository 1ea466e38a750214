package dev.peregrine.host.people;

/**
 * A draft while a model writes it.
 *
 * @param here the address of the draft
 * @param page where the whole page is
 * @param underWay whether it goes on
 * @param backend who writes; empty while nobody does
 * @param error a sentence where it went wrong; empty otherwise
 * @param over whether what the page saw being written is over
 */
record DraftWritingPart(
    String here,
    String page,
    boolean underWay,
    String backend,
    String text,
    String error,
    boolean over,
    String token) {}
