/** Deciding on postings, one by one or in a list, and the job page. */
@NullMarked
package dev.peregrine.host.review;

import org.jspecify.annotations.NullMarked;
