/** When something is due for whom, so that those who are away are fetched then. */
@NullMarked
package dev.peregrine.host.due;

import org.jspecify.annotations.NullMarked;
