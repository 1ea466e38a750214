package dev.peregrine.host.integrations;

import java.time.Instant;

/**
 * Why a connected integration does not do what it should: how it was last asked for something and
 * failed. The next success ends it.
 *
 * @param since when it began
 * @param passes whether it goes by itself, as when the other side is down for a while; otherwise
 *     the person has to do something
 * @param sentence what it is, for the person
 */
public record Trouble(Instant since, boolean passes, String sentence) {}
