package dev.peregrine.host.resumes;

/**
 * Where a field of the document was found, and how sure that is.
 *
 * @param path as in the JSON: {@code basics.email}, {@code work[0].position}, {@code
 *     skills[2].keywords[1]}
 * @param value as it is in the document
 * @param confidence 0 to 1; above 0.8 it need not be looked at
 * @param firstLine number of the first {@link SourceLine}
 * @param lastLine number of the last one
 */
public record Evidence(String path, String value, double confidence, int firstLine, int lastLine) {}
