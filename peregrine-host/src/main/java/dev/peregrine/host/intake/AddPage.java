package dev.peregrine.host.intake;

import dev.peregrine.host.web.Shell;

/** The same card as a page of its own: where a browser without script sees what became of it. */
record AddPage(Shell shell, AddCard card) {}
