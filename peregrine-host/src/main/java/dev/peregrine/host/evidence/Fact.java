package dev.peregrine.host.evidence;

/**
 * Something that the résumé says.
 *
 * @param text as written there, or put together from fields that belong together
 * @param where its place in the résumé's JSON, such as {@code work/0/highlights/2}
 */
public record Fact(String text, String where) {}
