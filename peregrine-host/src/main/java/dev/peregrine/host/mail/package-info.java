/** Every mail with what was done with it and why, and what the person says of it. */
@NullMarked
package dev.peregrine.host.mail;

import org.jspecify.annotations.NullMarked;
