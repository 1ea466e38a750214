/** Notices through ntfy. */
@NullMarked
package dev.peregrine.plugin.integration.ntfy;

import org.jspecify.annotations.NullMarked;
