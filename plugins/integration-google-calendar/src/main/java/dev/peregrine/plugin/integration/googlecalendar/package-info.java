/** Google Calendar. */
@NullMarked
package dev.peregrine.plugin.integration.googlecalendar;

import org.jspecify.annotations.NullMarked;
