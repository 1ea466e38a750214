/** iCalendar, written and read. */
@NullMarked
package dev.peregrine.calendar.wire;

import org.jspecify.annotations.NullMarked;
