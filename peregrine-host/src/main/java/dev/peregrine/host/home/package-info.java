/**
 * Where a person begins: what is next, the counts of the pipeline, the last run. Uses features
 * {@code intake} (its card), {@code discovery} (its runs) and {@code setup} (how far it is).
 */
@NullMarked
package dev.peregrine.host.home;

import org.jspecify.annotations.NullMarked;
