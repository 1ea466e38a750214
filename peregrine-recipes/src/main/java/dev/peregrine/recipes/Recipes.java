package dev.peregrine.recipes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes boards of recipes. */
public final class Recipes {

  private Recipes() {}

  /**
   * The board that a recipe describes.
   *
   * @param text the recipe, YAML as docs/recipes.md describes it
   * @param source what messages call the text, such as the name of its file
   * @throws RecipeException where the text is no recipe, with the line and the field
   */
  public static RecipeBoard read(String text, String source) {
    try {
      return new RecipeBoard(RecipeReader.read(new RecipeText(text, source).parse()));
    } catch (StackOverflowError deep) {
      throw new RecipeException(
          source,
          0,
          "",
          "its entries stand in one another without end. Take aliases (*name) away.");
    }
  }

  /**
   * The board that the recipe in a file describes.
   *
   * @throws RecipeException where the file cannot be read or is no recipe
   */
  public static RecipeBoard read(Path file) {
    String name = String.valueOf(file.getFileName());
    try {
      return read(Files.readString(file), name);
    } catch (IOException unreadable) {
      throw new RecipeException(
          name, 0, "", "the file cannot be read as UTF-8 text. Save it as UTF-8.");
    }
  }
}
