package dev.peregrine.plugin.board.bayt;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Markup;
import java.util.List;
import java.util.regex.Pattern;

/** A page of search results. */
final class SearchPage {

  private static final Pattern NOTHING =
      Pattern.compile(
          "(?i)\\b(?:no (?:jobs|results|matching jobs)\\b|0 jobs\\b|did not (?:match|return) any)");
  private static final Pattern WALL =
      Pattern.compile(
          "(?i)\\b(?:captcha|are you (?:a )?(?:human|robot)|just a moment|access denied|attention required|verify you)");

  private SearchPage() {}

  static List<Markup> cards(HttpReply reply) throws ExtensionException {
    Markup page = reply.html();
    List<Markup> cards = page.select("li[data-js-job]");
    if (!cards.isEmpty()) {
      return cards;
    }
    String text = page.text().orElse("");
    if (WALL.matcher(text).find()) {
      throw new ExtensionException(
          Kind.REFUSED,
          "Bayt shows a wall in place of its list. Open it in a browser to see why, or try a proxy.");
    }
    if (NOTHING.matcher(text).find()) {
      return List.of();
    }
    throw new ExtensionException(
        Kind.CHANGED_REMOTE,
        "Bayt: the page has no element \"li[data-js-job]\"; the board has changed its format. Look for an update of this plugin.");
  }
}
