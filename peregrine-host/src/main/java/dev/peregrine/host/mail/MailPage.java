package dev.peregrine.host.mail;

import dev.peregrine.host.web.Shell;

/** Every mail of a time, with what was done with it and why. */
record MailPage(Shell shell, MailList list, Accounting accounting) {}
