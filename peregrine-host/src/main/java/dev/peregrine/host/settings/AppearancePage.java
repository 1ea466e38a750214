package dev.peregrine.host.settings;

import dev.peregrine.host.web.Shell;

/** How the pages look in this browser. */
record AppearancePage(Shell shell, SettingsNav nav) {

  String token() {
    return shell.token();
  }
}
