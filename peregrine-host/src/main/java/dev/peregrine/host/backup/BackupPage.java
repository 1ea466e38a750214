package dev.peregrine.host.backup;

import dev.peregrine.host.schedules.TimingForm;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.Shell;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Backups: make, keep, restore; and delete everything.
 *
 * @param every how often one is made by itself
 * @param keep how many of these stay
 * @param encrypted whether only this server can restore a backup that is not portable
 * @param problem what is wrong with what was typed; empty for nothing
 * @param at which form that is
 * @param folder where the backups are
 * @param managed who restores, where it is not the person; else empty
 */
record BackupPage(
    Shell shell,
    BackupPart part,
    TimingForm every,
    String keep,
    boolean plugins,
    boolean encrypted,
    boolean portable,
    String problem,
    String at,
    String folder,
    String managed) {

  boolean isWrong(String form) {
    return !problem.isEmpty() && at.equals(form);
  }

  String token() {
    return shell.token();
  }

  /**
   * What changes by itself: what is being done, what was done last, and the list.
   *
   * @param busy what is being done; empty for nothing
   * @param done how much of it
   * @param last how the last one ended; empty for none
   */
  record BackupPart(
      String busy,
      String step,
      OptionalDouble done,
      String last,
      boolean failed,
      String restored,
      String restoredName,
      List<Line> lines,
      String sum) {}

  /**
   * A backup.
   *
   * @param when it was made, and how long ago
   */
  record Line(
      String name,
      String when,
      String about,
      boolean locked,
      boolean canDownload,
      boolean canRestore,
      Icon icon) {}
}
