package dev.peregrine.host.tiers;

import java.time.Instant;

/**
 * What a licence says, once its signature was checked.
 *
 * @param key the key it was made for
 * @param tier as it says it
 * @param seats on how many machines it may be active; 0 where it does not say
 * @param expires when it has to be renewed
 * @param notice a word of the issuer to the person; may be empty
 */
public record Licence(
    String key, String tier, int seats, Instant issued, Instant expires, String notice) {}
