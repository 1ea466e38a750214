package dev.peregrine.host.calendar;

import dev.peregrine.host.interviews.Frame;

/**
 * One round, to be changed.
 *
 * @param back the address of all rounds
 * @param version that the form was made from
 * @param what what it is called
 * @param overtaken what somebody else made of it meanwhile; empty where nobody did
 */
record RoundPage(
    Frame frame,
    String here,
    String back,
    int version,
    String what,
    RoundsPage.Fields fields,
    String overtaken) {}
