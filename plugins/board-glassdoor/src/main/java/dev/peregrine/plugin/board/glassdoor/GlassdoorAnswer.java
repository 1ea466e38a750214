package dev.peregrine.plugin.board.glassdoor;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The answer to a search. What it holds of {@code errors} concerns other parts of Glassdoor's page
 * and is no failure.
 */
record GlassdoorAnswer(List<Json> rows, Json cursors) {

  GlassdoorAnswer {
    rows = List.copyOf(rows);
  }

  /**
   * Finds the rows: in the answer to one or several operations, in the data alone, or in the list
   * alone, as the site's own cache holds it.
   */
  static GlassdoorAnswer of(Json answer) throws ExtensionException {
    Json first = operation(answer);
    Optional<Json> found =
        Stream.of(first.at("data"), first)
            .map(data -> data.at("jobListings"))
            .filter(listings -> listings.at("jobListings").isArray())
            .findFirst();
    if (found.isPresent()) {
      return new GlassdoorAnswer(
          found.get().at("jobListings").items(), found.get().at("paginationCursors"));
    }
    return Stream.of(answer, answer.at("jobListings"))
        .filter(list -> list.at(0).at("jobview").isPresent())
        .map(list -> new GlassdoorAnswer(list.items(), list.at("paginationCursors")))
        .findFirst()
        .orElseThrow(() -> changed("jobListings"));
  }

  /** The posting of an answer about one. */
  static Json jobview(Json answer) throws ExtensionException {
    Json jobview = operation(answer).at("data").at("jobview");
    if (!jobview.isObject()) {
      throw changed("jobview");
    }
    return jobview;
  }

  /** What to ask for a page with; empty where there is no such page. */
  Optional<String> cursor(int page) {
    return cursors.items().stream()
        .filter(
            item -> item.at("pageNumber").number().filter(at -> at.intValue() == page).isPresent())
        .flatMap(item -> item.at("cursor").text().stream())
        .findFirst();
  }

  private static Json operation(Json answer) {
    return answer.isArray() ? answer.at(0) : answer;
  }

  private static ExtensionException changed(String part) {
    return new ExtensionException(
        Kind.CHANGED_REMOTE,
        "Glassdoor: the answer has no \"%s\"; the board has changed its format. Look for an update of this plugin."
            .formatted(part));
  }
}
