package dev.peregrine.host.pipeline;

/**
 * How many stored jobs a rule hides.
 *
 * @param rule as in {@link Hidden}
 * @param detail what decided; of one of the jobs where the rule decides by more than words
 */
public record HiddenCount(String rule, String detail, long jobs) {}
