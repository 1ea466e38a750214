package dev.peregrine.host.depots;

import java.time.Instant;
import java.util.Optional;

/**
 * A document at a store.
 *
 * @param key of the integration
 * @param document Peregrine's id of it
 * @param name of the file
 * @param link where the person sees it; empty where the store gives none
 * @param stored when it was stored last; empty where it never was
 * @param problem why its present version is not there; empty where it is
 */
public record DepotFile(
    String key,
    String document,
    long job,
    String name,
    Optional<String> link,
    Optional<Instant> stored,
    String problem) {}
