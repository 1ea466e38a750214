package dev.peregrine.host.searches;

import dev.peregrine.host.web.Shell;

/**
 * The employers whose own pages are read.
 *
 * @param typed what was entered, where it could not be taken
 * @param problem why not; empty where nothing is wrong
 */
record EmployersPage(Shell shell, String typed, String problem, EmployersPart part) {}
