package dev.peregrine.host.settings;

import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * When the person is reminded of what.
 *
 * @param seen what the page was made from
 * @param problem what is wrong with the file; empty for nothing
 */
record CadencePage(Shell shell, SettingsNav nav, List<Field> fields, String seen, String problem) {

  /**
   * A number.
   *
   * @param unit behind it
   * @param error what is wrong with it; empty for nothing
   */
  record Field(
      String name, String label, String help, String unit, String value, int most, String error) {}

  String token() {
    return shell.token();
  }
}
