package dev.peregrine.host.person;

import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * What the person may say of gender, origin and the like.
 *
 * @param problem what another window did meanwhile; empty for nothing
 */
record SelfPage(Shell shell, int seen, List<Question> questions, String problem) {

  /** A question as forms ask it, and the answers they mostly offer. */
  record Question(String key, String label, String value, List<String> usual) {}

  String token() {
    return shell.token();
  }
}
