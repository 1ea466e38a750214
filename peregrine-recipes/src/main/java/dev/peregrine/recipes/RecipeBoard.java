package dev.peregrine.recipes;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Posting;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.BoardDescriptor;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.board.Employer;
import dev.peregrine.api.board.JobBoard;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;

/** A board that a recipe describes. {@link Recipes} makes it. */
public final class RecipeBoard implements JobBoard {

  private final Recipe recipe;

  RecipeBoard(Recipe recipe) {
    this.recipe = recipe;
  }

  @Override
  public BoardDescriptor descriptor() {
    return recipe.descriptor();
  }

  @Override
  public void search(BoardQuery query, BoardContext context, Consumer<Posting> found)
      throws ExtensionException, InterruptedException {
    new RecipeSearch(recipe, query, context).run(found);
  }

  @Override
  public Optional<Posting> fetch(URI address, BoardContext context)
      throws ExtensionException, InterruptedException {
    return DetailCalls.fetch(recipe, address, context);
  }

  @Override
  public Optional<Employer> employer(URI address) {
    return recipe.employers().flatMap(employers -> employers.at(address));
  }
}
