package dev.peregrine.host.apply;

/** The documents for a job. */
record FilesPage(Frame frame, FilesPart part) {}
