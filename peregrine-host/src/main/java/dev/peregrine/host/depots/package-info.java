/** Documents that are kept at document stores, too, in a folder for each application. */
@NullMarked
package dev.peregrine.host.depots;

import org.jspecify.annotations.NullMarked;
