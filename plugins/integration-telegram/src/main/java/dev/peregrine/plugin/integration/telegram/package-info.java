/** Notices in Telegram. */
@NullMarked
package dev.peregrine.plugin.integration.telegram;

import org.jspecify.annotations.NullMarked;
