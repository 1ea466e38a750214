package dev.peregrine.host.catalog;

import dev.peregrine.host.web.Shell;
import java.util.List;
import java.util.Optional;

/**
 * A board, written as a recipe and tried out.
 *
 * @param editing the plugin whose recipe was opened; empty for a new one
 * @param replaces whether saving again replaces a recipe of the same id
 * @param starts recipes to begin with
 */
record RecipePage(
    Shell shell,
    String heading,
    String text,
    String title,
    String editing,
    boolean replaces,
    RecipeSays says,
    Optional<RecipeTried> tried,
    List<Start> starts) {

  /** A recipe that came with Peregrine, to be opened as a copy. */
  record Start(String name, String path) {}

  String token() {
    return shell.token();
  }
}
