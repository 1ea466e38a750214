/** Days and times as people write them, in English and German. */
@NullMarked
package dev.peregrine.host.spoken;

import org.jspecify.annotations.NullMarked;
