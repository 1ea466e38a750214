/** Where a person begins: what is next, the pipeline's counts, the last run. */
@NullMarked
package dev.peregrine.host.home;

import org.jspecify.annotations.NullMarked;
