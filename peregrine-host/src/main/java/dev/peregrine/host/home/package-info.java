/**
 * Where a person begins: what is next, the counts of the pipeline, the last run. Uses features
 * {@code intake} (its card) and {@code discovery} (its runs).
 */
@NullMarked
package dev.peregrine.host.home;

import org.jspecify.annotations.NullMarked;
