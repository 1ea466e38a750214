package dev.peregrine.host.catalog;

import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.board.BoardDescriptor;
import dev.peregrine.host.web.SettingField;
import dev.peregrine.host.web.Visit;
import dev.peregrine.recipes.RecipeBoard;
import dev.peregrine.recipes.Recipes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in the editor. Its own fields begin with {@code _}, which no key of a setting does.
 *
 * @param title to search for in a try
 * @param editing the plugin whose recipe was opened; empty for a new one
 * @param consented the hosts that a try was allowed to call
 * @param keys the settings for which there are fields on the page
 */
record RecipeDraft(String text, String title, String editing, Set<String> consented, String keys) {

  private static final String SOURCE = "Your recipe";

  /** Works as it is, so that the first try shows something. */
  private static final String EXAMPLE =
      """
      id: my-board                # never changes; the board's name for scripts
      name: My board
      summary: Postings of Arbeitnow, as an example.
      homepage: https://www.arbeitnow.com
      rate: {gap: 1s, rest: 1h}   # between two calls, between two searches
      request:
        get: https://www.arbeitnow.com/api/job-board-api
        query: {page: "{page}"}
      pages: {size: 100, most: 3}
      rows: /data
      fields:
        id: slug
        title: title
        company: company_name
        url: url
        places: location
        remote: {from: remote, map: {true: remote}}
        posted: created_at
        employment-types: job_types
        description: description
        tags: tags
      """;

  private static final Pattern ID = Pattern.compile("(?m)^id:[ \\t]*[\"']?([a-z][a-z0-9-]*)");
  private static final Pattern NAME = Pattern.compile("(?m)^name:[ \\t]*([\\p{L}\\p{N}].*)$");

  RecipeDraft {
    consented = Set.copyOf(consented);
  }

  static RecipeDraft fresh() {
    return new RecipeDraft(EXAMPLE, "", "", Set.of(), "");
  }

  /** One's own, opened to be changed. Saved with the hosts it has, it asks for no other yes. */
  static RecipeDraft opened(String text, String pluginId) {
    return new RecipeDraft(text, "", pluginId, Set.of(), "");
  }

  /** One that came with Peregrine, under an id and a name of its own. */
  static RecipeDraft copied(String text) {
    Matcher id = ID.matcher(text);
    String own = id.find() ? id.replaceFirst("id: my-$1") : text;
    Matcher name = NAME.matcher(own);
    return new RecipeDraft(
        name.find() ? name.replaceFirst("name: My $1") : own, "", "", Set.of(), "");
  }

  static RecipeDraft of(Visit visit) {
    // Not stripped: an error names the line as the person sees it.
    String text = visit.values("_recipe").stream().findFirst().orElse("");
    return new RecipeDraft(
        text.replace("\r\n", "\n"),
        visit.value("_title"),
        visit.value("_editing"),
        Set.copyOf(List.of(visit.value("_consented").split(" "))),
        visit.value("_keys"));
  }

  /**
   * The board it describes.
   *
   * @throws dev.peregrine.recipes.RecipeException where it is none, with the line
   */
  RecipeBoard board() {
    return Recipes.read(text, SOURCE);
  }

  boolean consentsTo(BoardDescriptor descriptor) {
    return consented.containsAll(descriptor.about().hosts());
  }

  /** The values of the settings that the page had fields for. */
  static Map<String, String> typed(Visit visit, BoardDescriptor descriptor) {
    var values = new LinkedHashMap<String, String>();
    for (SettingSpec spec : descriptor.about().settings()) {
      if (visit.has(spec.key())) {
        values.put(spec.key(), SettingField.entered(spec, visit.value(spec.key())));
      }
    }
    return values;
  }

  /** The line of its id, where there is one. */
  int idLine() {
    return Optional.of(ID.matcher(text))
        .filter(Matcher::find)
        .map(found -> (int) text.substring(0, found.start()).lines().count() + 1)
        .orElse(0);
  }
}
