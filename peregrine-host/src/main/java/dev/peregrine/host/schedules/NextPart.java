package dev.peregrine.host.schedules;

/**
 * When a timing that is being typed would come: takes the place of what stands below its fields.
 */
public record NextPart(TimingForm form) {}
