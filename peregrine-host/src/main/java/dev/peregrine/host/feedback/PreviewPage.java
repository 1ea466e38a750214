package dev.peregrine.host.feedback;

import dev.peregrine.host.web.Shell;

/**
 * Exactly what would be sent, and where.
 *
 * @param body the text that is sent, as Markdown
 * @param where the repository; empty for none
 * @param canSend whether there is a token for it
 * @param open the tracker's own page with the text in it; empty for none
 * @param problem why it was not sent; empty for nothing
 */
record PreviewPage(
    Shell shell,
    Draft draft,
    String body,
    String where,
    boolean canSend,
    String open,
    String problem) {

  String token() {
    return shell.token();
  }

  /** All of it, to paste elsewhere. */
  String markdown() {
    return "# " + draft.title() + "\n\n" + body;
  }
}
