/**
 * What a service that hosts Peregrine knows of people: their tier, whom they let look, and who
 * left.
 */
@NullMarked
package dev.peregrine.host.platform;

import org.jspecify.annotations.NullMarked;
