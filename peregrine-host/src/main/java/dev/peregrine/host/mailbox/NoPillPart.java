package dev.peregrine.host.mailbox;

/** Takes the place of the line about mail while no mailbox is read. */
record NoPillPart() {}
