/** Notices in Discord. */
@NullMarked
package dev.peregrine.plugin.integration.discord;

import org.jspecify.annotations.NullMarked;
