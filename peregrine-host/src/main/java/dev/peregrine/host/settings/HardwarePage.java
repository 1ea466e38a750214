package dev.peregrine.host.settings;

import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * What the machine can do.
 *
 * @param step what is being looked at; empty when it is done
 * @param profile the compose profile that fits
 */
record HardwarePage(
    Shell shell, String step, String when, String profile, String reason, List<Line> lines) {

  /** One fact. */
  record Line(String title, boolean fine, String sentence) {}

  String token() {
    return shell.token();
  }
}
