package dev.peregrine.host.pipeline;

/** How many applications ended so, after that stage. */
public record EndedCount(Stage after, Ending ending, long jobs) {}
