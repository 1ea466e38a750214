package dev.peregrine.host.notices;

import dev.peregrine.api.integration.Notice;
import java.time.Instant;

/**
 * A notice that was not told yet.
 *
 * @param target the integration that tells it, such as {@code integration/ntfy}
 * @param after when it may be told
 * @param tries how often it was tried in vain
 */
public record Waiting(long id, String target, Notice notice, Instant after, int tries) {}
