package dev.peregrine.host.settings;

import dev.peregrine.host.web.Shell;
import java.util.List;
import java.util.Map;

/**
 * What is never shown, and what that hides.
 *
 * @param values of the form as typed
 * @param seen tells what was stored when the page was made
 * @param would what the rules would hide
 * @param counts what hides how many stored jobs
 * @param problem why nothing was saved, or what is wrong with the file; empty for nothing
 */
record NeverPage(
    Shell shell,
    SettingsNav nav,
    Map<String, String> values,
    String seen,
    WouldPart would,
    List<Count> counts,
    String problem) {

  /**
   * What hides how many jobs.
   *
   * @param path shows them
   * @param canShow whether they can be shown again from here
   */
  record Count(String rule, String detail, String why, String jobs, String path, boolean canShow) {}

  String value(String field) {
    return values.getOrDefault(field, "");
  }

  String token() {
    return shell.token();
  }
}
