/** Contracts that every plugin of a kind keeps, and fakes of what the host lends. */
@NullMarked
package dev.peregrine.testkit;

import org.jspecify.annotations.NullMarked;
