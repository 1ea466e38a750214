package dev.peregrine.host.settings;

import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * What stands where, and what the log says.
 *
 * @param facts label and value
 * @param files configuration files
 * @param log its last lines, without secrets
 */
record DeveloperPage(
    Shell shell, SettingsNav nav, List<Fact> facts, List<ConfigFile> files, String log) {

  /** Something to know. */
  record Fact(String label, String value) {}

  /**
   * A configuration file.
   *
   * @param fine whether it has no mistake
   * @param said its state, as a sentence
   */
  record ConfigFile(String path, boolean fine, String said) {}
}
