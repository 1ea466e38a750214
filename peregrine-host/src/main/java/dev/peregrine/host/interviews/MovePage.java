package dev.peregrine.host.interviews;

import dev.peregrine.host.web.Shell;

/** The form that moves one application, without script. */
record MovePage(Shell shell, MovePart part) {}
