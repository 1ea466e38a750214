/** Postings that the person brings: links, CSV, pasted text. */
@NullMarked
package dev.peregrine.host.intake;

import org.jspecify.annotations.NullMarked;
