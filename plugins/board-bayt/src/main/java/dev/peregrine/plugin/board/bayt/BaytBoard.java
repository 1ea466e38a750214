package dev.peregrine.plugin.board.bayt;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
import dev.peregrine.api.Markup;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Postings in the Middle East and North Africa, from Bayt's search pages of thirty cards; the whole
 * description stands on the page of each posting, as JSON-LD.
 *
 * <p><b>Source:</b> the pages' classes as public readers describe them, read 2026-11-22; no
 * recording was to be had.
 */
public final class BaytBoard implements JobBoard {

  static final String SERVER = "https://www.bayt.com";
  private static final int PAGE = 30;
  private static final int MOST_PAGES = 34;
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;

  private static final Pattern POSTING = Pattern.compile("/[a-z]{2}/.+/jobs/[^/]*?-(\\d{4,12})/?");

  private static final BoardDescriptor DESCRIPTOR =
      BoardDescriptor.scraped(
              About.of(
                      "bayt",
                      "Bayt",
                      "Postings in the Middle East and North Africa. It refuses most programs; a proxy may help.")
                  .withHosts("www.bayt.com")
                  .withCallGap(Duration.ofSeconds(3))
                  .withSettings(SettingSpec.baseUrl(SERVER), SettingSpec.proxies())
                  .withHomepage(SERVER)
                  .withTerms(
                      "Bayt's terms forbid automated reading. It is your decision to use it; it is read slowly and off by default."),
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
    for (Search search : Search.of(query)) {
      boolean more = true;
      for (int page = 1; more && page <= MOST_PAGES && !handover.isFull(); page++) {
        context.progress().step("%s, page %d".formatted(search.name(), page));
        HttpReply reply = context.http().fetch(search.call(base(context), page));
        List<Markup> cards = SearchPage.cards(reply);
        int fresh =
            handover.take(
                cards,
                search::isWanted,
                card -> {
                  Posting listed = new Card(card, context.clock()).posting();
                  return Optional.of(search.isWanted(listed) ? details.of(listed) : listed);
                });
        more = fresh > 0 && cards.size() >= PAGE;
      }
    }
  }

  @Override
  public Optional<Posting> fetch(URI address, BoardContext context)
      throws ExtensionException, InterruptedException {
    Optional<String> id = id(address);
    if (id.isEmpty() || !"www.bayt.com".equals(address.getHost())) {
      return Optional.empty();
    }
    PostingPage page = page(address, context);
    return Optional.of(page.posting(id.get(), address));
  }

  static PostingPage page(URI address, BoardContext context)
      throws ExtensionException, InterruptedException {
    URI asked = URI.create(base(context) + address.getRawPath());
    HttpReply reply = context.http().fetch(HttpCall.get(asked).accepting(NOT_FOUND, GONE));
    return PostingPage.of(reply.html(), address, context)
        .orElseThrow(
            () ->
                new ExtensionException(
                    Kind.UNAVAILABLE,
                    "The posting is no longer on Bayt, or hides behind a wall. Open it in a browser to see."));
  }

  static Optional<String> id(URI address) {
    Matcher path = POSTING.matcher(String.valueOf(address.getPath()));
    return path.matches() ? Optional.of(path.group(1)) : Optional.empty();
  }

  private static URI base(BoardContext context) {
    return context.settings().address("base-url").orElse(URI.create(SERVER));
  }
}
