package dev.peregrine.host.pipeline;

import dev.peregrine.api.Salary;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A place where a job is advertised.
 *
 * @param url as the board gave it
 * @param firstSeen when it was found there first
 * @param seen when it was last found there
 * @param isEmployersOwn whether it is on the employer's own page
 * @param reposted when the board listed it once more
 * @param said what it says otherwise; empty where it is all that is known of the job
 */
public record Sighting(
    long id,
    String board,
    URI url,
    Instant firstSeen,
    Instant seen,
    Optional<Salary> salary,
    boolean isEmployersOwn,
    Optional<Instant> reposted,
    Optional<Said> said) {}
