/**
 * What is counted of how a hosted Peregrine is used: only with consent, and shown to the person.
 */
@NullMarked
package dev.peregrine.host.telemetry;

import org.jspecify.annotations.NullMarked;
