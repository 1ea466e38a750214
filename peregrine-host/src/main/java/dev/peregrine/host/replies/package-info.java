/** Drafts of messages to an employer: made from what is known, or by a model; never sent. */
@NullMarked
package dev.peregrine.host.replies;

import org.jspecify.annotations.NullMarked;
