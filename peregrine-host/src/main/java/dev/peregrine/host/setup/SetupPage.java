package dev.peregrine.host.setup;

import dev.peregrine.host.web.Shell;

/**
 * The first screen: what, where, and a résumé.
 *
 * @param what titles as typed
 * @param where places as typed
 * @param remoteToo whether remote work is fine besides
 * @param onlyRemote whether nothing else is
 * @param pasted the résumé as pasted
 * @param problem what is wrong with the résumé; empty for nothing
 */
record SetupPage(
    Shell shell,
    String what,
    String where,
    boolean remoteToo,
    boolean onlyRemote,
    String pasted,
    String problem) {}
