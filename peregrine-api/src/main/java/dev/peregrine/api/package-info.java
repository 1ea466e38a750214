/** What all extension points share: descriptors, settings, contexts, postings and their parts. */
@NullMarked
package dev.peregrine.api;

import org.jspecify.annotations.NullMarked;
