package dev.peregrine.host.settings;

import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * Words that raise or lower match scores.
 *
 * @param rows as typed, and some empty ones
 * @param suggested skills of the résumés that are not among them
 * @param seen tells what was stored when the page was made
 * @param problem why nothing was saved, or what is wrong with the file; empty for nothing
 */
record KeywordsPage(
    Shell shell,
    SettingsNav nav,
    List<Row> rows,
    List<String> suggested,
    String seen,
    String problem) {

  /** A word and its points. */
  record Row(String word, String weight) {}

  String token() {
    return shell.token();
  }
}
