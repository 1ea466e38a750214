package dev.peregrine.host.feedback;

import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * Where feedback is written.
 *
 * @param sent the address of what was posted just now; empty for nothing
 * @param problem what is missing; empty for nothing
 */
record FeedbackPage(Shell shell, Draft draft, List<Kind> kinds, String sent, String problem) {

  String token() {
    return shell.token();
  }
}
