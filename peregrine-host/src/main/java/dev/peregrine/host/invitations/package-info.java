/**
 * Reads invitations: iCalendar files as employers and their programs send them, whatever is wrong
 * with them. Nothing is fetched and no repetition is reckoned out.
 */
@NullMarked
package dev.peregrine.host.invitations;

import org.jspecify.annotations.NullMarked;
