package dev.peregrine.host.feedback;

import dev.peregrine.host.web.Shell;

/**
 * Where feedback goes.
 *
 * @param address of the repository, as typed
 * @param hasToken whether a token is set
 * @param problem what is wrong with it; empty for nothing
 */
record TrackerPage(Shell shell, String address, boolean hasToken, String problem) {

  String token() {
    return shell.token();
  }
}
