package dev.peregrine.plugin.board.himalayas;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.Posting;
import dev.peregrine.api.SettingSpec;
import dev.peregrine.api.board.BoardContext;
import dev.peregrine.api.board.BoardDescriptor;
import dev.peregrine.api.board.BoardFilter;
import dev.peregrine.api.board.BoardQuery;
import dev.peregrine.api.board.Handover;
import dev.peregrine.api.board.JobBoard;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Postings from Himalayas, a hundred thousand remote ones in pages of twenty. With titles the
 * board's search is asked for each, best first; without, the newest postings are read. A server
 * that has only the feed is read by its newest postings, of which those with the titles are taken.
 *
 * <p><b>Source:</b> <a href="https://himalayas.app/docs/data-dictionary">Himalayas, Data
 * dictionary</a> and recorded answers, read 2026-11-22. Answers differ from the dictionary: times
 * are in seconds, countries are plain names; both are read. The search ({@code q}, {@code page})
 * and the cursor are known from others' descriptions of them only.
 */
public final class HimalayasBoard implements JobBoard {

  private static final String SERVER = "https://himalayas.app";

  private static final BoardDescriptor DESCRIPTOR =
      BoardDescriptor.feed(
              About.of(
                      "himalayas",
                      "Himalayas",
                      "A large board of remote postings, many with pay and with the countries from"
                          + " which one may work.")
                  .withHosts("himalayas.app")
                  .withSettings(SettingSpec.baseUrl(SERVER))
                  .withHomepage(SERVER)
                  .withTerms(
                      "Name Himalayas as the source and link to its page; do not pass its postings"
                          + " on to other boards."),
              BoardFilter.TITLE,
              BoardFilter.AGE)
          .withDeadline(Duration.ofMinutes(2));

  @Override
  public BoardDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void search(BoardQuery query, BoardContext context, Consumer<Posting> found)
      throws ExtensionException, InterruptedException {
    URI base = context.server(SERVER);
    var pages = new HimalayasPages(base, query, context, Handover.of(query, context, found));
    List<String> titles = query.titles().stream().filter(title -> !title.isBlank()).toList();
    boolean searched = !titles.isEmpty();
    for (int i = 0; searched && i < titles.size(); i++) {
      searched = pages.search(titles.get(i), titles.size());
    }
    if (!searched) {
      pages.newest(query::fitsTitle);
    }
  }
}
