/** Documents into OneDrive. */
@NullMarked
package dev.peregrine.plugin.integration.onedrive;

import org.jspecify.annotations.NullMarked;
