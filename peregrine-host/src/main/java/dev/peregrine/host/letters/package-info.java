/** Cover letters: what they are made of, with and without a language model. */
@NullMarked
package dev.peregrine.host.letters;

import org.jspecify.annotations.NullMarked;
