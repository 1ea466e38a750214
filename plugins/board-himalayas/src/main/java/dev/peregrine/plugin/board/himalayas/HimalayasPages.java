package dev.peregrine.plugin.board.himalayas;

import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Json;
import dev.peregrine.api.Posting;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.board.Handover;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The pages of one search on Himalayas. */
final class HimalayasPages {

  /** What the board gives at most, whatever it is asked for. */
  private static final int PAGE = 20;

  private static final int MOST_PAGES_OF_A_TITLE = 5;
  private static final int MOST_PAGES = 25;

  private final URI base;
  private final BoardContext context;
  private final Handover handover;
  private final Optional<Instant> oldest;

  HimalayasPages(URI base, BoardQuery query, BoardContext context, Handover handover) {
    this.base = base;
    this.context = context;
    this.handover = handover;
    this.oldest = query.maxAge().map(age -> context.clock().instant().minus(age));
  }

  /**
   * Reads what fits a title, best first. False where the server has no search.
   *
   * @param titles how many there are to look for: they share the pages
   */
  boolean search(String title, int titles) throws ExtensionException, InterruptedException {
    int pages = Math.clamp(MOST_PAGES / titles, 1, MOST_PAGES_OF_A_TITLE);
    for (int page = 1; page <= pages && !handover.isFull(); page++) {
      context.progress().step("\"%s\", page %d".formatted(title, page));
      HttpCall call =
          HttpCall.get(HttpCall.under(base, "jobs", "api", "search"))
              .withQuery("q", title)
              .withQuery("page", Integer.toString(page));
      Json answer;
      try {
        answer = context.http().fetch(call).json();
      } catch (ExtensionException refused) {
        if (page == 1 && refused.kind() == Kind.CHANGED_REMOTE) {
          return false;
        }
        throw refused;
      }
      List<Json> rows = rows(answer);
      take(rows, posting -> true);
      if (rows.size() < PAGE) {
        break;
      }
    }
    return true;
  }

  /** Reads the newest postings that are wanted, until they are too old or enough. */
  void newest(Predicate<Posting> wanted) throws ExtensionException, InterruptedException {
    Optional<String> cursor = Optional.empty();
    int offset = 0;
    boolean more = true;
    for (int page = 1; more && page <= MOST_PAGES && !handover.isFull(); page++) {
      context.progress().step("Page " + page);
      HttpCall first =
          HttpCall.get(HttpCall.under(base, "jobs", "api"))
              .withQuery("limit", Integer.toString(PAGE));
      // The cursor is newer than the offset and does not slip when postings are added meanwhile.
      Json answer =
          context
              .http()
              .fetch(
                  cursor.isPresent()
                      ? first.withQuery("cursor", cursor.get())
                      : first.withQuery("offset", Integer.toString(offset)))
              .json();
      List<Json> rows = rows(answer);
      int fresh = take(rows, wanted);
      cursor = answer.at("nextCursor").text();
      offset += rows.size();
      more = fresh > 0 && rows.size() >= PAGE;
    }
  }

  private int take(List<Json> rows, Predicate<Posting> wanted)
      throws ExtensionException, InterruptedException {
    return handover.take(
        rows,
        wanted,
        row -> {
          var read = new HimalayasRow(row);
          return read.isOlderThan(oldest) ? Optional.empty() : Optional.of(read.posting());
        });
  }

  private static List<Json> rows(Json answer) throws ExtensionException {
    Json jobs = answer.at("jobs");
    if (!jobs.isArray()) {
      throw new ExtensionException(
          Kind.CHANGED_REMOTE,
          "Himalayas: the answer has no list \"jobs\"; the board has changed its format. Look for an"
              + " update of this plugin.");
    }
    return jobs.items();
  }
}
