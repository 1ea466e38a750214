package dev.peregrine.host.today;

import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * One thing at a time.
 *
 * @param sentence how far the person is
 * @param now the one thing; none where nothing is left
 * @param isEnough whether it is a good place to stop
 * @param done how many were done
 * @param minutes what they took, about
 * @param takes how many minutes the one thing takes, about
 * @param skipped keys of what was skipped
 * @param skip where skipping leads
 */
record FivePage(
    Shell shell,
    String sentence,
    List<DueRow> now,
    boolean isEnough,
    int done,
    int minutes,
    int takes,
    List<String> skipped,
    String skip) {

  String token() {
    return shell.token();
  }
}
