package dev.peregrine.host.apply;

import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * Letters that the person wrote themselves.
 *
 * @param folder whose text files count, too; empty where the person cannot get there
 * @param problem a sentence where nothing was added; empty otherwise
 */
record OwnLettersPage(
    Shell shell, List<Line> letters, String folder, String name, String text, String problem) {

  /**
   * One of them.
   *
   * @param id -1 where it lies in the folder
   */
  record Line(long id, String name, String said, String text) {}

  String token() {
    return shell.token();
  }
}
