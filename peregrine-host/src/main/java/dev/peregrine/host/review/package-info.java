/**
 * Deciding on postings, one by one or in a list, and the job page. Feature {@code apply} says
 * scores and facts of postings in the same words.
 */
@NullMarked
package dev.peregrine.host.review;

import org.jspecify.annotations.NullMarked;
