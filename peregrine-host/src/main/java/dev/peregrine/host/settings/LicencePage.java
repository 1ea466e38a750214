package dev.peregrine.host.settings;

import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.Shell;
import java.util.List;
import java.util.Optional;

/**
 * Which tier a person has, why, and what each opens.
 *
 * @param tier such as {@code Paid}
 * @param why where that comes from
 * @param tag a class for the state's colour
 * @param notice a word of the licence's issuer; may be empty
 * @param active whether there is a licence that can be given back
 * @param server who is asked when a key is activated; empty where none is
 * @param typed the key, where it was not taken
 * @param problem what is wrong with it; may be empty
 * @param stuck why giving back did not work; may be empty
 */
record LicencePage(
    Shell shell,
    SettingsNav nav,
    String tier,
    String why,
    String tag,
    Icon icon,
    String notice,
    boolean active,
    String server,
    String typed,
    String problem,
    String stuck,
    List<Group> groups,
    Optional<Developer> developer) {

  /** What the same thing opens. */
  record Group(String id, String title, String about, List<Line> features) {}

  /** One feature. */
  record Line(String label, String does, boolean open) {}

  /** The choice of a tier to try. */
  record Developer(List<Option> options) {}

  /** One tier to choose. */
  record Option(String key, String label, boolean chosen) {}

  String token() {
    return shell.token();
  }
}
