/**
 * The first screen: what work, where, and a résumé. Uses features {@code person} (the résumé of a
 * form) and {@code discovery}.
 */
@NullMarked
package dev.peregrine.host.setup;

import org.jspecify.annotations.NullMarked;
