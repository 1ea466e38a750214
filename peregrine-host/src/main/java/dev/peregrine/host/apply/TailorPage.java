package dev.peregrine.host.apply;

/** The résumé for a job: which one, what it lacks, and what is said otherwise in it. */
record TailorPage(Frame frame, TailorPart part) {}
