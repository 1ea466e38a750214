package dev.peregrine.host.prep;

import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * What the person tells in interviews.
 *
 * @param untold what interviewers ask about and no story is for
 * @param hints lines of the résumé that could become stories
 * @param asked what was asked in interviews and no story answers
 * @param hasResume whether there is one to read
 */
record StoriesPage(
    Shell shell,
    List<Line> stories,
    List<Ask> untold,
    List<Offer> hints,
    List<Offer> asked,
    boolean hasResume) {

  /**
   * A story.
   *
   * @param said how long it is and when it was changed
   * @param missing the parts that it lacks; empty for none
   */
  record Line(
      long id, String title, String place, List<String> themes, String said, String missing) {}

  /**
   * A theme.
   *
   * @param asks how it is asked about
   */
  record Ask(String key, String name, String asks) {}

  /** A line of the résumé. */
  record Offer(String line, String place) {}

  String token() {
    return shell.token();
  }
}
