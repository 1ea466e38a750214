package dev.peregrine.host.setup;

import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * All steps at a glance: to go on, to change one, and the end of setup.
 *
 * @param lede how far it is
 * @param next where to go on; empty where nothing is open
 * @param nextTitle what that is
 * @param canFind whether there is something to search for
 * @param developer whether setup can be begun anew
 */
record StepsPage(
    Shell shell,
    String lede,
    List<StepFrame.Line> lines,
    String next,
    String nextTitle,
    boolean canFind,
    boolean developer) {

  String token() {
    return shell.token();
  }
}
