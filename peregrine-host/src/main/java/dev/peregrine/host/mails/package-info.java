/** Mails, read apart. */
@NullMarked
package dev.peregrine.host.mails;

import org.jspecify.annotations.NullMarked;
