package dev.peregrine.plugin.board.linkedin;

import dev.peregrine.api.ExtensionContext;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Markup;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The answer to a search: a list of cards, its end, or the page of the one posting that fits.
 *
 * @param page the whole answer
 * @param cards none at the end of the list and on the page of one posting
 */
record LinkedInPage(Markup page, List<Markup> cards) {

  /** What LinkedIn sends beyond the last result: a document type and an empty comment. */
  private static final Pattern END =
      Pattern.compile("(?i)\\s*<!doctype html>\\s*(?:<!--\\s*-->\\s*)*");

  private static final int LONGEST_END = 500;
  private static final String NOTHING_FOUND = ".no-results, .jobs-search-no-results";

  LinkedInPage {
    cards = List.copyOf(cards);
  }

  /**
   * Reads an answer.
   *
   * @throws ExtensionException {@code REFUSED} for a wall, {@code CHANGED_REMOTE} for anything else
   *     that is no answer to a search
   */
  static LinkedInPage of(HttpReply reply, InstantSource clock) throws ExtensionException {
    Markup page = markup(reply);
    List<Markup> cards = page.select(LinkedInCard.SELECTOR);
    boolean isAnswer =
        !cards.isEmpty()
            || isEnd(reply.text())
            || page.first(NOTHING_FOUND).isPresent()
            || isOnePosting(new LinkedInDetail(page, clock));
    if (!isAnswer) {
      throw page.first("title").isPresent() ? wall() : changed("list of postings");
    }
    return new LinkedInPage(page, cards);
  }

  /**
   * Reads the page of one posting.
   *
   * @throws ExtensionException {@code UNAVAILABLE} where the posting is gone; else as {@link #of}
   */
  static LinkedInDetail detail(String id, HttpReply reply, ExtensionContext context)
      throws ExtensionException {
    if (reply.status() != 200 || reply.address().toString().contains("expired_jd_redirect")) {
      throw new ExtensionException(
          Kind.UNAVAILABLE,
          "Posting \"%s\" is no longer on LinkedIn. It was taken down.".formatted(id));
    }
    Markup page = markup(reply);
    var detail = new LinkedInDetail(page, context.clock());
    boolean another =
        detail
            .address()
            .flatMap(LinkedInAddress::posting)
            .filter(own -> !own.equals(id))
            .isPresent();
    if (!detail.isOne() || another) {
      boolean isList = !page.select(LinkedInCard.SELECTOR).isEmpty();
      throw page.first("title").isPresent() && !isList && !another
          ? wall()
          : changed("page of posting \"%s\"".formatted(id));
    }
    return detail;
  }

  private static boolean isOnePosting(LinkedInDetail detail) {
    return detail.isOne() && detail.address().isPresent();
  }

  private static Markup markup(HttpReply reply) throws ExtensionException {
    if (LinkedInAddress.isWall(reply.address())) {
      throw wall();
    }
    return reply.html();
  }

  private static boolean isEnd(String text) {
    return text.length() < LONGEST_END && END.matcher(text).matches();
  }

  private static ExtensionException wall() {
    return new ExtensionException(
        Kind.REFUSED,
        "LinkedIn answered with a page that asks to sign in, or that blocks automated calls. Search"
            + " less often, or set a proxy of your own.");
  }

  private static ExtensionException changed(String expected) {
    return new ExtensionException(
        Kind.CHANGED_REMOTE,
        "LinkedIn: the answer is no %s; the board has changed its format. Look for an update of this plugin."
            .formatted(expected));
  }
}
