/** The plugin runtime: finds, checks, loads, watches and calls extensions. */
@NullMarked
package dev.peregrine.host.plugins;

import org.jspecify.annotations.NullMarked;
