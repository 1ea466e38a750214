package dev.peregrine.plugin.board.craigslist;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Json;
import dev.peregrine.api.Markup;
import dev.peregrine.api.board.BoardContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A page of search results: the list, and beside it where each row is, in the same order. */
final class SearchPage {

  private static final Pattern WALL =
      Pattern.compile(
          "(?i)\\b(?:blocked|captcha|human|robot|just a moment|access denied|forbidden)\\b");

  private SearchPage() {}

  static List<SearchRow> rows(HttpReply reply, BoardContext context) throws ExtensionException {
    Markup page = reply.html();
    List<Markup> rows = page.select("li.cl-static-search-result");
    if (rows.isEmpty() && page.first("ol.cl-static-search-results").isEmpty()) {
      throw missing(page);
    }
    List<Json> items = items(page, context);
    var read = new ArrayList<SearchRow>();
    for (int i = 0; i < rows.size(); i++) {
      read.add(
          new SearchRow(
              rows.get(i), i < items.size() ? Optional.of(items.get(i)) : Optional.empty()));
    }
    return read;
  }

  private static List<Json> items(Markup page, BoardContext context) {
    return page.first("script#ld_searchpage_results").stream()
        .flatMap(script -> context.json(script.inner()).at("itemListElement").items().stream())
        .map(element -> element.at("item"))
        .toList();
  }

  private static ExtensionException missing(Markup page) {
    return WALL.matcher(page.text().orElse("")).find()
        ? new ExtensionException(
            Kind.REFUSED,
            "Craigslist shows a wall in place of its list. Open it in a browser to see why, and try again later.")
        : new ExtensionException(
            Kind.CHANGED_REMOTE,
            "Craigslist: the page has no list \"cl-static-search-results\"; the board has changed its format. Look for an update of this plugin.");
  }
}
