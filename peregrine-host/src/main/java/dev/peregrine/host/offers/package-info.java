/** What employers offered, beside each other. Uses {@code reminders} for the days of an answer. */
@NullMarked
package dev.peregrine.host.offers;

import org.jspecify.annotations.NullMarked;
