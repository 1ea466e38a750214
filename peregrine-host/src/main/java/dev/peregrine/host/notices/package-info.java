/**
 * What the person is told outside of Peregrine, and the box from which it is sent: nothing in it is
 * lost, whatever happens to the program or to the services.
 */
@NullMarked
package dev.peregrine.host.notices;

import org.jspecify.annotations.NullMarked;
