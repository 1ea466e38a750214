package dev.peregrine.host.settings;

import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * Which secrets are set, never what they are.
 *
 * @param lines what is set
 * @param key where their key is, as a sentence
 * @param problem what is wrong with them; empty where they all open
 */
record SecretsPage(Shell shell, SettingsNav nav, List<Line> lines, String key, String problem) {

  /**
   * One that is set.
   *
   * @param title what it is for, as people know it
   * @param about whether it is a value or a variable's
   * @param path where it is entered; empty where nothing enters it
   */
  record Line(String name, String title, String about, String path) {}

  String token() {
    return shell.token();
  }
}
