package dev.peregrine.host.apply;

/**
 * An application that was sent, on one line.
 *
 * @param takenBack whether the person took the decision back
 */
record SentLine(String path, String when, String what, boolean takenBack) {}
