/** Notices to a webhook of the person. */
@NullMarked
package dev.peregrine.plugin.integration.webhook;

import org.jspecify.annotations.NullMarked;
