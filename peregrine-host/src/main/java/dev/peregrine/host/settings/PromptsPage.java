package dev.peregrine.host.settings;

import dev.peregrine.host.web.Shell;
import java.util.List;

/** The texts with which models are asked. */
record PromptsPage(Shell shell, SettingsNav nav, List<Prompt> prompts) {

  /**
   * One of them.
   *
   * @param own whether the wording is the person's
   * @param text as it is, or as it was typed
   * @param places what is put in, as a sentence; empty for nothing
   * @param error why it cannot be used; empty for nothing
   */
  record Prompt(
      String name,
      String title,
      String about,
      boolean own,
      String text,
      String places,
      String error) {

    String describedBy() {
      return error.isEmpty() ? name + "-h" : name + "-h " + name + "-e";
    }
  }

  String token() {
    return shell.token();
  }
}
