package dev.peregrine.plugin.board.arbeitnow;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.Json;
import dev.peregrine.api.Posting;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.BoardDescriptor;
import dev.peregrine.api.board.BoardFilter;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.board.Handover;
import dev.peregrine.api.board.JobBoard;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Postings from Arbeitnow, most of them in Germany: pages of a hundred, newest first. The board has
 * no search by words that works.
 *
 * <p><b>Source:</b> <a href="https://www.arbeitnow.com/api/job-board-api">Arbeitnow, Job board
 * API</a>: recorded answers, read 2026-11-22. The addresses of pages are built here, because those
 * in {@code links} may carry the search of somebody else.
 */
public final class ArbeitnowBoard implements JobBoard {

  private static final String SERVER = "https://www.arbeitnow.com";
  private static final int PAGE = 100;
  private static final int MOST_PAGES = 10;

  private static final BoardDescriptor DESCRIPTOR =
      BoardDescriptor.feed(
          About.of("arbeitnow", "Arbeitnow", "Postings mostly in Germany, on site and remote.")
              .withHosts("www.arbeitnow.com")
              .withSettings(SettingSpec.baseUrl(SERVER))
              .withHomepage(SERVER)
              .withTerms("Name Arbeitnow as the source and link to its page."),
          BoardFilter.AGE);

  @Override
  public BoardDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void search(BoardQuery query, BoardContext context, Consumer<Posting> found)
      throws ExtensionException, InterruptedException {
    URI base = context.server(SERVER);
    URI feed = HttpCall.under(base, "api", "job-board-api");
    Optional<Instant> oldest = query.maxAge().map(age -> context.clock().instant().minus(age));
    var handover = Handover.of(query, context, found);
    boolean more = true;
    for (int page = 1; more && page <= MOST_PAGES && !handover.isFull(); page++) {
      context.progress().step("Page " + page);
      HttpCall call = HttpCall.get(feed).withQuery("page", Integer.toString(page));
      Json answer = context.http().fetch(call).json();
      Json rows = answer.at("data");
      if (!rows.isArray()) {
        throw new ExtensionException(
            Kind.CHANGED_REMOTE,
            "Arbeitnow: the answer has no list \"data\"; the board has changed its format. Look for"
                + " an update of this plugin.");
      }
      int fresh =
          handover.take(
              rows.items(),
              row -> {
                var read = new ArbeitnowRow(row);
                return read.isOlderThan(oldest) ? Optional.empty() : Optional.of(read.posting());
              });
      // A page without anything new is too old, or the one before once again.
      more = fresh > 0 && rows.items().size() >= fullPage(answer);
    }
  }

  private static int fullPage(Json answer) {
    return answer.at("meta").at("per_page").number().map(Number::intValue).orElse(PAGE);
  }
}
