/** The command palette: finds pages, settings, jobs, search profiles, and what can be done. */
@NullMarked
package dev.peregrine.host.palette;

import org.jspecify.annotations.NullMarked;
