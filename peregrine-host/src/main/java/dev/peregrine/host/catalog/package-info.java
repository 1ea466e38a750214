/** Plugins: consent, state, settings. */
@NullMarked
package dev.peregrine.host.catalog;

import org.jspecify.annotations.NullMarked;
