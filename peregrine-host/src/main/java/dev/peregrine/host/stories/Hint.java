package dev.peregrine.host.stories;

/**
 * A line of the résumé that could become a story.
 *
 * @param place where it happened, for people
 */
public record Hint(String line, String place) {}
