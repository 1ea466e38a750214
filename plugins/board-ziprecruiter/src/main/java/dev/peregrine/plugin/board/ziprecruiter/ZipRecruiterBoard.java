package dev.peregrine.plugin.board.ziprecruiter;

import dev.peregrine.api.About;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.HttpCall;
import dev.peregrine.api.HttpReply;
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
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Postings from ZipRecruiter in the United States and Canada: the data in its search pages, or the
 * rows of its interface for publishers where that is what answers.
 *
 * <p><b>Source:</b> no page could be recorded; the shape is known from public readers of the pages
 * and of the interface. Most calls are stopped by Cloudflare.
 */
public final class ZipRecruiterBoard implements JobBoard {

  private static final String SERVER = "https://www.ziprecruiter.com";
  private static final int MOST_PAGES = 50;
  private static final Pattern POSTING = Pattern.compile("/(?:c|k|ek|jobs?)/.");
  private static final Set<String> COUNTRIES = Set.of("US", "CA");

  private static final BoardDescriptor DESCRIPTOR =
      BoardDescriptor.scraped(
              About.of(
                      "ziprecruiter",
                      "ZipRecruiter",
                      "Postings from ZipRecruiter in the United States and Canada. It stops most"
                          + " automated calls; a proxy of your own may help.")
                  .withHosts("ziprecruiter.com", "*.ziprecruiter.com")
                  .withCallGap(Duration.ofSeconds(3))
                  .withSettings(SettingSpec.baseUrl(SERVER), SettingSpec.proxies())
                  .withHomepage(SERVER)
                  .withTerms(
                      "ZipRecruiter's terms forbid automated reading. Whether to do so is your"
                          + " decision."),
              BoardFilter.TITLE,
              BoardFilter.LOCATION,
              BoardFilter.DISTANCE,
              BoardFilter.REMOTE,
              BoardFilter.AGE)
          .withDeadline(Duration.ofMinutes(10));

  @Override
  public BoardDescriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public void search(BoardQuery query, BoardContext context, Consumer<Posting> found)
      throws ExtensionException, InterruptedException {
    if (query.country().filter(country -> !COUNTRIES.contains(country)).isPresent()) {
      context.skipped("Country " + query.country().get(), elsewhere());
      return;
    }
    var search = new ZipRecruiterSearch(query, context.clock().instant());
    var handover = Handover.of(query, context, found);
    for (HttpCall list : search.calls(base(context))) {
      read(list, search, handover, context);
    }
  }

  @Override
  public Optional<Posting> fetch(URI address, BoardContext context)
      throws ExtensionException, InterruptedException {
    if (!isPosting(address)) {
      return Optional.empty();
    }
    HttpReply reply = fetched(HttpCall.get(server(address, context)), context);
    Optional<Posting> told = Posting.inPage(reply.html(), context, address).stream().findFirst();
    if (told.isPresent()) {
      return told;
    }
    Json details = ZipRecruiterPage.of(reply, context).details();
    Posting posting = new ZipRecruiterCard(details, context.clock()).posting();
    return Optional.of(described(posting, details).withUrl(address));
  }

  private static void read(
      HttpCall first, ZipRecruiterSearch search, Handover handover, BoardContext context)
      throws ExtensionException, InterruptedException {
    boolean more = true;
    for (int number = 1; more && number <= MOST_PAGES && !handover.isFull(); number++) {
      context.progress().step("Page " + number);
      HttpCall call = first.withQuery("page", Integer.toString(number));
      var page = ZipRecruiterPage.of(fetched(call, context), context);
      more = take(page, number, search, handover, context);
    }
  }

  /** Takes a page and says whether another one may follow. */
  private static boolean take(
      ZipRecruiterPage page,
      int number,
      ZipRecruiterSearch search,
      Handover handover,
      BoardContext context)
      throws ExtensionException, InterruptedException {
    var list = page.list();
    if (list.isPresent()) {
      if (list.get().at("page").number().filter(at -> at.intValue() != number).isPresent()) {
        return false; // beyond its last page a server may repeat another
      }
      int fresh =
          handover.take(
              list.get().at("jobCards").items(),
              search::fits,
              card -> Optional.of(new ZipRecruiterCard(card, context.clock()).posting()),
              (card, listed) -> complete(listed, context));
      int pages = list.get().at("maxPages").number().map(Number::intValue).orElse(MOST_PAGES);
      return fresh > 0 && number < pages;
    }
    return handover.take(
            page.published().orElseThrow(() -> ZipRecruiterPage.changed("jobCards")),
            search::fits,
            job -> Optional.of(new ZipRecruiterJob(job, context.clock()).posting()))
        > 0;
  }

  private static Posting complete(Posting listed, BoardContext context)
      throws ExtensionException, InterruptedException {
    HttpReply reply = fetched(HttpCall.get(server(listed.url(), context)), context);
    return described(listed, ZipRecruiterPage.of(reply, context).details());
  }

  private static Posting described(Posting posting, Json details) {
    return posting.withDescription(
        details.at("htmlFullDescription").text().or(posting::description));
  }

  private static HttpReply fetched(HttpCall call, BoardContext context)
      throws ExtensionException, InterruptedException {
    return context.http().fetch(call.asBrowser());
  }

  private static boolean isPosting(URI address) {
    String host = Optional.ofNullable(address.getHost()).orElse("").toLowerCase(Locale.ROOT);
    String path = Optional.ofNullable(address.getRawPath()).orElse("");
    boolean ours = host.equals("ziprecruiter.com") || host.endsWith(".ziprecruiter.com");
    return ours && POSTING.matcher(path).lookingAt();
  }

  /** The page itself, unless the person or a test reaches ZipRecruiter somewhere else. */
  private static URI server(URI page, BoardContext context) {
    URI base = base(context);
    if (base.equals(URI.create(SERVER))) {
      return page;
    }
    String query = page.getRawQuery() == null ? "" : "?" + page.getRawQuery();
    return URI.create(base + Optional.ofNullable(page.getRawPath()).orElse("") + query);
  }

  private static URI base(BoardContext context) {
    return context.server(SERVER);
  }

  private static ExtensionException elsewhere() {
    return new ExtensionException(
        Kind.UNSUPPORTED,
        "ZipRecruiter has postings in the United States and Canada only. Leave the board out of"
            + " searches elsewhere.");
  }
}
