package dev.peregrine.host.intake;

import dev.peregrine.host.web.Shell;

/**
 * The same card as a page of its own: where a browser without script sees what became of it, and
 * where pages that were shared arrive.
 *
 * @param root under which address the browser opened Peregrine
 */
record AddPage(Shell shell, AddCard card, String root) {}
