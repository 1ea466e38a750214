package dev.peregrine.host.account;

import dev.peregrine.host.web.Shell;

/**
 * Where staff say into whose Peregrine they look.
 *
 * @param person whose it is now; may be empty
 * @param problem what is wrong with what was typed; may be empty
 */
record DeskPage(Shell shell, String person, String problem) {

  String token() {
    return shell.token();
  }
}
