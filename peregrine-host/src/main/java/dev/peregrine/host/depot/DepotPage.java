package dev.peregrine.host.depot;

import dev.peregrine.host.settings.SettingsNav;
import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * What is kept at a document store.
 *
 * @param up the page of the integration
 * @param problem what is wrong with what was entered; empty for nothing
 * @param example how a folder would be named
 * @param running what is being stored; empty for nothing
 * @param trouble why nothing goes there; empty where it does
 * @param troubleMore what becomes of it
 */
record DepotPage(
    Shell shell,
    SettingsNav nav,
    String name,
    String path,
    String up,
    boolean connected,
    boolean on,
    boolean papers,
    boolean briefs,
    String folder,
    String problem,
    String example,
    long there,
    String running,
    String trouble,
    String troubleMore,
    List<Line> failed,
    List<Line> lately) {

  /**
   * A document.
   *
   * @param link where the store shows it; may be empty
   */
  record Line(String name, String application, String path, String says, String link) {}

  String token() {
    return shell.token();
  }
}
