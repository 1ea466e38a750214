/**
 * Applying for approved jobs: posting, letter, résumé, questions, files and sending, each a tab of
 * its own within one frame. Uses {@code review} for how scores and facts of postings are said, and
 * {@code person} for what the person says of themselves and what forms ask for.
 */
@NullMarked
package dev.peregrine.host.apply;

import org.jspecify.annotations.NullMarked;
