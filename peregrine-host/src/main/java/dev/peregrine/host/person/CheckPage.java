package dev.peregrine.host.person;

import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.Shell;
import java.util.List;

/**
 * What a plain extractor reads from the person's own file.
 *
 * @param verdict the whole in a sentence
 * @param toDo what to look at
 * @param fine what is in order
 * @param problem why there is nothing to show; empty where there is
 */
record CheckPage(
    Shell shell,
    long id,
    String name,
    String file,
    String verdict,
    List<Item> toDo,
    List<Item> fine,
    List<Line> lines,
    String problem) {

  record Item(Icon icon, String kind, String title, String advice) {}

  record Line(String text, boolean marked) {}

  String token() {
    return shell.token();
  }
}
