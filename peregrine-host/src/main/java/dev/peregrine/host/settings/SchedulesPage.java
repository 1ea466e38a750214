package dev.peregrine.host.settings;

import dev.peregrine.host.schedules.TimingForm;
import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * What Peregrine does by itself, and when.
 *
 * @param seen tells what was stored when the page was made
 * @param quiet whether there are quiet hours
 * @param zone in which times are meant, as typed
 * @param machine the zone that counts where none is typed
 * @param problem why nothing was saved, or what is wrong with the file; empty for nothing
 */
record SchedulesPage(
    Shell shell,
    SettingsNav nav,
    List<Line> lines,
    TimingForm stillOpen,
    boolean quiet,
    String from,
    String to,
    String zone,
    String machine,
    String seen,
    String problem) {

  /**
   * Something that recurs.
   *
   * @param next when it comes; empty where it is off
   * @param last when it was, and what went wrong then; empty for never
   */
  record Line(String title, String path, String how, String next, String last, boolean failed) {}

  String token() {
    return shell.token();
  }
}
