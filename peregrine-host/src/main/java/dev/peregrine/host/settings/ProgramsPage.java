package dev.peregrine.host.settings;

import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * Programs that may act for the person.
 *
 * @param lines those that have a token
 * @param made the token that was made just now; empty for none. It is shown this once.
 * @param form what was typed, for when it needs another look
 * @param problem what is wrong with it; empty for nothing
 * @param root where Peregrine was reached
 */
record ProgramsPage(
    Shell shell,
    SettingsNav nav,
    List<Line> lines,
    String made,
    Form form,
    String problem,
    String root) {

  /**
   * One that has a token.
   *
   * @param scopes what it may do, in words
   * @param state when it was used and when it ends
   * @param over whether it ended
   */
  record Line(long id, String name, String scopes, String state, boolean over) {}

  /** The form for another one. */
  record Form(String name, List<Choice> scopes, List<Choice> days) {}

  /** Something that can be chosen. */
  record Choice(String key, String label, String about, boolean chosen) {}

  String token() {
    return shell.token();
  }

  /** Where assistants connect. */
  String assistants() {
    return root + "/mcp";
  }

  /** With the token that was just made, or where it belongs. */
  String example() {
    return "curl -H \"Authorization: Bearer %s\" \"%s/api/v1/jobs?limit=5\""
        .formatted(made.isEmpty() ? "pgn_…" : made, root);
  }
}
