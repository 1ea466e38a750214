package dev.peregrine.testkit.recipes;

import dev.peregrine.api.board.JobBoard;
import dev.peregrine.recipes.Recipes;
import dev.peregrine.testkit.JobBoardContract;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The contract of boards, for the recipe {@code board.yaml} in the folder of the test. */
public abstract class RecipeContract extends JobBoardContract {

  @Override
  protected JobBoard board() {
    return Recipes.read(Path.of("board.yaml"));
  }

  /** A recipe has no code. */
  @Override
  protected Stream<DynamicTest> architecture() {
    return Stream.of();
  }
}
