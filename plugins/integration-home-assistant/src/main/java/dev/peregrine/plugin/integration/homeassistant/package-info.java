/** Notices through Home Assistant. */
@NullMarked
package dev.peregrine.plugin.integration.homeassistant;

import org.jspecify.annotations.NullMarked;
