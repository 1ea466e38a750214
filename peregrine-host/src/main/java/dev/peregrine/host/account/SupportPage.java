package dev.peregrine.host.account;

import dev.peregrine.host.settings.SettingsNav;
import dev.peregrine.host.web.Shell;
import java.util.List;
import java.util.Optional;

/**
 * Whom a person lets look, and who did.
 *
 * @param away why nothing of it can be shown or changed; empty where it can
 * @param hours to choose from
 * @param chosen the one that is chosen
 * @param ticket what was typed
 * @param problem what is wrong with it; may be empty
 * @param older where older looks are; empty for none
 */
record SupportPage(
    Shell shell,
    SettingsNav nav,
    Optional<String> away,
    List<Integer> hours,
    int chosen,
    String ticket,
    String problem,
    List<Grant> grants,
    List<Look> looks,
    String older) {

  /**
   * One time that it was allowed.
   *
   * @param state as people read it
   * @param counts whether support may look now
   */
  record Grant(long id, String title, String when, String looks, String state, boolean counts) {}

  /** One look. */
  record Look(String who, String page, String when, String about) {}

  String token() {
    return shell.token();
  }
}
