package dev.peregrine.host.mail;

import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * Where mails are added that no mailbox brings.
 *
 * @param problem what is wrong with what was given; empty for nothing
 * @param pasted what was typed, where it has to be given again
 * @param lately what is read, and what came of the last ones
 */
record AddMailPage(
    Shell shell, String problem, String pasteProblem, Pasted pasted, List<Line> lately) {

  /** A mail as it is typed. */
  record Pasted(String from, String subject, String at, String text) {

    static final Pasted NONE = new Pasted("", "", "", "");
  }

  /**
   * Files that are read, or were.
   *
   * @param kind the colour of what came of it
   */
  record Line(String title, String says, String when, boolean running, String kind) {}

  boolean isRunning() {
    return lately.stream().anyMatch(Line::running);
  }
}
