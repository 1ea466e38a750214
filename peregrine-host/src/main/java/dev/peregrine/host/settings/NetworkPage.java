package dev.peregrine.host.settings;

import dev.peregrine.host.web.Shell;

/**
 * How other servers are reached.
 *
 * @param proxy the address as typed, without a password
 * @param direct hosts that are called without it, one a line
 * @param passwordSaid whether a password is set, as a sentence
 * @param seen tells what was stored when the page was made
 * @param error what is wrong with the address; empty for nothing
 * @param problem why nothing was saved, or what is wrong with the file; empty for nothing
 */
record NetworkPage(
    Shell shell,
    SettingsNav nav,
    String proxy,
    String direct,
    String passwordSaid,
    String seen,
    String error,
    String problem) {

  String token() {
    return shell.token();
  }
}
