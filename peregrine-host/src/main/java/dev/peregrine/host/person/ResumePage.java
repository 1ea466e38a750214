package dev.peregrine.host.person;

import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * One résumé: what its file says beside what was understood, which can be edited.
 *
 * @param name what the person calls it
 * @param main whether it counts where none is named
 * @param said where it comes from and when, as a sentence
 * @param source its file by lines
 * @param problem what is wrong with what was just given; empty for nothing
 * @param fromSetup whether the person is going through setup, and finds the way back to it
 */
record ResumePage(
    Shell shell,
    String name,
    boolean main,
    boolean single,
    String said,
    String sourceName,
    boolean hasFile,
    List<Line> source,
    List<String> warnings,
    ResumeFormPart form,
    List<Version> versions,
    List<String> searches,
    String problem,
    boolean fromSetup) {

  /** A line of the file. */
  record Line(int number, String text, boolean dropped, boolean doubted) {}

  /** A version that can be put back. */
  record Version(int number, String how, String when, boolean inUse) {}

  long id() {
    return form.id();
  }

  String token() {
    return shell.token();
  }
}
