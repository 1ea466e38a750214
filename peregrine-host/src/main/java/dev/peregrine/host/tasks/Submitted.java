package dev.peregrine.host.tasks;

/**
 * The task that now does the work.
 *
 * @param isNew false if such a task was already waiting or running
 */
public record Submitted(long id, boolean isNew) {}
