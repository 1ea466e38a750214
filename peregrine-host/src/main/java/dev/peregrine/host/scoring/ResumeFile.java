package dev.peregrine.host.scoring;

/**
 * The file that a résumé came from.
 *
 * @param kind such as {@code PDF}, told by its bytes
 * @param text all of it, in reading order
 * @param reading what the reader found in it, as JSON
 */
public record ResumeFile(String name, String kind, String text, String reading, byte[] bytes) {}
