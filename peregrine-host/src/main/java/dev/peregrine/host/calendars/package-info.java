/** In which calendar interviews are shown, and what was changed of them there. Uses settings. */
@NullMarked
package dev.peregrine.host.calendars;

import org.jspecify.annotations.NullMarked;
