package dev.peregrine.plugin.board.google;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.board.BoardContext;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of postings.
 *
 * @param cursor what the next page is asked for with; empty where this is the last
 */
record JobPage(List<JobRow> rows, Optional<String> cursor) {

  private static final Pattern CURSOR =
      Pattern.compile("data-async-fc(?:=|\\\\u003d)\\\\?\"([^\"\\\\]{1,20000})");

  /** Where scripts would have to make the page. */
  private static final Pattern GATE =
      Pattern.compile("(?i)enablejs|<noscript>[^<]*(?:<[^>]*>[^<]*){0,20}javascript");

  private static final Pattern WALL =
      Pattern.compile(
          "(?i)\\b(?:unusual traffic|captcha|are you (?:a )?(?:human|robot)|not a robot|before you continue to google|just a moment|access denied)");
  private static final Pattern NOTHING =
      Pattern.compile("(?i)\\b(?:did not match any|no (?:jobs|results)\\b|no matching jobs)");

  JobPage {
    rows = List.copyOf(rows);
  }

  /** The page of a search, read with a browser where it cannot be read without. */
  static JobPage first(URI address, BoardContext context)
      throws ExtensionException, InterruptedException {
    HttpReply reply = context.http().fetch(HttpCall.get(address));
    String text = reply.text();
    List<JobRow> rows = JobArray.in(text, context);
    if (!rows.isEmpty()) {
      return new JobPage(rows, cursor(text));
    }
    return GATE.matcher(text).find() ? rendered(address, context) : none(reply);
  }

  private static JobPage rendered(URI address, BoardContext context)
      throws ExtensionException, InterruptedException {
    HttpReply reply = context.http().render(address);
    List<JobRow> rows = JobArray.in(reply.text(), context);
    if (rows.isEmpty()) {
      rows = JobCard.in(reply.html());
    }
    // The browser is gone, and Google gives further pages only to the one that had the first.
    return rows.isEmpty() ? none(reply) : new JobPage(rows, Optional.empty());
  }

  /** A further page: pieces of pages, each a text within JSON. */
  static JobPage next(HttpCall call, BoardContext context)
      throws ExtensionException, InterruptedException {
    String text = context.http().fetch(call).text();
    int start = text.indexOf("[[[");
    int end = text.lastIndexOf("]]]") + 3;
    if (start < 0 || end <= start) {
      return new JobPage(List.of(), Optional.empty());
    }
    List<JobRow> rows =
        context.json(text.substring(start, end)).at(0).items().stream()
            .flatMap(piece -> piece.at(1).text().stream())
            .flatMap(piece -> JobArray.in(piece, context).stream())
            .toList();
    return new JobPage(rows, cursor(text));
  }

  private static JobPage none(HttpReply reply) throws ExtensionException {
    String text = reply.html().text().orElse("");
    if (WALL.matcher(text).find()) {
      throw new ExtensionException(
          Kind.REFUSED,
          "Google shows a wall in place of postings. Open it in a browser to see why, and try again later.");
    }
    if (NOTHING.matcher(text).find()) {
      return new JobPage(List.of(), Optional.empty());
    }
    throw new ExtensionException(
        Kind.CHANGED_REMOTE,
        "Google: the page has no postings under \"%s\"; it has changed its format. Look for an update of this plugin."
            .formatted(JobArray.KEY));
  }

  private static Optional<String> cursor(String text) {
    Matcher cursor = CURSOR.matcher(text);
    return cursor.find() ? Optional.of(cursor.group(1)) : Optional.empty();
  }
}
