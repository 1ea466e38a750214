package dev.peregrine.host.settings;

import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * How documents are written.
 *
 * @param example a name as the pattern makes it
 * @param error what is wrong with the pattern; empty for nothing
 * @param problem what is wrong with the file; empty for nothing
 */
record DocumentsPage(
    Shell shell,
    SettingsNav nav,
    String fileName,
    String example,
    List<Choice> papers,
    String error,
    String problem) {

  record Choice(String key, String label, boolean here) {}

  String token() {
    return shell.token();
  }
}
