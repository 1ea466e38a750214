package dev.peregrine.host.plugins;

import dev.peregrine.api.About;
import dev.peregrine.recipes.RecipeBoard;
import dev.peregrine.recipes.RecipeException;
import dev.peregrine.recipes.Recipes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads what a recipe is. It has no code, so reading it runs nothing of a stranger's. */
final class RecipeFacts {

  private RecipeFacts() {}

  static PluginFacts read(Path recipe) throws BrokenPluginException {
    try {
      RecipeBoard board = Recipes.read(recipe);
      About about = board.descriptor().about();
      return new PluginFacts(
          "board-" + about.id(),
          "",
          "",
          "",
          about.summary(),
          Optional.of(about.hosts()),
          List.of(ExtensionPoint.BOARD.name()),
          List.of(),
          new PluginFacts.Recipe(board));
    } catch (RecipeException broken) {
      throw new BrokenPluginException(broken.sentence(), broken);
    }
  }
}
