/** What a document says, before it is known in which format it stands. */
@NullMarked
package dev.peregrine.document.outline;

import org.jspecify.annotations.NullMarked;
