package dev.peregrine.plugin.board.craigslist;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
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
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Postings of Craigslist's metros, from the list that each search page holds for readers without
 * scripts: the whole result at once, newest first. Its feeds are gone.
 *
 * <p><b>Source:</b> recorded search pages, read 2026-11-22; pages of postings as public readers of
 * them describe these.
 */
public final class CraigslistBoard implements JobBoard {

  static final String SERVER = "https://www.craigslist.org";
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;

  private static final BoardDescriptor DESCRIPTOR =
      BoardDescriptor.scraped(
              About.of(
                      "craigslist",
                      "Craigslist",
                      "Postings in the metros that you name, mostly in the United States. Seldom with the employer's name.")
                  .withHosts("*.craigslist.org")
                  .withCallGap(Duration.ofSeconds(2))
                  .withSettings(
                      Metros.METROS,
                      Metros.LOCATION_MAP,
                      new SettingSpec.Text(
                          "category",
                          "Category",
                          "Three letters, as in the address of a search: jjj for all jobs, sof for software, web, eng, hea.",
                          false,
                          Optional.of("jjj")),
                      SettingSpec.baseUrl(SERVER),
                      SettingSpec.proxies())
                  .withHomepage(SERVER)
                  .withTerms(
                      "Craigslist forbids automated reading and has gone to court over it. It is your decision to use it; it is read slowly and off by default."),
              BoardFilter.TITLE,
              BoardFilter.LOCATION,
              BoardFilter.REMOTE,
              BoardFilter.AGE,
              BoardFilter.EMPLOYMENT_TYPE)
          .withDeadline(Duration.ofMinutes(10));

  @Override
  public BoardDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void search(BoardQuery query, BoardContext context, Consumer<Posting> found)
      throws ExtensionException, InterruptedException {
    var handover = Handover.of(query, context, found);
    var details = new Details(query.fullDescriptions(), context);
    var search = new Search(query, context);
    for (URI address : search.addresses()) {
      if (handover.isFull()) {
        return;
      }
      HttpReply reply = context.http().fetch(HttpCall.get(address));
      handover.take(
          SearchPage.rows(reply, context),
          search::isWanted,
          row -> {
            Posting listed = row.posting(reply.address());
            return Optional.of(search.isWanted(listed) ? details.of(listed) : listed);
          });
    }
  }

  @Override
  public Optional<Posting> fetch(URI address, BoardContext context)
      throws ExtensionException, InterruptedException {
    Optional<String> id = PostingAddress.id(address);
    if (id.isEmpty() || !PostingAddress.isCraigslist(address)) {
      return Optional.empty();
    }
    PostingPage page = page(address, context);
    return Optional.of(page.complete(Posting.of(id.get(), page.title(), address)));
  }

  static PostingPage page(URI address, BoardContext context)
      throws ExtensionException, InterruptedException {
    URI asked = entered(context).map(base -> moved(base, address)).orElse(address);
    HttpReply reply = context.http().fetch(HttpCall.get(asked).accepting(NOT_FOUND, GONE));
    return PostingPage.of(reply.html(), context.clock())
        .orElseThrow(
            () ->
                new ExtensionException(
                    Kind.UNAVAILABLE,
                    "The posting is no longer on Craigslist. It has expired or was taken down."));
  }

  /** The server that stands for all metros, where the person named one. */
  static Optional<URI> entered(BoardContext context) {
    return context.settings().address("base-url").filter(base -> !base.equals(URI.create(SERVER)));
  }

  private static URI moved(URI base, URI address) {
    return HttpCall.under(
        base,
        List.of(address.getPath().split("/")).stream()
            .filter(step -> !step.isEmpty())
            .toArray(String[]::new));
  }
}
