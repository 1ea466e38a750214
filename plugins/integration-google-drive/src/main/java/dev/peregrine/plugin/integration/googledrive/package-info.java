/** Documents into Google Drive. */
@NullMarked
package dev.peregrine.plugin.integration.googledrive;

import org.jspecify.annotations.NullMarked;
