/** The match score of the earlier Peregrine: a reference to compare with. */
@NullMarked
package dev.peregrine.plugin.scorer.twodocument;

import org.jspecify.annotations.NullMarked;
