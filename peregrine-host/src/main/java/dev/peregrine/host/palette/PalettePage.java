package dev.peregrine.host.palette;

import dev.peregrine.host.web.Shell;

/** The palette as a page of its own, for browsers without script. */
record PalettePage(Shell shell, String typed, PalettePart part) {}
