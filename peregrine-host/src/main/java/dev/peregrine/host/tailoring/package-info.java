/** A résumé for one job: what is chosen, put in order and worded for it, and nothing invented. */
@NullMarked
package dev.peregrine.host.tailoring;

import org.jspecify.annotations.NullMarked;
