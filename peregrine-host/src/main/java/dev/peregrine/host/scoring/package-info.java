/** Scores postings against the person's résumé and keeps the explanations. */
@NullMarked
package dev.peregrine.host.scoring;

import org.jspecify.annotations.NullMarked;
