package dev.peregrine.host.hardware;

/**
 * One thing about the machine, as pages and {@code doctor} say it.
 *
 * @param check a word for scripts, such as {@code memory}
 * @param title for people
 * @param fine whether nothing needs to be done
 * @param sentence what was found, and what to do where something is wrong
 */
public record Fact(String check, String title, boolean fine, String sentence) {}
