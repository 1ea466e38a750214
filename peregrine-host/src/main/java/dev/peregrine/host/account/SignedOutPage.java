package dev.peregrine.host.account;

import dev.peregrine.host.web.Shell;

/**
 * Says that the session is over.
 *
 * @param next where it goes on
 * @param elsewhere whether that is where the session was given
 */
record SignedOutPage(Shell shell, String next, boolean elsewhere) {}
