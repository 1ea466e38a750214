package dev.peregrine.plugin.board.theladders;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Posting;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.BoardDescriptor;
import dev.peregrine.api.board.BoardFilter;
import dev.peregrine.api.board.BoardKind;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.board.Handover;
import dev.peregrine.api.board.JobBoard;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Well-paid postings in the United States, from the cards of the search page, which only a browser
 * sees: the first page of each search, without descriptions and days.
 *
 * <p><b>Source:</b> the page's classes as public readers describe them, read 2026-11-22; no
 * recording was to be had.
 */
public final class TheLaddersBoard implements JobBoard {

  static final String SERVER = "https://www.theladders.com";

  private static final BoardDescriptor DESCRIPTOR =
      BoardDescriptor.scraped(
              About.of(
                      "theladders",
                      "TheLadders",
                      "Postings in the United States above $100,000. It needs a browser on this machine and tells little: no description, no day.")
                  .withHosts("www.theladders.com")
                  .withCallGap(Duration.ofSeconds(3))
                  .withSettings(SettingSpec.baseUrl(SERVER), SettingSpec.proxies())
                  .withHomepage(SERVER)
                  .withTerms(
                      "TheLadders' terms forbid automated reading. It is your decision to use it; it is read slowly and off by default."),
              BoardFilter.TITLE,
              BoardFilter.LOCATION,
              BoardFilter.REMOTE)
          .withKind(BoardKind.BROWSER_PAGES)
          .withDeadline(Duration.ofMinutes(10));

  @Override
  public BoardDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void search(BoardQuery query, BoardContext context, Consumer<Posting> found)
      throws ExtensionException, InterruptedException {
    URI base = context.settings().address("base-url").orElse(URI.create(SERVER));
    var handover = Handover.of(query, context, found);
    for (Search search : Search.of(query)) {
      if (handover.isFull()) {
        return;
      }
      context.progress().step(search.name());
      HttpReply reply = context.http().render(search.address(base));
      handover.take(
          SearchPage.cards(reply),
          posting -> isWanted(posting, query),
          card -> Optional.of(new Card(card).posting()));
    }
  }

  /** The board can be asked for remote work, but not for its absence. */
  private static boolean isWanted(Posting posting, BoardQuery query) {
    return query.remote().isEmpty() || posting.remote().map(query.remote()::contains).orElse(true);
  }
}
