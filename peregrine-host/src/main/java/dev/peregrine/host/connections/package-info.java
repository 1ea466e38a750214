/** The pages about services elsewhere: which there are, connecting, trying, disconnecting them. */
@NullMarked
package dev.peregrine.host.connections;

import org.jspecify.annotations.NullMarked;
