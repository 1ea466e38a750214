package dev.peregrine.host.pipeline;

import dev.peregrine.api.Salary;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A place where a job is advertised.
 *
 * @param url as the board gave it
 * @param seen when it was last found there
 */
public record Sighting(String board, URI url, Instant seen, Optional<Salary> salary) {}
