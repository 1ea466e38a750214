package dev.peregrine.host.telemetry;

import java.time.Instant;

/**
 * What was recorded of a person.
 *
 * @param metadata its properties as JSON
 */
public record Recorded(
    long id, String app, String eventType, String metadata, Instant occurredAt) {}
