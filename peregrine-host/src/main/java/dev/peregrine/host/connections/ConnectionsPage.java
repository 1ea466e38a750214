package dev.peregrine.host.connections;

import dev.peregrine.host.settings.SettingsNav;
import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * All integrations, by kind.
 *
 * @param off plugins with integrations that do not run
 */
record ConnectionsPage(
    Shell shell, SettingsNav nav, String lede, List<Group> groups, List<Off> off) {

  /** Those of a kind. */
  record Group(String id, String title, String about, List<Card> cards) {}

  /** One that does not run, and why. */
  record Off(String name, String why) {}

  String token() {
    return shell.token();
  }
}
