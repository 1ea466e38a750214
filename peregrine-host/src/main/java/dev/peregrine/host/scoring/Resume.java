package dev.peregrine.host.scoring;

import java.time.Instant;

/**
 * A résumé as text.
 *
 * @param id grows with every one that is stored
 * @param text plain text
 * @param sourceName name of the file it came from, or what else the person gave
 * @param hash of the text
 * @param stored when
 */
public record Resume(long id, String text, String sourceName, String hash, Instant stored) {}
