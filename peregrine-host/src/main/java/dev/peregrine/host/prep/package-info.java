/** Getting ready for an interview: stories to tell, and the sheet for a call. */
@NullMarked
package dev.peregrine.host.prep;

import org.jspecify.annotations.NullMarked;
