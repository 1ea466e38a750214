package dev.peregrine.host.catalog;

import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.board.BoardDescriptor;
import dev.peregrine.host.web.SettingField;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is found out about a draft, to be drawn with the page or in its place on it.
 *
 * @param problem empty where the recipe can be read
 * @param urgent whether the fields are drawn even where they fit already: they have errors
 */
record RecipeWords(
    String problem,
    int line,
    boolean jumps,
    List<String> hosts,
    String consented,
    String keys,
    List<SettingField> fields,
    boolean urgent) {

  static RecipeWords wrong(RecipeDraft draft, String problem, int line, boolean jumps) {
    return new RecipeWords(
        problem, line, jumps, List.of(), consented(draft), draft.keys(), List.of(), false);
  }

  static RecipeWords right(
      RecipeDraft draft, BoardDescriptor descriptor, List<SettingField> fields, boolean urgent) {
    String keys =
        descriptor.about().settings().stream()
            .map(SettingSpec::key)
            .collect(Collectors.joining(" "));
    return new RecipeWords(
        "",
        0,
        false,
        descriptor.about().hosts().stream().sorted().toList(),
        consented(draft),
        keys,
        fields,
        urgent);
  }

  private static String consented(RecipeDraft draft) {
    return draft.consented().stream().sorted().collect(Collectors.joining(" "));
  }

  /** With the page. */
  RecipeSays whole() {
    return new RecipeSays(false, problem, line, jumps, hosts, consented, keys, true, fields);
  }

  /**
   * On a page that is there already.
   *
   * @param drawn for which settings it has fields; what is typed in them stays
   */
  RecipeSays part(String drawn) {
    boolean draws = urgent || (problem.isEmpty() && !keys.equals(drawn));
    return new RecipeSays(true, problem, line, jumps, hosts, consented, keys, draws, fields);
  }
}
