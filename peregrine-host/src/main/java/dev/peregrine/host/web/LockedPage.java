package dev.peregrine.host.web;

import dev.peregrine.host.tenancy.Locked;

/** A whole page in place of one that the person may not use yet. */
record LockedPage(Shell shell, Locked locked) {}
