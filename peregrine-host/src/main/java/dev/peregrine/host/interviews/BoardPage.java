package dev.peregrine.host.interviews;

import dev.peregrine.host.web.Shell;

/** The applications that run. */
record BoardPage(Shell shell, BoardPart board) {}
