/** iCalendar. */
@NullMarked
package dev.peregrine.plugin.exporter.ics;

import org.jspecify.annotations.NullMarked;
