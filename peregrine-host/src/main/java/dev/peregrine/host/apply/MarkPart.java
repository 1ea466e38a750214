package dev.peregrine.host.apply;

/**
 * How far a job is on a tab.
 *
 * @param key of the tab; empty for the first
 * @param again whether it takes the place of one that is on the page
 */
record MarkPart(String key, TabState state, boolean again) {}
