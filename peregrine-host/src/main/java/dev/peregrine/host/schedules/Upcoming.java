package dev.peregrine.host.schedules;

import java.time.Instant;
import java.util.Optional;

/**
 * What recurs, and when.
 *
 * @param next when it begins, but for its little chance; empty where it is off
 * @param last when it began last
 * @param problem why it could not be begun then; empty where it was
 */
public record Upcoming(
    Recurring recurring, Optional<Instant> next, Optional<Instant> last, String problem) {}
