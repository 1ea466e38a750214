package dev.peregrine.host.person;

import dev.peregrine.host.web.Shell;
import java.util.List;
import java.util.Map;

/**
 * Two versions of a résumé side by side, to choose from field by field.
 *
 * @param lede what happened, and that nothing is lost
 * @param mine what the left side is called
 * @param theirs what the right side is called
 * @param hidden what the form carries along
 */
record MergePage(
    Shell shell,
    long id,
    String name,
    String title,
    String lede,
    String mine,
    String theirs,
    List<Merge.Row> rows,
    Map<String, String> hidden) {

  String token() {
    return shell.token();
  }
}
