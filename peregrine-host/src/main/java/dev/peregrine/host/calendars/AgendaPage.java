package dev.peregrine.host.calendars;

import dev.peregrine.host.settings.SettingsNav;
import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * Interviews in the calendar of one service.
 *
 * @param here its path
 * @param service as people read it
 * @param problem why something failed just now or last; empty for nothing
 * @param chosen the calendar in use; empty for none
 * @param state what is there, and since when
 * @param isEnding whether events are being taken out
 * @param choosing the calendars to choose from; none where the person does not choose now
 * @param isChoosing whether the form for that is shown
 * @param canMake whether a new one can be made
 * @param hasEvents whether there are events that another choice leaves behind
 */
record AgendaPage(
    Shell shell,
    SettingsNav nav,
    String here,
    String service,
    String problem,
    String chosen,
    String state,
    boolean isEnding,
    List<Line> changes,
    boolean isChoosing,
    List<Choice> choosing,
    boolean canMake,
    boolean proposed,
    boolean hasEvents) {

  /**
   * A round that was changed there.
   *
   * @param what the round and the employer
   * @param before how it is here
   * @param after how it is there
   */
  record Line(
      long round,
      String what,
      String path,
      String before,
      String after,
      String take,
      String keep) {}

  /** A calendar. */
  record Choice(String id, String name, boolean here) {}

  String token() {
    return shell.token();
  }
}
