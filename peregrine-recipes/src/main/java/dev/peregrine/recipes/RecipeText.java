package dev.peregrine.recipes;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** A recipe as it was written. */
record RecipeText(String text, String source) {

  /** No recipe needs more; a larger one is a mistake or an attack. */
  private static final int MOST_CHARACTERS = 100_000;

  /** The text's values, each with its line. */
  RecipePart parse() {
    if (text.length() > MOST_CHARACTERS) {
      throw new RecipeException(
          source,
          0,
          "",
          "the recipe has %,d characters, expected at most %,d. Shorten it."
              .formatted(text.length(), MOST_CHARACTERS));
    }
    LoadSettings settings =
        LoadSettings.builder().setLabel(source).setMaxAliasesForCollections(20).build();
    try {
      Optional<Node> root = new Compose(settings).composeString(text);
      return root.map(node -> new RecipePart(source, node, ""))
          .orElseThrow(
              () ->
                  new RecipeException(
                      source, 0, "", "it is empty, expected a recipe. Begin with \"id:\"."));
    } catch (MarkedYamlEngineException broken) {
      int line =
          broken.getProblemMark().or(broken::getContextMark).map(Mark::getLine).orElse(-1) + 1;
      throw new RecipeException(source, line, "", syntax(line, broken.getProblem()));
    } catch (YamlEngineException broken) {
      throw new RecipeException(
          source, 0, "", "this is not YAML. Check quotes, colons and indentation.");
    }
  }

  private String syntax(int line, String problem) {
    String row = text.lines().skip(Math.max(0, line - 1L)).findFirst().orElse("").strip();
    String shown = row.length() > 60 ? row.substring(0, 60) + "…" : row;
    return "\"%s\" is not YAML here (%s). Check quotes, colons and indentation of this line and the one above."
        .formatted(shown, problem.replaceAll("\\s+", " "));
  }
}
