package dev.peregrine.host.settings;

import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * What calendars are told of rounds, and the address to subscribe to.
 *
 * @param address of the feed; empty while there is none
 * @param opens the same for the calendar program of this computer
 * @param phone how interviews come to a phone
 * @param hasExporter whether anything can write calendar files
 * @param problem what is wrong with the file; empty for nothing
 */
record CalendarPage(
    Shell shell,
    SettingsNav nav,
    String address,
    String opens,
    String phone,
    boolean hasExporter,
    List<Choice> alarms,
    List<Choice> details,
    String problem) {

  /** Something that can be chosen. */
  record Choice(String key, String label, boolean here) {}

  String token() {
    return shell.token();
  }
}
