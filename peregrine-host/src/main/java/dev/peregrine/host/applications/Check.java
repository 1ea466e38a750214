package dev.peregrine.host.applications;

/**
 * Something that the person wants to think of before they apply.
 *
 * @param everyJob whether it stands on the list of every job
 * @param done whether it is ticked for the job that was asked for
 */
public record Check(long id, String text, boolean everyJob, boolean done) {}
