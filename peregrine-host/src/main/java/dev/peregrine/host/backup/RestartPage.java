package dev.peregrine.host.backup;

import dev.peregrine.host.web.Shell;

/** Peregrine starts again; the page comes back by itself. */
record RestartPage(Shell shell, String sentence, String next) {}
