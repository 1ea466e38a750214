package dev.peregrine.host.account;

import dev.peregrine.host.settings.SettingsNav;
import dev.peregrine.host.web.Shell;

/**
 * Asks whether the session is to end.
 *
 * @param goesOn whether it leads to where the session was given
 */
record SignOutPage(Shell shell, SettingsNav nav, boolean goesOn) {

  String token() {
    return shell.token();
  }
}
