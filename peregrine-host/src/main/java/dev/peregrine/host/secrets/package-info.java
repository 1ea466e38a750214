/** Keys, tokens and passwords of the person: sealed on disk, opened for a call, shown to nobody. */
@NullMarked
package dev.peregrine.host.secrets;

import org.jspecify.annotations.NullMarked;
