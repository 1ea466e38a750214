package dev.peregrine.plugin.board.theladders;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Markup;
import java.util.List;
import java.util.regex.Pattern;

/** A page of search results as a browser sees it. */
final class SearchPage {

  private static final Pattern NOTHING =
      Pattern.compile(
          "(?i)\\b(?:no (?:jobs|results|matches|matching jobs)\\b|0 jobs\\b|did(?:n.t| not) match any)");
  private static final Pattern WALL =
      Pattern.compile(
          "(?i)\\b(?:captcha|are you (?:a )?(?:human|robot)|just a moment|access denied|unusual traffic|verify you)");

  private SearchPage() {}

  static List<Markup> cards(HttpReply reply) throws ExtensionException {
    Markup page = reply.html();
    // A card's parts may have the card's name as the beginning of theirs.
    List<Markup> cards =
        page.select(
            "[class*=job-card-container]:not([class*=job-card-container] [class*=job-card-container])");
    if (!cards.isEmpty()) {
      return cards;
    }
    String text = page.text().orElse("");
    if (WALL.matcher(text).find()) {
      throw new ExtensionException(
          Kind.REFUSED,
          "TheLadders shows a wall in place of its postings. Open it in a browser to see why, and try again later.");
    }
    if (NOTHING.matcher(text).find()) {
      return List.of();
    }
    throw new ExtensionException(
        Kind.CHANGED_REMOTE,
        "TheLadders: the page has no element \"job-card-container\"; the board has changed its format. Look for an update of this plugin.");
  }
}
