package dev.peregrine.host.reminders;

import java.time.Instant;

/**
 * A silence.
 *
 * @param since the last sign from them, or the last step of the application
 * @param days how long it is, in whole days
 * @param suggestsGhosted whether it is long enough, by the person's own measure, to close the
 *     application
 */
public record Quiet(Instant since, int days, boolean suggestsGhosted) {}
