/** Fonts with an open licence for the scripts of Europe, and what they can show. */
@NullMarked
package dev.peregrine.document.fonts;

import org.jspecify.annotations.NullMarked;
