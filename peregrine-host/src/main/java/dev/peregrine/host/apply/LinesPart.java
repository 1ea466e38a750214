package dev.peregrine.host.apply;

/** The lines of the list alone, while words are typed. */
record LinesPart(JobList list) {}
