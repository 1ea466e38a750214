/**
 * Signing in at those who give tokens, with a client that the person registered there. What stays
 * is sealed; a password is never asked for.
 */
@NullMarked
package dev.peregrine.host.oauth;

import org.jspecify.annotations.NullMarked;
