package dev.peregrine.host.review;

import dev.peregrine.host.web.Shell;

/** Review, one by one. */
record StackPage(Shell shell, StackPart part) {}
