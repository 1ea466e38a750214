/** Documents into a folder of the own machine. */
@NullMarked
package dev.peregrine.plugin.integration.folder;

import org.jspecify.annotations.NullMarked;
