/** Documents into Dropbox. */
@NullMarked
package dev.peregrine.plugin.integration.dropbox;

import org.jspecify.annotations.NullMarked;
