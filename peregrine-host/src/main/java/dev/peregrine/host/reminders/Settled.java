package dev.peregrine.host.reminders;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of a reminder.
 *
 * @param until when it comes back; empty where it is done
 */
public record Settled(String key, String title, Optional<Instant> until, Instant at) {}
