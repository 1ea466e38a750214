/** What is due: what follows from how applications stand, and what the person noted. */
@NullMarked
package dev.peregrine.host.reminders;

import org.jspecify.annotations.NullMarked;
