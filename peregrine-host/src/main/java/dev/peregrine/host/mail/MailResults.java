package dev.peregrine.host.mail;

/** The list alone, after a filter changed. */
record MailResults(MailList list) {}
