/**
 * What people read, in their language: bundles, plurals, numbers, money. The language is bound once
 * per request; where none is bound, as on the command line and in tasks, it is English.
 */
@NullMarked
package dev.peregrine.host.texts;

import org.jspecify.annotations.NullMarked;
