package dev.peregrine.host.scoring;

/**
 * The file that a résumé came from.
 *
 * @param kind such as {@code PDF}, told by its bytes
 * @param text what a plain extractor reads from it
 */
public record ResumeFile(String name, String kind, String text, byte[] bytes) {}
