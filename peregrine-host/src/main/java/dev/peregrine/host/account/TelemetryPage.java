package dev.peregrine.host.account;

import dev.peregrine.host.settings.SettingsNav;
import dev.peregrine.host.web.Shell;
import java.util.List;
import java.util.Optional;

/**
 * What a person lets be counted, and what was.
 *
 * @param away why nothing of it can be shown; empty where it can
 * @param said when they last chose; empty for never
 * @param kinds what would be counted, each as a sentence
 * @param count how much there is
 * @param older where older lines are; empty for none
 */
record TelemetryPage(
    Shell shell,
    SettingsNav nav,
    Optional<String> away,
    boolean off,
    boolean usage,
    String said,
    List<String> kinds,
    long count,
    String counted,
    List<Line> lines,
    String older) {

  /** One thing that was counted. */
  record Line(String what, String when, String data) {}

  boolean counts() {
    return usage && !off;
  }

  String token() {
    return shell.token();
  }
}
