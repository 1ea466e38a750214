package dev.peregrine.host.settings;

import java.util.List;

/**
 * What rules would hide of the jobs that wait in review.
 *
 * @param sentence the sum
 * @param reasons what for, the first few
 * @param rejectable how many can be rejected at once, by what is stored; 0 while something is typed
 */
record WouldPart(String sentence, List<String> reasons, int rejectable) {}
