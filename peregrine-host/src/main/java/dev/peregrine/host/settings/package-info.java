/**
 * The page Settings: one line for everything that can be set, and the pages of the program itself.
 */
@NullMarked
package dev.peregrine.host.settings;

import org.jspecify.annotations.NullMarked;
