/** Mailboxes as the person connects them: who provides them, whether it works, what is read. */
@NullMarked
package dev.peregrine.host.mailbox;

import org.jspecify.annotations.NullMarked;
