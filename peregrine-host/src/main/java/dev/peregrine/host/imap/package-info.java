/** Mailboxes on servers: which ones, and what comes from them. */
@NullMarked
package dev.peregrine.host.imap;

import org.jspecify.annotations.NullMarked;
