/**
 * Tools of those who write plugins: recordings, their replay, and the tests of a plugin project.
 */
@NullMarked
package dev.peregrine.host.authors;

import org.jspecify.annotations.NullMarked;
