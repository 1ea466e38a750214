/**
 * The rounds of an application, and calendars without an account: files, a feed at a secret
 * address, invitations read. Uses {@code interviews} for the frame of an application.
 */
@NullMarked
package dev.peregrine.host.calendar;

import org.jspecify.annotations.NullMarked;
