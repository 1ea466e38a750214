/** Notices in Slack. */
@NullMarked
package dev.peregrine.plugin.integration.slack;

import org.jspecify.annotations.NullMarked;
