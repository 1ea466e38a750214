/** The people of employers, and what was said and written with them. */
@NullMarked
package dev.peregrine.host.contacts;

import org.jspecify.annotations.NullMarked;
