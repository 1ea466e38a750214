package dev.peregrine.host.review;

import dev.peregrine.host.web.Shell;

/** Review as a list. */
record ListPage(Shell shell, ListPart part) {}
