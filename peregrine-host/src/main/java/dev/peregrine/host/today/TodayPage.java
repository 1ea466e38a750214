package dev.peregrine.host.today;

import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * What is due, smallest first.
 *
 * @param first the smallest; none where nothing is due
 * @param then the others
 * @param more how many are not shown
 * @param later what comes later
 * @param done what was done today
 */
record TodayPage(
    Shell shell,
    String lede,
    List<DueRow> first,
    List<DueRow> then,
    int more,
    NoteForm note,
    List<Later> later,
    List<Done> done) {

  /**
   * What comes later.
   *
   * @param key of what was put off; empty for what was noted for a later day
   * @param own what may be changed; only for what was noted
   */
  record Later(String key, String when, String title, List<NoteForm> own) {}

  record Done(String key, String when, String title) {}

  String token() {
    return shell.token();
  }
}
