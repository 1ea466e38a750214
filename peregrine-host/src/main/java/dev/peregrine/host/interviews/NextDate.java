package dev.peregrine.host.interviews;

/**
 * The next date of an application, as it is read.
 *
 * @param when {@code tomorrow, 14:00}
 * @param countdown {@code in 1 day}; empty where it says nothing more
 * @param zone the same time in the zone of whom the person talks to, where that is another one
 * @param what with whom and how
 * @param soon whether it is today
 */
public record NextDate(String when, String countdown, String zone, String what, boolean soon) {}
