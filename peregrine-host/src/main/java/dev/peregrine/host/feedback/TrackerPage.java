package dev.peregrine.host.feedback;

import dev.peregrine.host.web.Shell;

/**
 * Where feedback goes.
 *
 * @param address of the repository, as typed
 * @param hasToken whether a token is set
 * @param releases whether newer versions are looked for
 * @param newer the newer version; empty for none
 * @param newerPage where it is described
 * @param problem what is wrong with it; empty for nothing
 */
record TrackerPage(
    Shell shell,
    String address,
    boolean hasToken,
    boolean releases,
    String newer,
    String newerPage,
    String problem) {

  String token() {
    return shell.token();
  }
}
