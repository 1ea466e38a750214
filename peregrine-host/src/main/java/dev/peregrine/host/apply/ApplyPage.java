package dev.peregrine.host.apply;

import dev.peregrine.host.web.Shell;

/** The approved jobs, before one is chosen. */
record ApplyPage(Shell shell, JobList list) {}
