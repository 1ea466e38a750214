/** Mails that list postings: which of them the person wants in review. */
@NullMarked
package dev.peregrine.host.digests;

import org.jspecify.annotations.NullMarked;
