package dev.peregrine.host.mail;

import dev.peregrine.host.mailbox.SyncPillPart;
import dev.peregrine.host.web.Shell;
import java.util.Optional;

/** Every mail of a time, with what was done with it and why. */
record MailPage(Shell shell, Optional<SyncPillPart> pill, MailList list, Accounting accounting) {}
