package dev.peregrine.host.mail;

/** More lines of the list, and where the ones after them are. */
record MoreMails(MailList list) {}
