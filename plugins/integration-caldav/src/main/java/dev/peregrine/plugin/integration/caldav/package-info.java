/** Calendars through CalDAV. */
@NullMarked
package dev.peregrine.plugin.integration.caldav;

import org.jspecify.annotations.NullMarked;
